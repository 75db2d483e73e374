package org.datamarket.study.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.analysis.RunResult;
import org.datamarket.study.Cells;
import org.datamarket.study.Measure;
import org.datamarket.study.Outcome;
import org.datamarket.study.Study;
import org.datamarket.study.StudyMeasures;
import org.datamarket.study.table.StudyResult.Row;

/** Whether a run that was played again came out as it had in a study. */
public final class Replay {
  private Replay() {}

  /** In what a run differs from its row, in words; nothing if it agrees in all measures. */
  public static Optional<String> difference(Study study, Row row, RunResult result) {
    List<String> names = study.measures().stream().map(Measure::name).toList();
    List<String> cells = StudyMeasures.cells(names).apply(result);
    List<String> differences = new ArrayList<>();
    compare("status", row.status(), result.status().key(), differences);
    for (int k = 0; k < names.size() && !row.status().equals(Outcome.ERROR); k++) {
      if (Double.compare(row.values().get(k), Cells.number(cells.get(k))) != 0) {
        String was = Cells.of(row.values().get(k));
        boolean counts = !cells.get(k).contains(".");
        compare(
            names.get(k), counts ? was.replaceFirst("\\.0$", "") : was, cells.get(k), differences);
      }
    }
    return differences.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", differences));
  }

  private static void compare(String what, String was, String is, List<String> differences) {
    if (!was.equals(is)) {
      differences.add(
          what
              + " is "
              + (is.isEmpty() ? "empty" : is)
              + ", was "
              + (was.isEmpty() ? "empty" : was));
    }
  }
}
