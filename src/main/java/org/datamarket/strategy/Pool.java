package org.datamarket.strategy;

import java.util.OptionalDouble;

/** The first sellers of a ranking, and what they can give together by the rule of a strategy. */
public final class Pool {
  private final PoolRule rule;
  private final Ranking ranking;

  Pool(PoolRule rule, Ranking ranking) {
    this.rule = rule;
    this.ranking = ranking;
  }

  /**
   * What the first n sellers can give, GB.
   *
   * @param n from 1 to the size of the ranking
   */
  public double gives(int n) {
    return rule.gives(ranking, n);
  }

  /**
   * The largest total that fewer than n sellers can give, GB; 0 for n = 1.
   *
   * @param n from 1 to one more than the size of the ranking
   */
  public double fewerGive(int n) {
    return rule.lowerEnd(ranking, n);
  }

  /** What each of the first n sellers can give, GB, if the rule asks all for the same. */
  public OptionalDouble eachGives(int n) {
    return rule.asksEqually() ? OptionalDouble.of(gives(n) / n) : OptionalDouble.empty();
  }
}
