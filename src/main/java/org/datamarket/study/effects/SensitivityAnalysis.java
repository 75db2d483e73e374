package org.datamarket.study.effects;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.io.WholeFile;
import org.datamarket.output.Csv;
import org.datamarket.output.folder.Content;
import org.datamarket.random.RandomStreams;
import org.datamarket.study.Cells;
import org.datamarket.study.Sample;
import org.datamarket.study.Study;
import org.datamarket.study.effects.SensitivityResult.FactorSensitivity;
import org.datamarket.study.sensitivity.Bootstrap;
import org.datamarket.study.table.StudyResult.Row;

/**
 * A sensitivity analysis: a study whose design is a method's, and what its runs say. The output at
 * a point is the mean of the measure over those of its replications that have a value of it.
 *
 * <p>All points share the seeds of their replications, so a difference between two of them comes of
 * the factors, and not of other populations.
 */
public final class SensitivityAnalysis {
  /** The table. */
  public static final String FILE = "sensitivity.csv";

  private static final double CONFIDENCE = 0.95;

  private final Study study;
  private final SensitivityMethod method;
  private final int samples;

  /**
   * An analysis.
   *
   * @param study with the points of the method's design, such as a study file has when it is read
   *     for an analysis
   * @param samples how many trajectories or blocks the design has
   */
  public SensitivityAnalysis(Study study, SensitivityMethod method, int samples) {
    this.study = study;
    this.method = method;
    this.samples = samples;
  }

  /** The study. */
  public Study study() {
    return study;
  }

  /** How it is made. */
  public SensitivityMethod method() {
    return method;
  }

  /**
   * What the runs say.
   *
   * @param rows all runs of the study
   * @param measures the places of the measures, in order
   * @param resamples of the bootstrap
   */
  public List<SensitivityResult> results(List<Row> rows, List<Integer> measures, int resamples) {
    SensitivityMethod.Design design =
        new SensitivityMethod.Design(study.factors(), samples, study.seed());
    Bootstrap bootstrap = new Bootstrap(resamples, CONFIDENCE, new RandomStreams(study.seed()));
    return measures.stream()
        .map(
            place ->
                method.estimate(
                    study.measures().get(place), design, outputs(rows, place), bootstrap))
        .toList();
  }

  /** The mean of a measure at each point. */
  private double[] outputs(List<Row> rows, int measure) {
    Sample[] samples = new Sample[study.points().size()];
    Arrays.setAll(samples, point -> new Sample());
    for (Row row : rows) {
      samples[row.point() - 1].add(row.values().get(measure));
    }
    return Stream.of(samples).mapToDouble(Sample::mean).toArray();
  }

  /** The table {@value #FILE}; one that is there is replaced. */
  public Content table(List<SensitivityResult> results) {
    return folder -> WholeFile.write(folder.resolve(FILE), out -> write(out, results));
  }

  private void write(OutputStream out, List<SensitivityResult> results) throws IOException {
    try (Csv table = new Csv(out)) {
      table.write(SensitivityTable.columns(method));
      for (SensitivityResult result : results) {
        for (FactorSensitivity factor : result.factors()) {
          table.write(line(result, factor));
        }
      }
    }
  }

  private static List<String> line(SensitivityResult result, FactorSensitivity factor) {
    List<String> cells = new ArrayList<>(List.of(result.measure().name(), factor.factor()));
    factor.values().forEach(value -> cells.add(Cells.of(value)));
    cells.add(Integer.toString(result.used()));
    cells.add(Integer.toString(result.dropped()));
    return cells;
  }
}
