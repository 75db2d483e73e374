package org.datamarket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.study.Measure;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyResult.Row;
import org.junit.jupiter.api.Test;

/** Which runs of a point are called strange. */
class OddRunsTest {
  private static StudyResult point(double... values) {
    List<Row> rows = new ArrayList<>();
    for (double value : values) {
      int number = rows.size() + 1;
      rows.add(
          new Row(number, 1, number, number, List.of(), "cleared", "", List.of(value), Double.NaN));
    }
    List<Measure> measures = List.of(new Measure("welfare", "$", "Welfare"));
    return new StudyResult("odd", "", "model", 1, List.of(), List.of(), measures, rows);
  }

  @Test
  void run_farFromTheOthers_isStrange() {
    List<OddRuns.OddRun> strangest = OddRuns.of(point(1, 2, 3, 4, 5, 100)).strangest();
    assertThat(strangest).hasSize(1);
    assertThat(strangest.get(0).row()).isEqualTo(6);
    assertThat(strangest.get(0).why()).startsWith("welfare is 100, the median of the point 3.5");
  }

  @Test
  void rounding_isNoScaleToCallARunStrangeBy() {
    double up = Math.nextUp(1.0);
    double down = Math.nextDown(1.0);
    assertThat(OddRuns.of(point(1, up, down, up, down, 0.9)).strangest()).isEmpty();
    assertThat(OddRuns.of(point(0, 1e-14, -1e-14, 2e-14, -2e-14, 3)).strangest()).isEmpty();
    assertThat(OddRuns.of(point(1, 1.01, 0.99, 1.01, 0.99, 0.9)).strangest()).hasSize(1);
  }
}
