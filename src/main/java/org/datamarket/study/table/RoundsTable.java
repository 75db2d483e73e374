package org.datamarket.study.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.document.UserMistake;
import org.datamarket.study.Cells;
import org.datamarket.study.Series;
import org.datamarket.study.table.ResultTable.Line;
import org.datamarket.study.table.StudyResult.Row;

/** {@code rounds.csv}, read back. */
public final class RoundsTable implements StudyRounds {
  private static final int BEFORE_SERIES = 3;

  private final Path file;
  private final List<Series> series;
  private final Map<Key, Integer> places = new HashMap<>();

  /**
   * A table of rounds.
   *
   * @param series its columns after {@code round}, in order
   * @param rows the runs that it is about
   */
  public RoundsTable(Path file, List<Series> series, List<Row> rows) {
    this.file = file;
    this.series = List.copyOf(series);
    for (Row row : rows) {
      places.put(new Key(row.point(), row.replication()), places.size());
    }
  }

  private record Key(int point, int replication) {}

  @Override
  public List<Series> series() {
    return series;
  }

  @Override
  public void read(Reader reader) throws IOException, UserMistake {
    List<String> columns = StudyTables.roundColumns(series.stream().map(Series::name).toList());
    ResultTable.read(
        file,
        table -> {
          table.expect(columns);
          read(table, reader);
          return null;
        });
  }

  private void read(ResultTable table, Reader reader) throws UserMistake {
    double[] values = new double[series.size()];
    int[] reached = new int[places.size()];
    while (table.hasNext()) {
      Line line = table.next();
      Integer run = places.get(new Key(line.number(0), line.number(1)));
      if (run == null) {
        throw line.wrong("is of no run of this study");
      }
      int round = line.number(2);
      if (round != ++reached[run]) {
        throw line.wrong("round is %s; expected %s".formatted(round, reached[run]));
      }
      for (int k = 0; k < values.length; k++) {
        values[k] = Cells.number(line.text(BEFORE_SERIES + k));
      }
      reader.round(run, round, values);
    }
  }
}
