package org.datamarket.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * The best coordinated bid of one buyer, word for word: all sets of sellers, all prices just above
 * a breakpoint, and on every stretch of the ask between two kinks the largest utility by a ternary
 * search.
 */
public final class NaiveCoordination {
  private final NaiveValuation valuation;
  private final double budget;
  private final NaiveAuction[] auctions;
  private final int buyer;
  private final boolean met;

  private NaiveCoordination(
      NaiveValuation valuation, double budget, NaiveAuction[] auctions, int buyer, boolean met) {
    this.valuation = valuation;
    this.budget = budget;
    this.auctions = auctions;
    this.buyer = buyer;
    this.met = met;
  }

  /**
   * sup u.
   *
   * @param met whether every seller asked must give the ask in full
   */
  public static double best(
      NaiveValuation valuation,
      double budget,
      NaiveAuction[] auctions,
      int[] reach,
      int buyer,
      boolean met) {
    NaiveCoordination all = new NaiveCoordination(valuation, budget, auctions, buyer, met);
    double best = valuation.value(0);
    for (int set = 1; set < 1 << reach.length; set++) {
      List<Integer> sellers = new ArrayList<>();
      for (int k = 0; k < reach.length; k++) {
        if ((set & 1 << k) != 0) {
          sellers.add(reach[k]);
        }
      }
      for (double price : all.prices(sellers)) {
        best = Math.max(best, all.best(sellers, price));
      }
    }
    return best;
  }

  private TreeSet<Double> prices(List<Integer> sellers) {
    TreeSet<Double> prices = new TreeSet<>();
    for (int j : sellers) {
      prices.add(auctions[j].reserve());
      for (int k = 0; k < auctions[j].bidders(); k++) {
        if (k != buyer && auctions[j].eligible(k)) {
          prices.add(auctions[j].bidPrice(k));
        }
      }
    }
    return prices;
  }

  /** The most at prices just above one: Q there is Q at it. */
  private double best(List<Integer> sellers, double price) {
    TreeSet<Double> kinks = new TreeSet<>(List.of(0.0));
    double smallest = Double.POSITIVE_INFINITY;
    for (int j : sellers) {
      double cap = auctions[j].residualSupply(buyer, price);
      smallest = Math.min(smallest, cap);
      for (double level : prices(List.of(j))) {
        kinks.add(Math.min(cap, auctions[j].residualSupply(buyer, level)));
      }
    }
    double most = met ? smallest : Double.POSITIVE_INFINITY;
    double best = valuation.value(0);
    double from = 0;
    for (double to : kinks.headSet(most, true)) {
      best = Math.max(best, largest(from, to, q -> utility(sellers, price, q)));
      from = to;
    }
    return best;
  }

  private double utility(List<Integer> sellers, double price, double ask) {
    double total = 0;
    double cost = 0;
    for (int j : sellers) {
      double got = Math.min(ask, auctions[j].residualSupply(buyer, price));
      total += got;
      cost += auctions[j].costOf(buyer, got);
    }
    return cost <= budget ? valuation.value(total) - cost : Double.NEGATIVE_INFINITY;
  }

  /** The largest value of a function that rises, falls, and in the end may be −∞. */
  private static double largest(double from, double to, DoubleUnaryOperator function) {
    double low = from;
    double high = to;
    for (int k = 0; k < 100; k++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      if (function.applyAsDouble(left) < function.applyAsDouble(right)) {
        low = left;
      } else {
        high = right;
      }
    }
    double ends = Math.max(function.applyAsDouble(from), function.applyAsDouble(to));
    return Math.max(ends, Math.max(function.applyAsDouble(low), function.applyAsDouble(high)));
  }
}
