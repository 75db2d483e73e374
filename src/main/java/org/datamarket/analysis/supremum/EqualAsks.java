package org.datamarket.analysis.supremum;

import org.datamarket.market.Valuation;
import org.datamarket.strategy.BuyerTerms;

/**
 * The best equal ask at the sellers of a set: u(q) = θ(Σ_j a_j) − Σ_j ∫₀^{a_j} P_j with a_j =
 * min(q, cap_j), as q grows from 0. Between the ends of the sellers' steps and the caps, the total
 * grows by the number of sellers that still give, and costs the sum of their prices; so u is
 * concave there, and highest where θ′ meets the average price, or at an end. Over all of these
 * pieces it is not concave: where a seller with dear units runs out, the average price falls.
 */
final class EqualAsks {
  private final BuyerTerms terms;
  private final Valuation valuation;
  private final Staircase[] sellers;
  private final double[] caps;
  private final int[] steps;
  private double total;
  private double cost;
  private double bestUtility;
  private double bestAsk;

  /**
   * @param sellers those of the set
   * @param caps the most that each gives, GB: the end of one of its steps, or 0
   */
  EqualAsks(BuyerTerms terms, Staircase[] sellers, double[] caps) {
    this.terms = terms;
    this.valuation = terms.valuation();
    this.sellers = sellers;
    this.caps = caps;
    this.steps = new int[sellers.length];
    this.bestUtility = valuation.value(0);
  }

  /** Goes through all asks that every seller meets, or through all. */
  EqualAsks search(boolean met) {
    double ask = 0;
    while (total < valuation.demand()) {
      double next = Double.POSITIVE_INFINITY;
      double prices = 0;
      int giving = 0;
      for (int k = 0; k < sellers.length; k++) {
        if (stepAt(k, ask)) {
          giving++;
          prices += sellers[k].price(steps[k]);
          next = Math.min(next, Math.min(caps[k], sellers[k].end(steps[k])));
        }
      }
      if (giving == 0 || (met && giving < sellers.length)) {
        break;
      }
      double paid = prices > 0 ? (terms.budget() - cost) / prices : Double.POSITIVE_INFINITY;
      double wanted = (valuation.demandAt(prices / giving) - total) / giving;
      consider(ask, Math.min(next - ask, Math.min(paid, wanted)), giving, prices);
      if (paid <= next - ask) {
        break;
      }
      total += giving * (next - ask);
      cost += prices * (next - ask);
      ask = next;
    }
    return this;
  }

  /** Moves to the step on which a seller's next unit lies; whether it has one within its cap. */
  private boolean stepAt(int k, double ask) {
    while (steps[k] < sellers[k].steps() && sellers[k].end(steps[k]) <= ask) {
      steps[k]++;
    }
    return steps[k] < sellers[k].steps() && ask < caps[k];
  }

  private void consider(double ask, double more, int giving, double prices) {
    if (more > 0) {
      double utility = valuation.value(total + giving * more) - (cost + prices * more);
      if (utility > bestUtility) {
        bestUtility = utility;
        bestAsk = ask + more;
      }
    }
  }

  /** sup u, $; that of no bids at least. */
  double utility() {
    return bestUtility;
  }

  /** The ask at which it is, GB; 0 for none. */
  double ask() {
    return bestAsk;
  }
}
