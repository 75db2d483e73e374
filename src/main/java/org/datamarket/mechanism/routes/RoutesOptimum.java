package org.datamarket.mechanism.routes;

import java.util.List;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;

/**
 * The most that welfare can be: max Σ θ_i(x_i) − Σ_l r^l Σ_{i∋l} x_i with Σ_{i∋l} x_i ≤ D^l, and a
 * proof of it that does not depend on how it was found (docs/mechanisms.md §8).
 *
 * @param welfare of a plan that can be carried out, $
 * @param upperBound by weak duality no plan is worth more, $
 * @param delivered x_i of that plan by buyer, GB; not to be written to
 */
public record RoutesOptimum(double welfare, double upperBound, double[] delivered) {
  private static final double WANTED_GAP = 1e-9;

  /** Only prices with a smaller gap are worth clearing. */
  private static final double NEAR = 1e-4;

  private static final double SMALLER = 0.1;
  private static final int MOST_WEIGHTS = 16;

  /** Plans for buyers with these routes. */
  public static RoutesOptimum of(
      List<Valuation> valuations, double[] quantities, double[] reserves, Reach routes) {
    RoutesPlan plan = RoutesPlan.of(valuations, quantities, reserves, routes);
    RoutesOptimum best = best(plan);
    double[] delivered = new double[valuations.size()];
    double others = 0;
    int next = 0;
    for (int i = 0; i < delivered.length; i++) {
      if (next < best.delivered.length && plan.buyers()[next] == i) {
        delivered[i] = best.delivered[next++];
      } else {
        others += valuations.get(i).value(0);
      }
    }
    return new RoutesOptimum(best.welfare + others, best.upperBound + others, delivered);
  }

  private static RoutesOptimum best(RoutesPlan plan) {
    RoutesOptimum best = at(plan, plan.reserves());
    if (plan.valuations().isEmpty() || best.relativeGap() <= WANTED_GAP) {
      return best;
    }
    InteriorPoint point = new InteriorPoint(plan);
    double weight = point.firstWeight();
    for (int k = 0; k < MOST_WEIGHTS && best.relativeGap() > WANTED_GAP; k++) {
      point.centre(weight);
      double[] x = point.plan();
      best = best.or(new RoutesOptimum(plan.welfare(x), best.upperBound, x));
      double[] prices = point.prices(weight);
      best = best.or(at(plan, prices));
      best = best.relativeGap() < NEAR ? best.or(at(plan, plan.cleared(prices))) : best;
      weight *= SMALLER;
    }
    return best;
  }

  private static RoutesOptimum at(RoutesPlan plan, double[] prices) {
    double[] x = plan.rationed(prices);
    return new RoutesOptimum(plan.welfare(x), plan.upperBound(prices), x);
  }

  /** The better plan, and the better proof. */
  private RoutesOptimum or(RoutesOptimum other) {
    RoutesOptimum better = other.welfare > welfare ? other : this;
    double bound = other.upperBound < upperBound ? other.upperBound : upperBound;
    return new RoutesOptimum(better.welfare, bound, better.delivered);
  }

  /** (upper bound − welfare) / upper bound: 0 if both are 0, below 0 only by rounding. */
  public double relativeGap() {
    return upperBound == welfare ? 0 : (upperBound - welfare) / Math.abs(upperBound);
  }
}
