package org.datamarket.model.population;

import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.model.distribution.Supported;

/**
 * Refuses gaps between a buyer's wake-ups of which nearly all are tiny beside their mean, which is
 * a round: hardly any round would ever end.
 *
 * <p>Let G be a gap in rounds, its mean being 1. By Wald's identity for the gaps, each counted as a
 * round at the most, a buyer wakes up at most 2 / E[min(G, 1)] times in a round, on average.
 */
public final class GapCheck {
  /** The least E[min(G, 1)]: at most 2,000 wake-ups a round. A lognormal of σ = 6 has 0.0027. */
  private static final double LEAST = 1e-3;

  private static final int QUANTILES = 10_000;

  private GapCheck() {}

  /**
   * @throws Mistake if gaps vary too much
   */
  public static void check(Supported gap, Position position) {
    if (meanOfShort(gap) < LEAST) {
      throw new Mistake(
          position,
          "gap is nearly always tiny beside its mean, which is a round, so that buyers would act"
              + " thousands of times in a round; expected a narrower distribution, such as a"
              + " lognormal with a sigma of at most 6");
    }
  }

  /** E[min(G, 1)], from equally likely gaps. */
  private static double meanOfShort(Supported gap) {
    double mean = gap.mean();
    double sum = 0;
    for (int k = 0; k < QUANTILES; k++) {
      sum += Math.min(1, gap.quantile((k + 0.5) / QUANTILES) / mean);
    }
    return sum / QUANTILES;
  }
}
