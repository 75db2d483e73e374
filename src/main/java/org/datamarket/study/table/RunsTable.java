package org.datamarket.study.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.UserMistake;
import org.datamarket.study.Study;
import org.datamarket.study.table.ResultTable.Line;
import org.datamarket.study.table.StudyResult.Row;

/** {@code runs.csv}, read back. */
public final class RunsTable {
  private final Study study;

  private RunsTable(Study study) {
    this.study = study;
  }

  /**
   * The rows of a table, in its order; how long their runs took is not known.
   *
   * @throws UserMistake if it is damaged, or does not belong to the study
   */
  public static List<Row> read(Path file, Study study) throws IOException, UserMistake {
    return ResultTable.read(file, new RunsTable(study)::rows);
  }

  private List<Row> rows(ResultTable table) throws UserMistake {
    table.expect(StudyTables.runColumns(study));
    List<Row> rows = new ArrayList<>();
    while (table.hasNext()) {
      rows.add(row(rows.size() + 1, table.next()));
    }
    return rows;
  }

  private Row row(int number, Line line) throws UserMistake {
    int factors = study.factors().size();
    int afterFactors = 3 + factors;
    int point = line.number(0);
    int replication = line.number(1);
    long seed = line.whole(2);
    List<String> levels = line.texts(3, afterFactors);
    if (point < 1
        || point > study.points().size()
        || !study.points().get(point - 1).levels().equals(levels)
        || study.seedOf(study.points().get(point - 1), replication) != seed) {
      throw line.wrong("is no run of this study");
    }
    return new Row(
        number,
        point,
        replication,
        seed,
        levels,
        line.text(afterFactors),
        line.text(afterFactors + 1),
        line.numbers(afterFactors + 2, afterFactors + 2 + study.measures().size()),
        Double.NaN);
  }
}
