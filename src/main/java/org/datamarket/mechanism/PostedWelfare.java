package org.datamarket.mechanism;

import org.datamarket.kind.Kind;

/**
 * One posted price for all sellers, the one with the most welfare, as a limit from one side where
 * it must be (textbook; docs/mechanisms.md §3). c_i = p a_i. See {@link PostedMarket} and {@link
 * PostedSearch}.
 */
@Kind(name = "posted-welfare", meaning = "One price posted for all, the one that serves most.")
public record PostedWelfare() implements Mechanism {

  @Override
  public Outcome clear(Setting setting) {
    return PostedSearch.best(setting, PostedGoal.WELFARE);
  }
}
