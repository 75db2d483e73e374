package org.datamarket.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.MarketModel;
import org.datamarket.run.Run;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Runner;

/**
 * Carries out the runs of a comparison. A run's point is the number of its mechanism, from 1; its
 * seed says which market it is. A market is drawn once, for all mechanisms, and kept until all of
 * them have begun with it.
 */
final class ComparisonRunner implements Runner {
  private final LongFunction<MarketModel> draw;
  private final List<NamedDesign> designs;
  private final Function<RunResult, List<String>> measures;
  private final Map<Long, Drawn> drawn = new HashMap<>();

  /** A market, and how many mechanisms have yet to begin with it. */
  private static final class Drawn {
    private final LongFunction<MarketModel> draw;
    private final long seed;
    private MarketModel model;
    private int left;

    Drawn(LongFunction<MarketModel> draw, long seed, int left) {
      this.draw = draw;
      this.seed = seed;
      this.left = left;
    }

    synchronized MarketModel model() {
      if (model == null) {
        model = draw.apply(seed);
      }
      return model;
    }
  }

  ComparisonRunner(
      LongFunction<MarketModel> draw,
      List<NamedDesign> designs,
      Function<RunResult, List<String>> measures) {
    this.draw = draw;
    this.designs = designs;
    this.measures = measures;
  }

  @Override
  public Outcome run(RunSpec spec) {
    Drawn market = market(spec.seed());
    try {
      MarketModel model = market.model().under(designs.get(spec.point() - 1).design());
      RunResult result = Run.toEnd(model);
      return new Outcome(result.status().key(), "", measures.apply(result), List.of());
    } catch (RuntimeException | StackOverflowError failure) {
      return Outcome.failed(failure);
    }
  }

  private synchronized Drawn market(long seed) {
    Drawn one = drawn.computeIfAbsent(seed, key -> new Drawn(draw, seed, designs.size()));
    if (--one.left == 0) {
      drawn.remove(seed);
    }
    return one;
  }
}
