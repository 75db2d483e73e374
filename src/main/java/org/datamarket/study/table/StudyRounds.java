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

/** The rounds of a study's runs, read from {@code rounds.csv} as often as need be, never kept. */
public final class StudyRounds {
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
  public StudyRounds(Path file, List<Series> series, List<Row> rows) {
    this.file = file;
    this.series = List.copyOf(series);
    for (Row row : rows) {
      places.put(new Key(row.point(), row.replication()), places.size());
    }
  }

  private record Key(int point, int replication) {}

  /** Is told of each round. */
  @FunctionalInterface
  public interface Reader {
    /**
     * A round; those of a run come one after another, from 1.
     *
     * @param run the place of the run's row, from 0
     * @param values of the series, in order; NaN where there is none; used again for the next round
     */
    void round(int run, int round, double[] values);
  }

  /** What is kept of each round, in order. */
  public List<Series> series() {
    return series;
  }

  /**
   * Reads the whole table.
   *
   * @throws UserMistake if it is damaged, or is about other runs
   */
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
        throw line.wrong("round is " + round + "; expected " + reached[run]);
      }
      for (int k = 0; k < values.length; k++) {
        values[k] = Cells.number(line.text(BEFORE_SERIES + k));
      }
      reader.round(run, round, values);
    }
  }
}
