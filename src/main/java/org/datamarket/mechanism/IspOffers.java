package org.datamarket.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.datamarket.analysis.optimum.Delivery;
import org.datamarket.market.Bid;
import org.datamarket.market.Valuation;
import org.datamarket.mechanism.Outcome.Matching;
import org.datamarket.mechanism.Outcome.Payments;

/**
 * What buyers and sellers name to an ISP that matches them: a reconstruction after Zheng, Joe-Wong,
 * Tan, Ha &amp; Chiang (<i>Secondary markets for mobile data</i>, INFOCOM 2015), of which only the
 * outline is known here (docs/mechanisms.md §5).
 *
 * <p>A seller asks σ_j = r_j + f for all it has: it passes the fee f on. A buyer names the price
 * π_i = σ_least + φ (m_i − σ_least), where σ_least is the least ask in its reach and m_i =
 * V_i(q̂_i) / q̂_i the mean worth of what it would take at that, and then the amount b_i =
 * D_i(π_i): a rule of thumb, not an equilibrium.
 *
 * @param asks σ_j by seller, $/GB
 * @param fee f, $/GB
 * @param offers (b_i, π_i) by buyer, {@link Bid#NONE} for none
 */
record IspOffers(double[] asks, double fee, List<Bid> offers) {

  /**
   * @param shade φ: 0 names the least ask in reach, 1 the mean worth
   */
  static IspOffers of(Population people, double shade) {
    double[] asks = people.asks();
    double[] least = people.leastInReach(asks);
    double[] prices = new double[people.buyers()];
    for (int i = 0; i < prices.length; i++) {
      double most = people.valuations().get(i).demandAt(least[i]);
      double price = least[i] + shade * (meanWorth(people, i, most) - least[i]);
      prices[i] = most > 0 ? atAnAsk(people, i, asks, price) : Double.NaN;
    }
    HigherPrices higher =
        HigherPrices.of(Arrays.stream(prices).filter(price -> !Double.isNaN(price)).toArray());
    List<Bid> offers = new ArrayList<>();
    for (int i = 0; i < prices.length; i++) {
      offers.add(
          Double.isNaN(prices[i])
              ? Bid.NONE
              : offer(people.valuations().get(i), higher.of(prices[i])));
    }
    return new IspOffers(asks, people.fee(), offers);
  }

  private static Bid offer(Valuation valuation, double price) {
    return new Bid(valuation.demandAt(price), price);
  }

  private static double meanWorth(Population people, int buyer, double most) {
    if (most == 0) {
      return 0;
    }
    double mean = people.worth(buyer, most) / most;
    double first = people.valuations().get(buyer).marginal(0);
    return HigherPrices.areSame(mean, first) ? first : mean;
  }

  private static double atAnAsk(Population people, int buyer, double[] asks, double price) {
    for (int k = 0; k < people.reach().degree(buyer); k++) {
      int seller = people.reach().seller(buyer, k);
      if (people.quantities()[seller] > 0 && HigherPrices.areSame(price, asks[seller])) {
        return asks[seller];
      }
    }
    return price;
  }

  /**
   * What the ISP makes of it: c_i = π_i a_i, a seller keeps its reserve for what it sold, and the
   * ISP the rest, of which f for each GB is the fee.
   */
  Outcome outcome(
      Population people, double[] allocation, double[] sold, List<Delivery> deliveries) {
    double[] cost = new double[allocation.length];
    double unmet = 0;
    int sent = 0;
    for (int i = 0; i < cost.length; i++) {
      cost[i] = offers.get(i).price() * allocation[i];
      unmet += Math.max(0, offers.get(i).quantity() - allocation[i]);
      sent += offers.get(i).isNone() ? 0 : 1;
    }
    double[] revenue = new double[sold.length];
    Arrays.setAll(revenue, j -> people.reserves()[j] * sold[j]);
    double margin = Arrays.stream(cost).sum() - Arrays.stream(revenue).sum();
    double feeRevenue = fee * Arrays.stream(sold).sum();
    return new Outcome(
        allocation,
        sold,
        Optional.of(new Payments(cost, Optional.of(revenue), margin)),
        Optional.empty(),
        unmet,
        sent,
        deliveries,
        new Matching(offers, feeRevenue, margin - feeRevenue));
  }
}
