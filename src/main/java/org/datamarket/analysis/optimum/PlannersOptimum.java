package org.datamarket.analysis.optimum;

import java.io.Serializable;
import java.util.List;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;

/**
 * What a planner who knows everything would do (docs/model.md §7, <i>optimum</i>): the flows x_ij ≥
 * 0 from sellers to the buyers that see them that
 *
 * <pre>  maximise  Σ_i θ_i(x_i) − Σ_j r_j y_j ,   x_i = Σ_j x_ij ,   y_j = Σ_i x_ij ≤ D_j ,</pre>
 *
 * with the initial reserves r and without budgets. With full reach one price clears everything
 * ({@link SinglePrice}), otherwise the network falls into parts with a price each ({@link
 * Decomposition}). Either way {@link OptimumCertificate} bounds how far the result may be from the
 * optimum. The same input gives the same bits.
 *
 * <p>The optimum's value is unique; its totals are so where valuations are strictly concave, and
 * its prices unless demands and supplies fit each other exactly. A buyer and a seller that both
 * gain nothing by it trade all the same.
 */
public final class PlannersOptimum implements Serializable {
  private static final long serialVersionUID = 1;

  private final OptimumCertificate certificate;
  private final List<Delivery> deliveries;
  private final double[] totals;
  private final double[] sold;
  private final double[] prices;

  private PlannersOptimum(
      OptimumCertificate certificate, List<Delivery> deliveries, int buyers, double[] prices) {
    this.certificate = certificate;
    this.deliveries = deliveries;
    this.totals = new double[buyers];
    this.sold = new double[prices.length];
    this.prices = prices;
    for (Delivery delivery : deliveries) {
      totals[delivery.buyer()] += delivery.quantity();
      sold[delivery.seller()] += delivery.quantity();
    }
  }

  /**
   * Finds the optimum.
   *
   * @param valuations θ_i, by buyer
   * @param quantities D_j by seller, GB, finite and at least 0
   * @param reserves r_j by seller, $/GB, finite and at least 0
   * @param reach who sees whom
   * @throws IllegalArgumentException if the sizes do not match or a number is outside its range
   */
  public static PlannersOptimum of(
      List<Valuation> valuations, double[] quantities, double[] reserves, Reach reach) {
    check(valuations, quantities, reserves, reach);
    boolean[] wants = new boolean[valuations.size()];
    for (int i = 0; i < wants.length; i++) {
      wants[i] = valuations.get(i).demand() > 0;
    }
    boolean[] has = new boolean[quantities.length];
    for (int j = 0; j < has.length; j++) {
      has[j] = quantities[j] > 0;
    }
    Allotment allotment =
        reach.isFull()
            ? FullReachOptimum.solve(valuations, wants, quantities, reserves)
            : Decomposition.solve(Network.of(reach, wants, has), valuations, quantities, reserves);
    double[] prices = allotment.prices();
    priceSellersOfNothing(prices, valuations, has, reach);
    List<Delivery> deliveries = allotment.sorted();
    OptimumCertificate certificate =
        OptimumCertificate.best(valuations, quantities, reserves, reach, deliveries, prices);
    return new PlannersOptimum(certificate, deliveries, wants.length, prices);
  }

  /** A seller of nothing gets the least price at which nobody would rather buy from it. */
  private static void priceSellersOfNothing(
      double[] prices, List<Valuation> valuations, boolean[] has, Reach reach) {
    double[] offered = prices.clone();
    for (int j = 0; j < has.length; j++) {
      offered[j] = has[j] ? offered[j] : Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < valuations.size(); i++) {
      Valuation valuation = valuations.get(i);
      if (valuation.demand() > 0) {
        double elsewhere = OptimumCertificate.leastPrice(reach, i, offered);
        double most = Math.min(elsewhere, valuation.marginal(0));
        for (int k = 0; k < reach.degree(i); k++) {
          int seller = reach.seller(i, k);
          if (!has[seller]) {
            prices[seller] = Math.max(prices[seller], most);
          }
        }
      }
    }
  }

  static void check(
      List<Valuation> valuations, double[] quantities, double[] reserves, Reach reach) {
    boolean sizesMatch =
        valuations.size() == reach.buyers()
            && quantities.length == reach.sellers()
            && reserves.length == reach.sellers();
    if (!sizesMatch) {
      throw new IllegalArgumentException(
          String.format(
              "%d valuations, %d quantities and %d reserves for %d buyers and %d sellers",
              valuations.size(),
              quantities.length,
              reserves.length,
              reach.buyers(),
              reach.sellers()));
    }
    for (int j = 0; j < quantities.length; j++) {
      check("quantity", quantities[j], j);
      check("reserve", reserves[j], j);
    }
  }

  private static void check(String name, double value, int seller) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " of seller " + seller + " must be finite and at least 0, not " + value);
    }
  }

  /** Σ_i θ_i(x_i) − Σ_j r_j y_j, $: reached by {@link #deliveries}. */
  public double welfare() {
    return certificate.welfare();
  }

  /** What no planner can exceed, $. */
  public double upperBound() {
    return certificate.upperBound();
  }

  /**
   * (upper bound − welfare) / upper bound: the share of the optimum that may be missing at most.
   */
  public double relativeGap() {
    return certificate.relativeGap();
  }

  /** The check of the deliveries and prices, made independently of how they were found. */
  public OptimumCertificate certificate() {
    return certificate;
  }

  /** Who has what from whom, by buyer and then by seller; quantities above 0 only. */
  public List<Delivery> deliveries() {
    return deliveries;
  }

  /** x_i by buyer, GB. */
  public double[] totals() {
    return totals.clone();
  }

  /** y_j by seller, GB. */
  public double[] sold() {
    return sold.clone();
  }

  /**
   * λ_j by seller, $/GB, at least the reserve: what one more GB at seller j would add to the
   * optimum, plus r_j. For a seller of nothing the least price at which nobody would rather buy
   * from it, which may be infinite.
   */
  public double[] prices() {
    return prices.clone();
  }
}
