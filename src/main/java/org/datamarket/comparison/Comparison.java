package org.datamarket.comparison;

import java.util.List;
import org.datamarket.study.Cells;
import org.datamarket.study.Measure;
import org.datamarket.study.Outcome;
import org.datamarket.study.sweep.Engine.Finished;

/**
 * What came of all mechanisms on the same markets.
 *
 * @param model its name
 * @param currency the label of money
 * @param contest what was compared
 * @param runs all of them: those of the first seed first, each in the order of the mechanisms
 */
public record Comparison(String model, String currency, Contest contest, List<Finished> runs) {
  /** Copies the list. */
  public Comparison {
    runs = List.copyOf(runs);
  }

  /** What came of a mechanism on the market of a seed, both by their places. */
  public Outcome outcome(int seed, int design) {
    return runs.get(seed * contest.choice().designs().size() + design).outcome();
  }

  /** A mechanism's values of a measure, by seed; NaN is none. */
  double[] values(int design, int measure) {
    double[] values = new double[contest.seeds().size()];
    for (int s = 0; s < values.length; s++) {
      values[s] = Cells.measure(outcome(s, design), measure);
    }
    return values;
  }

  /** A measure under a mechanism, and how it differs from that under the base. */
  public Contrast contrast(int design, Measure measure) {
    int place = Contest.measures().indexOf(measure);
    return Contrast.of(values(design, place), values(contest.choice().base(), place));
  }

  /** How long a run of a mechanism took on average, s. */
  double seconds(int design) {
    int designs = contest.choice().designs().size();
    double sum = 0;
    for (int s = 0; s < contest.seeds().size(); s++) {
      sum += runs.get(s * designs + design).seconds();
    }
    return sum / contest.seeds().size();
  }

  /** The runs that failed. */
  public List<Finished> failures() {
    return runs.stream().filter(run -> run.outcome().isError()).toList();
  }
}
