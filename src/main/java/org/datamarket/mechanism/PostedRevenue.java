package org.datamarket.mechanism;

import org.datamarket.kind.Kind;

/**
 * One posted price for all sellers, the one with the most revenue p · volume(p) (textbook;
 * docs/mechanisms.md §3). c_i = p a_i. See {@link PostedMarket} and {@link PostedSearch}.
 */
@Kind(name = "posted-revenue", meaning = "One price posted for all, the one that brings most.")
public record PostedRevenue() implements Mechanism {

  @Override
  public Outcome clear(Setting setting) {
    return PostedSearch.best(setting, PostedGoal.REVENUE);
  }
}
