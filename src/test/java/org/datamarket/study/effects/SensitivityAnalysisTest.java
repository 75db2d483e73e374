package org.datamarket.study.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.datamarket.model.file.InputText;
import org.datamarket.study.Point;
import org.datamarket.study.Study;
import org.datamarket.study.effects.SensitivityResult.FactorSensitivity;
import org.datamarket.study.file.SensitivityForm;
import org.datamarket.study.table.StudyResult.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a study file to its table, on functions whose sensitivities are known. */
class SensitivityAnalysisTest {
  private static final int NOTHING = 2; // replications of a point of which the last has no value

  @TempDir private Path folder;

  private SensitivityAnalysis analysis(SensitivityMethod method, int samples) throws Exception {
    Files.copy(Path.of("models/quickstart.yaml"), folder.resolve("m.yaml"));
    Path file =
        Files.writeString(
            folder.resolve("s.yaml"),
            """
            format: 1
            model: m.yaml
            factors:
              epsilon: {from: 1, to: 3}
              supply-demand-ratio: {from: 0.5, to: 2}
              sellers.reserve: {from: 10, to: 20}
            replications: 2
            measures: [welfare, supply]
            """);
    return new SensitivityForm(method, samples).read(InputText.ofFile(file), List.of());
  }

  /** Where a level lies in its factor's range, from 0 to 1. */
  private static double[] places(Point point) {
    double[] from = {1, 0.5, 10};
    double[] width = {2, 1.5, 10};
    double[] places = new double[3];
    for (int i = 0; i < 3; i++) {
      places[i] = (Double.parseDouble(point.levels().get(i)) - from[i]) / width[i];
    }
    return places;
  }

  /** Runs whose first measure is the function, in no order at all; their second measure is 7. */
  private static List<Row> rows(Study study, ToDoubleFunction<double[]> function) {
    List<Row> rows = new ArrayList<>();
    for (Point point : study.points()) {
      for (int k = 1; k <= study.replications().atLeast(); k++) {
        double value = k == NOTHING ? Double.NaN : function.applyAsDouble(places(point));
        long seed = study.seedOf(point, k);
        rows.add(
            new Row(0, point.number(), k, seed, point.levels(), "", "", List.of(value, 7.0), 0));
      }
    }
    Collections.shuffle(rows, new Random(1));
    return rows;
  }

  /** Ishigami and Homma 1990, with a = 7 and b = 0.1. */
  private static double ishigami(double[] x) {
    double[] angle = new double[3];
    for (int i = 0; i < 3; i++) {
      angle[i] = Math.PI * (2 * x[i] - 1);
    }
    return Math.sin(angle[0])
        + 7 * Math.pow(Math.sin(angle[1]), 2)
        + 0.1 * Math.pow(angle[2], 4) * Math.sin(angle[0]);
  }

  private static double value(SensitivityResult result, int factor, String column) {
    return result.factors().get(factor).values().get(result.method().columns().indexOf(column));
  }

  @Test
  void sobol_ofTheIshigamiFunction() throws Exception {
    SensitivityAnalysis analysis = analysis(SensitivityMethod.SOBOL, 4095);
    assertThat(analysis.study().points()).hasSize(5 * 4095);
    List<Row> rows = rows(analysis.study(), SensitivityAnalysisTest::ishigami);
    SensitivityResult welfare = analysis.results(rows, List.of(0), 200).get(0);

    double[] first = {0.3139, 0.4424, 0};
    double[] total = {0.5576, 0.4424, 0.2437};
    for (int i = 0; i < 3; i++) {
      assertThat(value(welfare, i, "first")).isCloseTo(first[i], within(0.005));
      assertThat(value(welfare, i, "total")).isCloseTo(total[i], within(0.005));
      assertThat(first[i])
          .isBetween(value(welfare, i, "first_low") - 0.01, value(welfare, i, "first_high") + 0.01);
      assertThat(value(welfare, i, "total_low")).isLessThan(value(welfare, i, "total"));
      assertThat(value(welfare, i, "total_high")).isGreaterThan(value(welfare, i, "total"));
    }
    assertThat(welfare.used()).isEqualTo(4095);
    assertThat(welfare.dropped()).isZero();
    assertThat(welfare.ranked().stream().map(FactorSensitivity::factor))
        .containsExactly("epsilon", "supply-demand-ratio", "sellers.reserve");
  }

  /** An elementary effect is the change over the whole of a factor's range. */
  @Test
  void morris_ofALinearFunction_hasItsCoefficients() throws Exception {
    SensitivityAnalysis analysis = analysis(SensitivityMethod.MORRIS, 10);
    assertThat(analysis.study().points()).hasSize(4 * 10);
    List<Row> rows = rows(analysis.study(), x -> 100 + 2 * x[0] - 5 * x[2]);
    SensitivityResult welfare = analysis.results(rows, List.of(0), 200).get(0);

    double[] coefficients = {2, 0, -5};
    for (int i = 0; i < 3; i++) {
      assertThat(value(welfare, i, "mu")).isCloseTo(coefficients[i], within(1e-9));
      assertThat(value(welfare, i, "mu_star")).isCloseTo(Math.abs(coefficients[i]), within(1e-9));
      assertThat(value(welfare, i, "sigma")).isCloseTo(0, within(1e-9));
    }
    assertThat(welfare.ranked().get(0).factor()).isEqualTo("sellers.reserve");
  }

  @Test
  void pointWithoutAnyValue_leavesItsTrajectoryOut() throws Exception {
    SensitivityAnalysis analysis = analysis(SensitivityMethod.MORRIS, 10);
    List<Row> rows = rows(analysis.study(), x -> x[1]);
    rows.replaceAll(
        row ->
            row.point() != 6
                ? row
                : new Row(0, 6, 1, row.seed(), row.levels(), "", "", List.of(Double.NaN, 7.0), 0));
    SensitivityResult welfare = analysis.results(rows, List.of(0), 200).get(0);
    assertThat(welfare.used()).isEqualTo(9);
    assertThat(welfare.dropped()).isEqualTo(1);
    assertThat(value(welfare, 1, "mu")).isCloseTo(1, within(1e-9));
  }

  @Test
  void measureThatNeverVaries_hasNoIndices() throws Exception {
    SensitivityAnalysis analysis = analysis(SensitivityMethod.SOBOL, 15);
    List<Row> rows = rows(analysis.study(), SensitivityAnalysisTest::ishigami);
    List<SensitivityResult> results = analysis.results(rows, List.of(0, 1), 50);
    assertThat(results.get(0).isEmpty()).isFalse();
    assertThat(results.get(1).measure().name()).isEqualTo("supply");
    assertThat(results.get(1).isEmpty()).isTrue();
  }
}
