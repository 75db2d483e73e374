package org.datamarket.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.datamarket.analysis.optimum.CompetitivePrices;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;

/**
 * Whether a plan is the one that is defined, judged without any flow: every condition on flows is
 * written out over all subsets of the sellers, of which there are few.
 */
final class NaivePlans {
  private static final double STEP = 1e-4;
  private static final double TIGHT = 1e-9;

  private final List<Valuation> curves;
  private final double[] quantities;
  private final double[] reserves;
  private final Reach reach;
  private final int subsets;
  private final double scale;

  NaivePlans(List<Valuation> curves, double[] quantities, double[] reserves, Reach reach) {
    this.curves = curves;
    this.quantities = quantities;
    this.reserves = reserves;
    this.reach = reach;
    this.subsets = 1 << quantities.length;
    double all = 1e-3;
    for (Valuation curve : curves) {
      all += curve.value(curve.demand()) - curve.value(0);
    }
    this.scale = all;
  }

  /** Everything at once. */
  void check(Plan plan, CompetitivePrices prices, String where) {
    assertTrue(hasFlow(plan.allocation(), plan.sold(), reachMasks()), where + ": a flow exists");
    double value = plan.value(curves, reserves);
    double[] low = finite(prices.low());
    double[] high = finite(prices.high());
    assertEquals(value, bound(low), 1e-9 * scale, where + ": weak duality at the lowest prices");
    assertEquals(value, bound(high), 1e-9 * scale, where + ": and at the highest");
    assertEquals(
        value, bound(finite(prices.between(0.5))), 1e-9 * scale, where + ": and in between");
    checkEnds(value, low, high, where);
    checkBuyersTies(plan, low, where);
    checkSellersTies(plan, low, where);
  }

  /** No seller of nothing is of interest: nobody buys there at any price. */
  private double[] finite(double[] prices) {
    double[] finite = prices.clone();
    for (int j = 0; j < finite.length; j++) {
      assertEquals(
          quantities[j] == 0, Double.isNaN(prices[j]), "a price is a seller's of something");
      finite[j] = quantities[j] == 0 ? 1e100 : prices[j];
    }
    return finite;
  }

  /** Σ (λ − r) D + Σ max_x [v(x) − Λ x]: what no plan can exceed, for any λ ≥ r. */
  private double bound(double[] prices) {
    double bound = 0;
    for (int j = 0; j < prices.length; j++) {
      bound += quantities[j] == 0 ? 0 : (prices[j] - reserves[j]) * quantities[j];
    }
    for (int i = 0; i < curves.size(); i++) {
      double least = least(i, prices);
      double most = curves.get(i).demandAt(least);
      bound += most == 0 ? 0 : curves.get(i).value(most) - curves.get(i).value(0) - least * most;
    }
    return bound;
  }

  private double least(int buyer, double[] prices) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < reach.degree(buyer); k++) {
      int seller = reach.seller(buyer, k);
      least = quantities[seller] > 0 ? Math.min(least, prices[seller]) : least;
    }
    return least;
  }

  /**
   * Competitive prices form a polyhedron of bounds on prices and their differences: if they go
   * lower than a point of it, some set of sellers can be lowered alike from there.
   */
  private void checkEnds(double value, double[] low, double[] high, String where) {
    for (int set = 1; set < subsets; set++) {
      if (ofSomething(set)) {
        double[] lower = moved(low, set, -STEP);
        double[] higher = moved(high, set, STEP);
        if (isAllowed(lower)) {
          assertTrue(bound(lower) > value + 1e-13 * scale, where + ": lower prices do not clear");
        }
        assertTrue(bound(higher) > value + 1e-13 * scale, where + ": nor do higher ones");
      }
    }
  }

  private boolean ofSomething(int set) {
    for (int j = 0; j < quantities.length; j++) {
      if ((set >> j & 1) == 1 && quantities[j] == 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isAllowed(double[] prices) {
    for (int j = 0; j < prices.length; j++) {
      if (prices[j] < reserves[j] * (1 - 1e-12)) {
        return false;
      }
    }
    return true;
  }

  private static double[] moved(double[] prices, int set, double step) {
    double[] moved = prices.clone();
    for (int j = 0; j < moved.length; j++) {
      moved[j] += (set >> j & 1) == 1 ? step : 0;
    }
    return moved;
  }

  /** Nobody at a jump could have more; nor at the cost of somebody with a larger share of its. */
  private void checkBuyersTies(Plan plan, double[] prices, String where) {
    int[] tight = tightMasks(prices);
    for (int i = 0; i < curves.size(); i++) {
      double jump = jump(i, prices);
      double share = share(plan, i, prices);
      if (jump > 1e-6 && share < 1 - 1e-6) {
        double step = 1e-7 * jump;
        double[] more = plan.allocation().clone();
        more[i] += step;
        assertFalse(isOptimal(more, tight, prices), where + ": no more volume");
        for (int k = 0; k < curves.size(); k++) {
          boolean richer = jump(k, prices) > 1e-6 && share(plan, k, prices) > share + 1e-6;
          if (richer) {
            double[] fairer = more.clone();
            fairer[k] -= step;
            assertFalse(
                isOptimal(fairer, tight, prices), where + ": shares are as equal as can be");
          }
        }
      }
    }
  }

  private double floor(int buyer, double[] prices) {
    return curves.get(buyer).demandAt(least(buyer, prices) * (1 + 1e-11) + 1e-300);
  }

  private double jump(int buyer, double[] prices) {
    double least = least(buyer, prices);
    double most = Double.isInfinite(least) ? 0 : curves.get(buyer).demandAt(least * (1 - 1e-11));
    return most - Math.min(most, floor(buyer, prices));
  }

  private double share(Plan plan, int buyer, double[] prices) {
    return (plan.allocation()[buyer] - floor(buyer, prices)) / jump(buyer, prices);
  }

  /** Sellers at their reserves: none could sell less for one that sells a smaller share of its. */
  private void checkSellersTies(Plan plan, double[] prices, String where) {
    int[] tight = tightMasks(prices);
    for (int j = 0; j < prices.length; j++) {
      for (int k = 0; k < prices.length; k++) {
        boolean both = isIndifferent(j, prices) && isIndifferent(k, prices);
        double from = plan.sold()[j] / quantities[j];
        double to = plan.sold()[k] / quantities[k];
        if (both && from > to + 1e-6) {
          double[] fairer = plan.sold().clone();
          fairer[j] -= 1e-7;
          fairer[k] += 1e-7;
          assertFalse(hasFlow(plan.allocation(), fairer, tight), where + ": kept shares are equal");
        }
      }
    }
  }

  private boolean isIndifferent(int seller, double[] prices) {
    return quantities[seller] > 0 && prices[seller] <= reserves[seller] * (1 + 1e-11);
  }

  private int[] reachMasks() {
    int[] masks = new int[curves.size()];
    for (int i = 0; i < masks.length; i++) {
      for (int k = 0; k < reach.degree(i); k++) {
        masks[i] |= 1 << reach.seller(i, k);
      }
    }
    return masks;
  }

  private int[] tightMasks(double[] prices) {
    int[] masks = new int[curves.size()];
    for (int i = 0; i < masks.length; i++) {
      double least = least(i, prices);
      for (int k = 0; k < reach.degree(i); k++) {
        int seller = reach.seller(i, k);
        boolean tight = quantities[seller] > 0 && prices[seller] <= least * (1 + 1e-10);
        masks[i] |= tight ? 1 << seller : 0;
      }
    }
    return masks;
  }

  /** Whether totals and sales can be delivered: no set of sellers is all that too many see. */
  private boolean hasFlow(double[] totals, double[] sold, int[] masks) {
    double slack = TIGHT * (1 + sum(sold, -1));
    if (Math.abs(sum(totals, -1) - sum(sold, -1)) > slack) {
      return false;
    }
    for (int set = 0; set < subsets; set++) {
      if (inside(totals, masks, set) > sum(sold, set) + slack) {
        return false;
      }
    }
    return true;
  }

  /** Whether some sales that are optimal at these prices deliver the totals over tight arcs. */
  private boolean isOptimal(double[] totals, int[] tight, double[] prices) {
    int must = 0;
    for (int j = 0; j < prices.length; j++) {
      must |= quantities[j] > 0 && !isIndifferent(j, prices) ? 1 << j : 0;
    }
    for (int set = 0; set < subsets; set++) {
      if (inside(totals, tight, set) > sum(quantities, set) + 1e-12) {
        return false;
      }
      boolean allMust = (set & ~must) == 0;
      double touching = sum(totals, -1) - inside(totals, tight, ~set & (subsets - 1));
      if (allMust && sum(quantities, set) > touching + 1e-12) {
        return false;
      }
    }
    return true;
  }

  private static double inside(double[] totals, int[] masks, int set) {
    double inside = 0;
    for (int i = 0; i < totals.length; i++) {
      inside += (masks[i] & ~set) == 0 ? totals[i] : 0;
    }
    return inside;
  }

  private static double sum(double[] values, int set) {
    double sum = 0;
    for (int j = 0; j < values.length; j++) {
      sum += (set >> j & 1) == 1 ? values[j] : 0;
    }
    return sum;
  }
}
