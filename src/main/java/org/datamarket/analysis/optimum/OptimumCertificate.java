package org.datamarket.analysis.optimum;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;

/**
 * A proof, independent of how they were found, that deliveries are optimal up to a known gap
 * (docs/model.md §7, <i>optimum</i>). For any prices λ_j ≥ r_j, and with Λ_i the least of them
 * among the sellers that buyer i sees, weak duality bounds what any planner can reach:
 *
 * <pre>
 *   Σ_i θ_i(x_i) − Σ_j r_j y_j  ≤  Σ_j (λ_j − r_j) D_j + Σ_i max_{x ≤ Σ_j D_j} [θ_i(x) − Λ_i x] .
 * </pre>
 *
 * @param welfare the left side for these deliveries, $; at least that of no delivery at all, below
 *     which only rounding can bring it
 * @param upperBound the right side for these prices, $
 * @param oversold by how much a seller sells more than it has, as a share of it; the largest, 0 if
 *     none does
 */
public record OptimumCertificate(double welfare, double upperBound, double oversold)
    implements Serializable {
  /** What rounding may oversell. */
  private static final double ROUNDING = 1e-12;

  /** A gap below this needs no better prices. */
  private static final double SMALL = 1e-9;

  /** By how much prices are raised to find better ones, relatively. */
  private static final List<Double> RAISES = List.of(0x1p-52, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11);

  /**
   * Checks deliveries and prices.
   *
   * @param prices λ_j, $/GB, at least the reserves; may be infinite for a seller of nothing
   * @throws IllegalArgumentException if a delivery is negative or outside the reach, a seller of
   *     nothing sells, or a price is below its reserve
   */
  public static OptimumCertificate of(
      List<Valuation> valuations,
      double[] quantities,
      double[] reserves,
      Reach reach,
      List<Delivery> deliveries,
      double[] prices) {
    double[] totals = new double[valuations.size()];
    double[] sold = new double[quantities.length];
    for (Delivery delivery : deliveries) {
      check(delivery, reach);
      totals[delivery.buyer()] += delivery.quantity();
      sold[delivery.seller()] += delivery.quantity();
    }
    double welfare = 0;
    double nothing = 0;
    double supply = Arrays.stream(quantities).sum();
    double bound = 0;
    double oversold = 0;
    for (int i = 0; i < totals.length; i++) {
      welfare += valuations.get(i).value(totals[i]);
      nothing += valuations.get(i).value(0);
      bound += surplus(valuations.get(i), leastPrice(reach, i, prices), supply);
    }
    for (int j = 0; j < sold.length; j++) {
      welfare -= reserves[j] * sold[j];
      bound += rent(quantities[j], reserves[j], prices[j]);
      oversold = Math.max(oversold, excess(sold[j], quantities[j]));
    }
    return new OptimumCertificate(Math.max(welfare, nothing), bound, oversold);
  }

  /**
   * The same with the best of prices near those given. Where a buyer wants far more than there is,
   * even two neighbouring doubles are so far apart that it wants nothing at one of them and a
   * multiple of the supply at the other; the upper bound is close at the former only. Any prices
   * prove a bound, so those above their reserves are raised, by so little that the rents of sellers
   * stay what they are. What is less than the rounding of all that is paid counts as nothing.
   */
  static OptimumCertificate best(
      List<Valuation> valuations,
      double[] quantities,
      double[] reserves,
      Reach reach,
      List<Delivery> deliveries,
      double[] prices) {
    OptimumCertificate best = of(valuations, quantities, reserves, reach, deliveries, prices);
    if (best.relativeGap() <= SMALL) {
      return best;
    }
    double paid = paid(deliveries, prices);
    double gain = gainAtPrices(valuations, reserves, deliveries, prices);
    double welfare = Math.max(best.welfare, gain);
    double bound = best.upperBound;
    for (double raise : RAISES) {
      double[] raised = raised(prices, reserves, 1 + raise);
      bound =
          Math.min(
              bound, of(valuations, quantities, reserves, reach, deliveries, raised).upperBound);
    }
    boolean same = bound - welfare <= ROUNDING * paid;
    return new OptimumCertificate(welfare, same ? welfare : bound, best.oversold);
  }

  /**
   * The welfare as what buyers gain at the prices of their sellers, and sellers over their
   * reserves: the same sum, in which those who trade at no gain do not drown the others.
   */
  private static double gainAtPrices(
      List<Valuation> valuations, double[] reserves, List<Delivery> deliveries, double[] prices) {
    double[] totals = new double[valuations.size()];
    double[] costs = new double[valuations.size()];
    double gain = 0;
    for (Delivery delivery : deliveries) {
      double price = prices[delivery.seller()];
      totals[delivery.buyer()] += delivery.quantity();
      costs[delivery.buyer()] += price * delivery.quantity();
      gain += (price - reserves[delivery.seller()]) * delivery.quantity();
    }
    for (int i = 0; i < totals.length; i++) {
      gain += valuations.get(i).value(totals[i]) - costs[i];
    }
    return gain;
  }

  private static double paid(List<Delivery> deliveries, double[] prices) {
    return deliveries.stream().mapToDouble(d -> prices[d.seller()] * d.quantity()).sum();
  }

  private static double[] raised(double[] prices, double[] reserves, double factor) {
    double[] raised = prices.clone();
    for (int j = 0; j < raised.length; j++) {
      raised[j] *= prices[j] > reserves[j] ? factor : 1;
    }
    return raised;
  }

  /** (upper bound − welfare) / upper bound: 0 if both are 0, below 0 only by rounding. */
  public double relativeGap() {
    return upperBound == welfare ? 0 : (upperBound - welfare) / Math.abs(upperBound);
  }

  /** Whether the deliveries are feasible and their relative gap is at most this. */
  public boolean holds(double gap) {
    return oversold <= ROUNDING && relativeGap() <= gap;
  }

  /** Λ_i, infinite for a buyer that sees nobody. */
  static double leastPrice(Reach reach, int buyer, double[] prices) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < reach.degree(buyer); k++) {
      least = Math.min(least, prices[reach.seller(buyer, k)]);
    }
    return least;
  }

  /** Nobody can have more than there is. */
  private static double surplus(Valuation valuation, double price, double supply) {
    double wanted = Math.min(valuation.demandAt(price), supply);
    double none = valuation.value(0);
    return wanted > 0 ? Math.max(none, valuation.value(wanted) - price * wanted) : none;
  }

  private static double rent(double quantity, double reserve, double price) {
    if (!(price >= reserve)) {
      throw new IllegalArgumentException("price " + price + " is below the reserve " + reserve);
    }
    return quantity > 0 ? (price - reserve) * quantity : 0;
  }

  private static double excess(double sold, double quantity) {
    if (sold > 0 && quantity <= 0) {
      throw new IllegalArgumentException("a seller of nothing sells " + sold);
    }
    return sold > quantity ? (sold - quantity) / quantity : 0;
  }

  private static void check(Delivery delivery, Reach reach) {
    int first = 0;
    int last = reach.degree(delivery.buyer()) - 1;
    while (first < last) {
      int middle = (first + last) / 2;
      if (reach.seller(delivery.buyer(), middle) < delivery.seller()) {
        first = middle + 1;
      } else {
        last = middle;
      }
    }
    boolean sees = first == last && reach.seller(delivery.buyer(), first) == delivery.seller();
    if (!sees || !(delivery.quantity() >= 0) || Double.isInfinite(delivery.quantity())) {
      throw new IllegalArgumentException("not a delivery within the reach: " + delivery);
    }
  }
}
