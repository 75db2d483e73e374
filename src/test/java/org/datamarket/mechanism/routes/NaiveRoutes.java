package org.datamarket.mechanism.routes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.datamarket.naive.Bid;
import org.datamarket.naive.NaiveAuction;
import org.datamarket.naive.NaiveValuation;
import org.datamarket.naive.Ties;

/** A market of resources and routes with bids as they stand, word for word from its definition. */
final class NaiveRoutes {
  private static final double SAME_PRICE = 1e-9;
  private static final double NOTHING = 1e-9;

  final double[] quantities;
  final double[] reserves;
  final List<NaiveValuation> valuations;
  final int[][] routes;
  final Bid[][] bids;
  final double epsilon;
  final boolean residual;
  final Ties ties;

  NaiveRoutes(
      double[] quantities,
      double[] reserves,
      List<NaiveValuation> valuations,
      int[][] routes,
      double epsilon,
      boolean residual,
      Ties ties) {
    this.quantities = quantities;
    this.reserves = reserves;
    this.valuations = valuations;
    this.routes = routes;
    this.epsilon = epsilon;
    this.residual = residual;
    this.ties = ties;
    this.bids = new Bid[valuations.size()][quantities.length];
  }

  /** The same market with the same bids, and the older rule for ties. */
  NaiveRoutes withStrictTies() {
    NaiveRoutes strict =
        new NaiveRoutes(quantities, reserves, valuations, routes, epsilon, residual, Ties.STRICT);
    for (int i = 0; i < bids.length; i++) {
      strict.bids[i] = bids[i].clone();
    }
    return strict;
  }

  /** What a buyer wants to bid. */
  record Answer(double supremum, double desired, double total, Bid[] bids) {}

  NaiveAuction auction(int l) {
    Bid[] here = new Bid[bids.length];
    for (int i = 0; i < here.length; i++) {
      here[i] = bids[i][l];
    }
    return NaiveAuction.of(quantities[l], reserves[l], here, ties);
  }

  double totalPrice(int i, double z) {
    double price = 0;
    for (int l : routes[i]) {
      price += auction(l).marketPrice(i, z);
    }
    return price;
  }

  double totalCost(int i, double z) {
    double cost = 0;
    for (int l : routes[i]) {
      cost += auction(l).costOf(i, z);
    }
    return cost;
  }

  double delivered(int i, Bid[] own) {
    double least = routes[i].length == 0 ? 0 : Double.POSITIVE_INFINITY;
    for (int l : routes[i]) {
      least = Math.min(least, auction(l).with(i, own[l]).allocation(i));
    }
    return least;
  }

  double utility(int i, Bid[] own) {
    double cost = 0;
    for (int l : routes[i]) {
      NaiveAuction auction = auction(l).with(i, own[l]);
      cost += auction.eligible(i) ? auction.costByExclusion(i) : 0;
    }
    return valuations.get(i).value(delivered(i, own)) - cost;
  }

  /** The largest z ≤ min(d, min D) with θ′(z) ≥ P(z): from step to step of all residuals. */
  double desired(int i) {
    NaiveValuation valuation = valuations.get(i);
    double most = routes[i].length == 0 ? 0 : valuation.demand();
    TreeSet<Double> ends = new TreeSet<>();
    for (int l : routes[i]) {
      most = Math.min(most, quantities[l]);
      for (double level : auction(l).levels(i)) {
        ends.add(auction(l).residualSupply(i, level));
      }
    }
    ends.add(most);
    double best = 0;
    for (double end : ends) {
      if (end > 0 && end <= most) {
        double z = Math.min(end, valuation.inverse(totalPrice(i, end)));
        if (z > best && valuation.marginal(z) >= totalPrice(i, z)) {
          best = z;
        }
      }
    }
    return best;
  }

  Answer answer(int i) {
    NaiveValuation valuation = valuations.get(i);
    double desired = desired(i);
    if (desired >= valuation.demand() * (1 - 1e-12)) {
      desired = valuation.demand();
    }
    double supremum = valuation.value(desired) - totalCost(i, desired);
    Bid[] none = new Bid[quantities.length];
    if (desired == 0 || desired < NOTHING * valuation.demand()) {
      return new Answer(supremum, desired, 0, none);
    }
    boolean shades = desired < valuation.demand() && desired > valuation.constantUpTo();
    double total =
        shades
            ? Math.max(valuation.constantUpTo(), valuation.smallestWithin(desired, epsilon))
            : desired;
    if (total == 0 || total < NOTHING * valuation.demand()) {
      return new Answer(supremum, desired, 0, none);
    }
    Bid[] own = none.clone();
    for (int l : routes[i]) {
      double marginal = valuation.marginal(total);
      double here = auction(l).marketPrice(i, total);
      double price = residual ? Math.max(here, marginal - (totalPrice(i, total) - here)) : marginal;
      own[l] = new Bid(total, visible(price, auction(l), i));
    }
    return new Answer(supremum, desired, total, own);
  }

  /** The nearest price of a rival or reserve, if it is the same but for rounding. */
  private static double visible(double price, NaiveAuction auction, int i) {
    double best = auction.reserve();
    for (int k = 0; k < auction.bidders(); k++) {
      double other = auction.bidPrice(k);
      if (k != i
          && auction.bidQuantity(k) > 0
          && Math.abs(other - price) < Math.abs(best - price)) {
        best = other;
      }
    }
    return Math.abs(best - price) <= SAME_PRICE * price ? best : price;
  }

  /** How a play ended. */
  record End(String status, int rounds, int messages) {}

  /** Plays from the bids as they stand, in the order of the buyers. */
  End play(int roundLimit) {
    List<Bid[][]> seen = new ArrayList<>();
    seen.add(copy());
    int messages = 0;
    for (int round = 1; round <= roundLimit; round++) {
      int before = messages;
      for (int i = 0; i < bids.length; i++) {
        Bid[] own = answer(i).bids();
        if (utility(i, own) > utility(i, bids[i]) + epsilon) {
          bids[i] = own;
          messages++;
        }
      }
      if (messages == before) {
        return new End("converged", round, messages);
      }
      Bid[][] now = copy();
      if (seen.stream().anyMatch(then -> Arrays.deepEquals(then, now))) {
        return new End("cycle", round, messages);
      }
      seen.add(now);
    }
    return new End("round-limit", roundLimit, messages);
  }

  private Bid[][] copy() {
    return Arrays.stream(bids).map(Bid[]::clone).toArray(Bid[][]::new);
  }
}
