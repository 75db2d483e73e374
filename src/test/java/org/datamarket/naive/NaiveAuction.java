package org.datamarket.naive;

import java.util.Arrays;

/**
 * One seller's progressive second price auction, word for word from its definition. A bidder whose
 * quantity is 0, or whose price is below the reserve, takes no part.
 */
public final class NaiveAuction {

  /** What everybody gets and pays; one entry a bidder. */
  public record Clearing(double[] allocation, double[] cost, double sold, double revenue) {}

  private final double quantity;
  private final double reserve;
  private final double[] quantities;
  private final double[] prices;
  private final Ties ties;

  public NaiveAuction(
      double quantity, double reserve, double[] quantities, double[] prices, Ties ties) {
    if (quantities.length != prices.length) {
      throw new IllegalArgumentException("as many quantities as prices");
    }
    this.quantity = quantity;
    this.reserve = reserve;
    this.quantities = quantities.clone();
    this.prices = prices.clone();
    this.ties = ties;
  }

  public static NaiveAuction of(double quantity, double reserve, Bid[] bids, Ties ties) {
    double[] quantities = new double[bids.length];
    double[] prices = new double[bids.length];
    for (int k = 0; k < bids.length; k++) {
      quantities[k] = bids[k] == null ? 0 : bids[k].quantity();
      prices[k] = bids[k] == null ? 0 : bids[k].price();
    }
    return new NaiveAuction(quantity, reserve, quantities, prices, ties);
  }

  public double quantity() {
    return quantity;
  }

  public double reserve() {
    return reserve;
  }

  public int bidders() {
    return quantities.length;
  }

  public double bidQuantity(int k) {
    return quantities[k];
  }

  public double bidPrice(int k) {
    return prices[k];
  }

  public boolean eligible(int k) {
    return quantities[k] > 0 && prices[k] >= reserve;
  }

  /** Q_i(y): what the bids of others above y leave; nothing below the reserve. */
  public double residualSupply(int i, double y) {
    if (y < reserve) {
      return 0;
    }
    double taken = 0;
    for (int k = 0; k < bidders(); k++) {
      if (k != i && eligible(k) && prices[k] > y) {
        taken += quantities[k];
      }
    }
    return Math.max(quantity - taken, 0);
  }

  /** U_i(y): what the bids of others at y or above leave; nothing below the reserve. */
  public double uncontestedSupply(int i, double y) {
    if (y < reserve) {
      return 0;
    }
    double taken = 0;
    for (int k = 0; k < bidders(); k++) {
      if (k != i && eligible(k) && prices[k] >= y) {
        taken += quantities[k];
      }
    }
    return Math.max(quantity - taken, 0);
  }

  public double allocation(int i) {
    if (!eligible(i)) {
      return 0;
    }
    return ties == Ties.PROPORTIONAL ? proportionalAllocation(i) : strictAllocation(i);
  }

  private double proportionalAllocation(int i) {
    double tied = 0;
    for (int k = 0; k < bidders(); k++) {
      if (eligible(k) && prices[k] == prices[i]) {
        tied += quantities[k];
      }
    }
    return Math.min(quantities[i], quantities[i] / tied * residualSupply(i, prices[i]));
  }

  private double strictAllocation(int i) {
    double taken = 0;
    for (int k = 0; k < bidders(); k++) {
      if (k != i && eligible(k) && prices[k] >= prices[i]) {
        taken += quantities[k];
      }
    }
    return Math.min(quantities[i], Math.max(quantity - taken, 0));
  }

  /**
   * What the seller's own bid (quantity, reserve) gets: it loses every tie, so it gets what all
   * eligible bids together leave. Under strict ties this may be less than what is not sold.
   */
  public double sellerAllocation() {
    double taken = 0;
    for (int k = 0; k < bidders(); k++) {
      if (eligible(k)) {
        taken += quantities[k];
      }
    }
    return Math.min(quantity, Math.max(quantity - taken, 0));
  }

  /** The same auction had bidder i not bid. */
  public NaiveAuction without(int i) {
    double[] others = quantities.clone();
    others[i] = 0;
    return new NaiveAuction(quantity, reserve, others, prices, ties);
  }

  /** The same auction with another bid of bidder i. */
  public NaiveAuction with(int i, Bid bid) {
    double[] newQuantities = quantities.clone();
    double[] newPrices = prices.clone();
    newQuantities[i] = bid == null ? 0 : bid.quantity();
    newPrices[i] = bid == null ? 0 : bid.price();
    return new NaiveAuction(quantity, reserve, newQuantities, newPrices, ties);
  }

  /**
   * Exclusion–compensation: what all others, the seller's own bid included, would have had more of
   * without i, at their prices.
   */
  public double costByExclusion(int i) {
    NaiveAuction without = without(i);
    double cost = reserve * (without.sellerAllocation() - sellerAllocation());
    for (int k = 0; k < bidders(); k++) {
      if (k != i && eligible(k)) {
        cost += prices[k] * (without.allocation(k) - allocation(k));
      }
    }
    return cost;
  }

  /**
   * P_i(z) = inf{y ≥ r : Q_i(y) ≥ z}: the price of the z-th unit for i; infinite if the seller has
   * less than z.
   */
  public double marketPrice(int i, double z) {
    for (double level : levels(i)) {
      if (residualSupply(i, level) >= z) {
        return level;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** The prices where Q_i changes, ascending: the reserve, and the eligible prices of others. */
  public double[] levels(int i) {
    double[] all = new double[bidders() + 1];
    all[0] = reserve;
    int count = 1;
    for (int k = 0; k < bidders(); k++) {
      if (k != i && eligible(k)) {
        all[count++] = prices[k];
      }
    }
    return Arrays.stream(all, 0, count).sorted().distinct().toArray();
  }

  /** ∫₀^amount P_i(z) dz: the cost of getting that amount, step by step of the market price. */
  public double costOf(int i, double amount) {
    double cost = 0;
    double got = 0;
    for (double level : levels(i)) {
      double upTo = Math.min(amount, residualSupply(i, level));
      if (upTo > got) {
        cost += level * (upTo - got);
        got = upTo;
      }
    }
    return got < amount ? Double.POSITIVE_INFINITY : cost;
  }

  /**
   * The cost of what i gets, as the integral of the market price: the definition again under
   * proportional ties only.
   */
  public double costByIntegral(int i) {
    return costOf(i, allocation(i));
  }

  public Clearing clear() {
    double[] allocation = new double[bidders()];
    double[] cost = new double[bidders()];
    double sold = 0;
    double revenue = 0;
    for (int i = 0; i < bidders(); i++) {
      allocation[i] = allocation(i);
      cost[i] = eligible(i) ? costByExclusion(i) : 0;
      sold += allocation[i];
      revenue += cost[i];
    }
    return new Clearing(allocation, cost, sold, revenue);
  }
}
