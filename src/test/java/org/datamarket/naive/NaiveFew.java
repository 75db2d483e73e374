package org.datamarket.naive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datamarket.naive.NaiveStrategies.Rule;
import org.datamarket.naive.NaiveStrategies.Shading;
import org.datamarket.naive.NaiveStrategies.Shortfall;
import org.datamarket.naive.NaiveStrategies.Strategy;

/**
 * The strategy few, step by step from its definition: every pool it looks at is the waterfill of a
 * buyer that sees only that pool.
 *
 * <p>Readings taken where the rules leave room: to bid for nothing is worth θ(0), which an ISP
 * makes positive; a difference of 1e-12 of the value of the whole total is none; the price as bid
 * is set to a visible price of any seller in reach, of the pool or not.
 */
public final class NaiveFew {

  /**
   * What it bids.
   *
   * @param bids the bids (null: none), one a seller
   * @param pool its sellers in the order in which they were added
   * @param forgone what the other sellers would add, $
   */
  public record Reply(
      Bid[] bids, double desired, double total, double price, int[] pool, double forgone) {
    public NaiveStrategies.Reply asOther() {
      return new NaiveStrategies.Reply(bids, desired, total, price);
    }
  }

  private static final double DIFFERENCE = 1e-12;

  private final NaiveValuation valuation;
  private final double budget;
  private final NaiveAuction[] auctions;
  private final int[] reach;
  private final int buyer;

  private NaiveFew(
      NaiveValuation valuation, double budget, NaiveAuction[] auctions, int[] reach, int buyer) {
    this.valuation = valuation;
    this.budget = budget;
    this.auctions = auctions;
    this.reach = reach;
    this.buyer = buyer;
  }

  /** The reply of a buyer to the auctions as they stand; its own bids in them do not count. */
  public static Reply reply(
      double slack,
      Shading shading,
      NaiveValuation valuation,
      double budget,
      double epsilon,
      NaiveAuction[] auctions,
      int[] reach,
      int buyer) {
    return new NaiveFew(valuation, budget, auctions, reach, buyer).reply(slack, shading, epsilon);
  }

  private Reply reply(double slack, Shading shading, double epsilon) {
    double whole = total(reach);
    if (isNothing(whole)) {
      return none(whole, new int[0], 0);
    }
    double best = worth(reach);
    double difference = DIFFERENCE * valuation.value(whole);
    NaiveStrategies all = waterfill(shading, epsilon, reach);
    List<Integer> ranking =
        all.ranking(all.snapped(valuation.marginal(whole))).stream().map(s -> sorted()[s]).toList();
    List<Integer> pool = pool(ranking, best - slack * epsilon - difference, difference);
    int[] sellers = pool.stream().mapToInt(Integer::intValue).toArray();
    double forgone = Math.max(0, best - worth(sellers));
    if (pool.isEmpty()) {
      return none(whole, sellers, forgone);
    }
    double desired = total(sellers);
    double fee = Math.max(0, epsilon - forgone);
    double total = waterfill(shading, fee, sellers).shade(desired);
    if (isNothing(total)) {
      return none(desired, sellers, forgone);
    }
    double price = all.snapped(valuation.marginal(total));
    return new Reply(bids(sellers, total, price), desired, total, price, sellers, forgone);
  }

  private int[] sorted() {
    return IntStream.of(reach).sorted().toArray();
  }

  private List<Integer> pool(List<Integer> ranking, double enough, double difference) {
    List<Integer> pool = new ArrayList<>();
    while (worth(pool) < enough && pool.size() < ranking.size()) {
      double most =
          ranking.stream()
              .filter(j -> !pool.contains(j))
              .mapToDouble(j -> worth(with(pool, j)))
              .max()
              .orElseThrow();
      if (most <= worth(pool) + difference) {
        break;
      }
      pool.add(
          ranking.stream()
              .filter(j -> !pool.contains(j))
              .filter(j -> worth(with(pool, j)) >= most - difference)
              .min(Comparator.comparingInt(ranking::indexOf))
              .orElseThrow());
    }
    return pool;
  }

  private static List<Integer> with(List<Integer> pool, int seller) {
    return Stream.concat(pool.stream(), Stream.of(seller)).toList();
  }

  private double worth(List<Integer> pool) {
    return worth(pool.stream().mapToInt(Integer::intValue).toArray());
  }

  private double worth(int[] sellers) {
    return NaiveStrategies.bestUtility(valuation, budget, auctions, sellers, buyer);
  }

  private double total(int[] sellers) {
    return waterfill(Shading.NONE, 0, sellers).total();
  }

  private boolean isNothing(double total) {
    return total == 0 || total < NaiveStrategies.NEAR * valuation.demand();
  }

  private NaiveStrategies waterfill(Shading shading, double epsilon, int[] sellers) {
    Rule rule =
        new Rule(Strategy.WATERFILL, NaiveStrategies.Ranking.RESIDUAL, shading, Shortfall.PARTIAL);
    return new NaiveStrategies(rule, valuation, budget, epsilon, auctions, sellers, buyer);
  }

  private Reply none(double desired, int[] pool, double forgone) {
    return new Reply(new Bid[auctions.length], desired, 0, 0, pool, forgone);
  }

  /** The cheapest units of the pool up to the total, those of one price in the order of sellers. */
  private Bid[] bids(int[] sellers, double total, double price) {
    double[] asks = new double[auctions.length];
    double missing = total;
    for (double level :
        IntStream.of(sellers)
            .mapToObj(j -> auctions[j].levels(buyer))
            .flatMapToDouble(Arrays::stream)
            .sorted()
            .distinct()
            .toArray()) {
      for (int j : IntStream.of(sellers).sorted().toArray()) {
        double taken = Math.min(missing, auctions[j].residualSupply(buyer, level) - asks[j]);
        if (taken > 0) {
          asks[j] += taken;
          missing -= taken;
        }
      }
    }
    Bid[] bids = new Bid[auctions.length];
    for (int j : sellers) {
      bids[j] =
          asks[j] > 0 && asks[j] >= NaiveStrategies.NEAR * total ? new Bid(asks[j], price) : null;
    }
    return bids;
  }
}
