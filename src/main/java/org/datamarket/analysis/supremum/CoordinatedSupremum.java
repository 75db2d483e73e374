package org.datamarket.analysis.supremum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.market.BuyerView;
import org.datamarket.strategy.BuyerTerms;

/**
 * The best that a buyer can do by coordinated bids, rivals' bids and reserves as they stand: one
 * ask q at one price p, the same for every seller of a set S within its reach, over all q, p and S
 * and within its budget (docs/model.md §4). It is a supremum: p may lie as little above a rival's
 * price as one likes, so ties do not matter. Right under proportional ties only.
 *
 * <p>All sets of up to {@value #MOST_SELLERS} sellers are tried; a buyer that sees more tries the
 * sets of those with the most on offer, and then this is what a search has found. Takes O(2ⁿ · n ·
 * (n·bids)²) for n sellers.
 *
 * @param utility u, $: that of no bids at least
 * @param sellers S by the sellers' numbers; empty for no bids
 * @param ask q, GB
 * @param exhaustive whether every set within reach was tried
 */
public record CoordinatedSupremum(
    double utility, List<Integer> sellers, double ask, boolean exhaustive) {
  /** Of more sellers than these, not every set is tried. */
  public static final int MOST_SELLERS = 12;

  /** Copies the list. */
  public CoordinatedSupremum {
    sellers = List.copyOf(sellers);
  }

  /** What "coordinated" asks for. */
  public enum Reading {
    /** Every seller of the set gives the ask in full: the paper's feasible coordinated bid. */
    MET,
    /** The asks are equal, and some may be filled in part. */
    ANY
  }

  /** The supremum by one reading. */
  public static CoordinatedSupremum of(BuyerTerms terms, BuyerView view, Reading reading) {
    int[] places = places(view);
    boolean exhaustive = places.length == view.size() || view.size() <= MOST_SELLERS;
    Staircase[] stairs =
        Arrays.stream(places)
            .mapToObj(place -> Staircase.of(view.rivals(place)))
            .toArray(Staircase[]::new);
    double[] prices = reading == Reading.MET ? highest() : prices(stairs);
    CoordinatedSupremum best =
        new CoordinatedSupremum(terms.valuation().value(0), List.of(), 0, exhaustive);
    for (int set = 1; set < 1 << stairs.length; set++) {
      Staircase[] members = members(stairs, set);
      double[] capsBefore = new double[members.length];
      for (double price : prices) {
        double[] caps = Arrays.stream(members).mapToDouble(s -> s.upTo(price)).toArray();
        if (!Arrays.equals(caps, capsBefore)) {
          EqualAsks asks = new EqualAsks(terms, members, caps).search(reading == Reading.MET);
          if (asks.utility() > best.utility) {
            List<Integer> sellers = sellers(view, places, set);
            best = new CoordinatedSupremum(asks.utility(), sellers, asks.ask(), exhaustive);
          }
          capsBefore = caps;
        }
      }
    }
    return best;
  }

  /** Where all asks are met, a higher price does no harm: what a bid costs is what it displaces. */
  private static double[] highest() {
    return new double[] {Double.POSITIVE_INFINITY};
  }

  /** The prices just above which a bid gets more than below. */
  private static double[] prices(Staircase[] stairs) {
    return Arrays.stream(stairs)
        .flatMapToDouble(s -> IntStream.range(0, s.steps()).mapToDouble(s::price))
        .sorted()
        .distinct()
        .toArray();
  }

  /** The places of the sellers that have something, or of those with the most. */
  private static int[] places(BuyerView view) {
    return IntStream.range(0, view.size())
        .filter(place -> view.rivals(place).quantity() > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(place -> -view.rivals(place).quantity()))
        .limit(MOST_SELLERS)
        .mapToInt(place -> place)
        .sorted()
        .toArray();
  }

  private static Staircase[] members(Staircase[] stairs, int set) {
    return IntStream.range(0, stairs.length)
        .filter(k -> (set >> k & 1) == 1)
        .mapToObj(k -> stairs[k])
        .toArray(Staircase[]::new);
  }

  private static List<Integer> sellers(BuyerView view, int[] places, int set) {
    List<Integer> sellers = new ArrayList<>();
    for (int k = 0; k < places.length; k++) {
      if ((set >> k & 1) == 1) {
        sellers.add(view.seller(places[k]));
      }
    }
    return sellers;
  }
}
