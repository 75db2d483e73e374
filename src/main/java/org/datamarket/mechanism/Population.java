package org.datamarket.mechanism;

import java.util.Arrays;
import java.util.List;
import org.datamarket.analysis.optimum.Externality;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;

/**
 * Who is there, as it was drawn: all that any mechanism knows (docs/mechanisms.md §1). The arrays
 * are not to be written to.
 *
 * @param valuations θ_κ,i by buyer: a {@link WithIsp}, with the buyer's own p_κ, where there is an
 *     ISP
 * @param budgets b_i by buyer, $, infinite when unlimited; no mechanism here regards them
 * @param quantities D_j by seller, GB, at least 0
 * @param reserves r_j by seller, $/GB, at least 0: the initial ones
 * @param reach who sees whom
 * @param fee f, $/GB, finite, at least 0: what the ISP takes of each GB where it is in the middle
 */
public record Population(
    List<Valuation> valuations,
    double[] budgets,
    double[] quantities,
    double[] reserves,
    Reach reach,
    double fee) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the sizes do not match, or the fee is negative or infinite
   */
  public Population {
    valuations = List.copyOf(valuations);
    if (!(fee >= 0) || Double.isInfinite(fee)) {
      throw new IllegalArgumentException("fee must be finite and at least 0, not " + fee);
    }
    boolean sizesMatch =
        valuations.size() == budgets.length
            && reach.buyers() == budgets.length
            && quantities.length == reserves.length
            && reach.sellers() == reserves.length;
    if (!sizesMatch) {
      throw new IllegalArgumentException(
          "%s valuations, %s budgets, %s quantities and %s reserves for %s buyers and %s sellers"
              .formatted(
                  valuations.size(),
                  budgets.length,
                  quantities.length,
                  reserves.length,
                  reach.buyers(),
                  reach.sellers()));
    }
  }

  /** A population whose ISP, if there is one, takes no fee. */
  public Population(
      List<Valuation> valuations,
      double[] budgets,
      double[] quantities,
      double[] reserves,
      Reach reach) {
    this(valuations, budgets, quantities, reserves, reach, 0);
  }

  /** How many buyers there are. */
  public int buyers() {
    return budgets.length;
  }

  /** How many sellers there are. */
  public int sellers() {
    return reserves.length;
  }

  /** θ_κ,i(z), what a total of z GB is worth to a buyer that may also buy from the ISP, $. */
  public double value(int buyer, double z) {
    return valuations.get(buyer).value(z);
  }

  /** V_i(z) = θ_κ,i(z) − θ_κ,i(0), what z GB from the market are worth to it, $. */
  public double worth(int buyer, double z) {
    return z == 0 ? 0 : value(buyer, z) - value(buyer, 0);
  }

  /** r_j + f by seller, $/GB: what sellers ask who pass the ISP's fee on. */
  double[] asks() {
    return Arrays.stream(reserves).map(reserve -> reserve + fee).toArray();
  }

  /** p_κ, what the ISP asks of a buyer, $/GB; infinite without an ISP. */
  public double ispPrice(int buyer) {
    return valuations.get(buyer) instanceof WithIsp withIsp
        ? withIsp.ispPrice()
        : Double.POSITIVE_INFINITY;
  }

  /** x_i = [D_i(p_κ) − z]⁺, what a buyer with z GB from the market buys from the ISP, GB. */
  public double overage(int buyer, double z) {
    return valuations.get(buyer) instanceof WithIsp withIsp ? withIsp.purchase(z) : 0;
  }

  /** p_κ for so many GB, $; 0 for none, with or without an ISP. */
  public double ispBill(int buyer, double overage) {
    return overage == 0 ? 0 : ispPrice(buyer) * overage;
  }

  /**
   * Λ_i, the least of some prices among the sellers in a buyer's reach that have something, $/GB;
   * infinite if there are none.
   */
  public double leastInReach(int buyer, double[] prices) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < reach.degree(buyer); k++) {
      int seller = reach.seller(buyer, k);
      if (quantities[seller] > 0) {
        least = Math.min(least, prices[seller]);
      }
    }
    return least;
  }

  /** {@link #leastInReach} of every buyer. */
  public double[] leastInReach(double[] prices) {
    double[] least = new double[buyers()];
    if (reach.isFull()) {
      double all = buyers() > 0 ? leastInReach(0, prices) : 0;
      Arrays.fill(least, all);
    } else {
      Arrays.setAll(least, i -> leastInReach(i, prices));
    }
    return least;
  }

  /** Σ_i [D_i(price_i) − a_i]⁺, what buyers would still take at the prices they face, GB. */
  public double unmet(double[] prices, double[] allocation) {
    double unmet = 0;
    for (int i = 0; i < prices.length; i++) {
      unmet += Math.max(0, valuations.get(i).demandAt(prices[i]) - allocation[i]);
    }
    return unmet;
  }

  /**
   * What each buyer's presence costs the others.
   *
   * @param reports v_i by buyer
   * @param plan P(v, r)
   */
  Externality externality(List<Valuation> reports, Plan plan) {
    return Externality.of(plan, reports, quantities, reserves, reach);
  }
}
