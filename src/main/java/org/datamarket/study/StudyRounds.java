package org.datamarket.study;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.datamarket.model.ModelException;
import org.datamarket.model.source.Words;
import org.datamarket.study.StudyResult.Row;

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
   * @throws ModelException if it is damaged, or is about other runs
   */
  public void read(Reader reader) throws IOException, ModelException {
    List<String> columns = StudyTables.roundColumns(series.stream().map(Series::name).toList());
    try (CsvReader<CsvRecord> table =
        CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(file)) {
      Iterator<CsvRecord> lines = table.iterator();
      if (!lines.hasNext() || !lines.next().getFields().equals(columns)) {
        throw new ModelException(
            file + ":1: is not the header of this study; expected " + String.join(",", columns));
      }
      double[] values = new double[series.size()];
      int[] reached = new int[places.size()];
      while (lines.hasNext()) {
        CsvRecord line = lines.next();
        int run = run(line);
        int round = whole(line, 2);
        if (round != ++reached[run]) {
          throw damaged(line, "round is " + round + "; expected " + reached[run]);
        }
        for (int k = 0; k < values.length; k++) {
          values[k] = Cells.number(line.getField(BEFORE_SERIES + k));
        }
        reader.round(run, round, values);
      }
    } catch (CsvParseException broken) {
      throw new ModelException(file + ": is not valid CSV: " + broken.getMessage());
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private int run(CsvRecord line) throws ModelException {
    int expected = BEFORE_SERIES + series.size();
    if (line.getFieldCount() != expected) {
      throw damaged(line, "has " + line.getFieldCount() + " cells; expected " + expected);
    }
    Integer run = places.get(new Key(whole(line, 0), whole(line, 1)));
    if (run == null) {
      throw damaged(line, "is of no run of this study");
    }
    return run;
  }

  private int whole(CsvRecord line, int column) throws ModelException {
    try {
      return Integer.parseInt(line.getField(column));
    } catch (NumberFormatException none) {
      throw damaged(
          line, Words.quoted(line.getField(column)) + " is no whole number; expected one");
    }
  }

  private ModelException damaged(CsvRecord line, String what) {
    return new ModelException(file + ":" + line.getStartingLineNumber() + ": " + what);
  }
}
