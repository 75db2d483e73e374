package org.datamarket.strategy;

import java.io.Serializable;
import org.datamarket.market.Valuation;

/**
 * What a buyer wants and can pay.
 *
 * @param valuation θ with its demand d; with an ISP, θ_κ
 * @param budget b, the most it can pay, $, at least 0; infinite when unlimited
 * @param epsilon ε, the bid fee: it bids again only for a gain above this, $, at least 0
 */
public record BuyerTerms(Valuation valuation, double budget, double epsilon)
    implements Serializable {
  /**
   * @throws IllegalArgumentException if a number is outside its range
   */
  public BuyerTerms {
    if (!(budget >= 0)) {
      throw new IllegalArgumentException("budget must be at least 0, not " + budget);
    }
    if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
      throw new IllegalArgumentException("epsilon must be finite and at least 0, not " + epsilon);
    }
  }
}
