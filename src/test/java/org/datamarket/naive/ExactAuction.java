package org.datamarket.naive;

import java.util.Arrays;

/** {@link NaiveAuction} in exact fractions, to tell rounding from error. */
public final class ExactAuction {

  private final Rational quantity;
  private final Rational reserve;
  private final Rational[] quantities;
  private final Rational[] prices;
  private final Ties ties;

  public ExactAuction(
      Rational quantity, Rational reserve, Rational[] quantities, Rational[] prices, Ties ties) {
    if (quantities.length != prices.length) {
      throw new IllegalArgumentException("as many quantities as prices");
    }
    this.quantity = quantity;
    this.reserve = reserve;
    this.quantities = quantities.clone();
    this.prices = prices.clone();
    this.ties = ties;
  }

  /** The auction of exactly these binary values. */
  public static ExactAuction of(
      double quantity, double reserve, double[] quantities, double[] prices, Ties ties) {
    return new ExactAuction(
        Rational.of(quantity), Rational.of(reserve), exact(quantities), exact(prices), ties);
  }

  private static Rational[] exact(double[] values) {
    return Arrays.stream(values).mapToObj(Rational::of).toArray(Rational[]::new);
  }

  public int bidders() {
    return quantities.length;
  }

  public boolean eligible(int k) {
    return quantities[k].signum() > 0 && prices[k].compareTo(reserve) >= 0;
  }

  public Rational residualSupply(int i, Rational y) {
    if (y.compareTo(reserve) < 0) {
      return Rational.ZERO;
    }
    Rational taken = Rational.ZERO;
    for (int k = 0; k < bidders(); k++) {
      if (k != i && eligible(k) && prices[k].compareTo(y) > 0) {
        taken = taken.plus(quantities[k]);
      }
    }
    return quantity.minus(taken).max(Rational.ZERO);
  }

  public Rational allocation(int i) {
    if (!eligible(i)) {
      return Rational.ZERO;
    }
    return ties == Ties.PROPORTIONAL ? proportionalAllocation(i) : strictAllocation(i);
  }

  private Rational proportionalAllocation(int i) {
    Rational tied = Rational.ZERO;
    for (int k = 0; k < bidders(); k++) {
      if (eligible(k) && prices[k].compareTo(prices[i]) == 0) {
        tied = tied.plus(quantities[k]);
      }
    }
    return quantities[i].min(quantities[i].dividedBy(tied).times(residualSupply(i, prices[i])));
  }

  private Rational strictAllocation(int i) {
    Rational taken = Rational.ZERO;
    for (int k = 0; k < bidders(); k++) {
      if (k != i && eligible(k) && prices[k].compareTo(prices[i]) >= 0) {
        taken = taken.plus(quantities[k]);
      }
    }
    return quantities[i].min(quantity.minus(taken).max(Rational.ZERO));
  }

  public Rational sellerAllocation() {
    Rational taken = Rational.ZERO;
    for (int k = 0; k < bidders(); k++) {
      if (eligible(k)) {
        taken = taken.plus(quantities[k]);
      }
    }
    return quantity.minus(taken).max(Rational.ZERO);
  }

  public ExactAuction without(int i) {
    Rational[] others = quantities.clone();
    others[i] = Rational.ZERO;
    return new ExactAuction(quantity, reserve, others, prices, ties);
  }

  public Rational costByExclusion(int i) {
    ExactAuction without = without(i);
    Rational cost = reserve.times(without.sellerAllocation().minus(sellerAllocation()));
    for (int k = 0; k < bidders(); k++) {
      if (k != i && eligible(k)) {
        cost = cost.plus(prices[k].times(without.allocation(k).minus(allocation(k))));
      }
    }
    return cost;
  }

  public Rational[] levels(int i) {
    Rational[] all = new Rational[bidders() + 1];
    all[0] = reserve;
    int count = 1;
    for (int k = 0; k < bidders(); k++) {
      if (k != i && eligible(k)) {
        all[count++] = prices[k];
      }
    }
    return Arrays.stream(all, 0, count).sorted().distinct().toArray(Rational[]::new);
  }

  /** ∫₀^amount P_i(z) dz, for an amount that the seller has. */
  public Rational costOf(int i, Rational amount) {
    Rational cost = Rational.ZERO;
    Rational got = Rational.ZERO;
    for (Rational level : levels(i)) {
      Rational upTo = amount.min(residualSupply(i, level));
      if (upTo.compareTo(got) > 0) {
        cost = cost.plus(level.times(upTo.minus(got)));
        got = upTo;
      }
    }
    if (got.compareTo(amount) < 0) {
      throw new IllegalArgumentException("more than the seller has: " + amount);
    }
    return cost;
  }

  public Rational costByIntegral(int i) {
    return costOf(i, allocation(i));
  }
}
