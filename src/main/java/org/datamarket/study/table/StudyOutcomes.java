package org.datamarket.study.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.datamarket.study.Cells;
import org.datamarket.study.Outcome;
import org.datamarket.study.Point;
import org.datamarket.study.Replications;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Series;
import org.datamarket.study.Study;
import org.datamarket.study.StudyMeasures;
import org.datamarket.study.table.FinishedRuns.Timed;
import org.datamarket.study.table.StudyResult.Row;

/** The runs of a study that have been made, in the order of the plan. */
public final class StudyOutcomes {
  private final Study study;
  private final FinishedRuns done;
  private final Replications replications;
  private final int deciding;

  /**
   * The runs of a study.
   *
   * @param done those that have been made
   */
  public StudyOutcomes(Study study, FinishedRuns done) {
    this.study = study;
    this.done = done;
    this.replications = study.replications();
    this.deciding = replications.measure().map(study::indexOf).orElse(-1);
  }

  /** The runs that have not been made, as far as that can be known from those that have. */
  public List<RunSpec> missing() throws IOException {
    List<RunSpec> missing = new ArrayList<>();
    for (Point point : study.points()) {
      double[] values = values(point);
      OptionalInt decided = replications.decide(values);
      int runs = decided.orElse(Math.max(replications.atLeast(), values.length + 1));
      for (int k = 1; k <= runs; k++) {
        RunSpec spec = study.run(point, k);
        if (!done.has(spec.key())) {
          missing.add(spec);
        }
      }
    }
    return missing;
  }

  /**
   * All that came of the study, as its tables have it.
   *
   * @throws IllegalStateException if a run is missing
   */
  public StudyResult result() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Point point : study.points()) {
      for (RunSpec spec : runs(point)) {
        rows.add(row(rows.size() + 1, point, spec, timed(spec)));
      }
    }
    return StudyResult.of(study, rows);
  }

  private Row row(int number, Point point, RunSpec spec, Timed timed) {
    Outcome outcome = timed.outcome();
    return new Row(
        number,
        point.number(),
        spec.replication(),
        spec.seed(),
        point.levels(),
        outcome.status(),
        outcome.error(),
        measures(outcome).stream().map(Cells::number).toList(),
        timed.seconds());
  }

  /** The rounds of the runs, if the study keeps any series. */
  public Optional<StudyRounds> rounds() {
    return study.series().isEmpty() ? Optional.empty() : Optional.of(new Rounds());
  }

  /** The runs of a point, which have all been made. */
  List<RunSpec> runs(Point point) throws IOException {
    int count =
        replications
            .decide(values(point))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "runs of point %s are missing".formatted(point.number())));
    List<RunSpec> runs = new ArrayList<>();
    for (int k = 1; k <= count; k++) {
      runs.add(study.run(point, k));
    }
    return runs;
  }

  /** What came of a run that has been made. */
  Outcome outcome(RunSpec spec) throws IOException {
    return timed(spec).outcome();
  }

  private Timed timed(RunSpec spec) throws IOException {
    return done.timed(spec.key())
        .orElseThrow(() -> new IllegalStateException("missing run " + spec.key()));
  }

  /** A cell for each measure, whatever a run that failed has left of them. */
  List<String> measures(Outcome outcome) {
    int count = study.measures().size();
    return outcome.measures().size() == count ? outcome.measures() : Collections.nCopies(count, "");
  }

  /** The values that decide on the number of replications, up to the first that is missing. */
  private double[] values(Point point) throws IOException {
    if (!replications.isAdaptive()) {
      return new double[0];
    }
    List<Double> values = new ArrayList<>();
    for (int k = 1; k <= replications.atMost(); k++) {
      Optional<Outcome> outcome = done.outcome(study.run(point, k).key());
      if (outcome.isEmpty()) {
        break;
      }
      values.add(Cells.measure(outcome.get(), deciding));
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private final class Rounds implements StudyRounds {
    @Override
    public List<Series> series() {
      return study.series().stream().map(StudyMeasures::series).toList();
    }

    @Override
    public void read(Reader reader) throws IOException {
      int run = 0;
      double[] values = new double[study.series().size()];
      for (Point point : study.points()) {
        for (RunSpec spec : runs(point)) {
          read(outcome(spec).rounds(), run++, values, reader);
        }
      }
    }

    private void read(List<List<String>> rounds, int run, double[] values, Reader reader) {
      for (int round = 1; round <= rounds.size(); round++) {
        List<String> cells = rounds.get(round - 1);
        for (int k = 0; k < values.length; k++) {
          values[k] = Cells.number(cells.get(k));
        }
        reader.round(run, round, values);
      }
    }
  }
}
