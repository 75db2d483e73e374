package org.datamarket.study;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.datamarket.model.ModelException;
import org.datamarket.model.source.Words;
import org.datamarket.study.SensitivityResult.FactorSensitivity;

/** {@code sensitivity.csv}, read back. */
final class SensitivityTable {
  private static final int BEFORE_VALUES = 2;

  private final Path file;
  private final Study study;

  private SensitivityTable(Path file, Study study) {
    this.file = file;
    this.study = study;
  }

  /** The columns of the table. */
  static List<String> columns(SensitivityMethod method) {
    List<String> columns = new ArrayList<>(List.of("measure", "factor"));
    columns.addAll(method.columns());
    columns.addAll(List.of(method.group(), "dropped"));
    return columns;
  }

  /**
   * The results in a table, in its order.
   *
   * @throws ModelException if it is damaged, or not about measures and factors of the study
   */
  static List<SensitivityResult> read(Path file, Study study) throws IOException, ModelException {
    try (CsvReader<CsvRecord> table =
        CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(file)) {
      return new SensitivityTable(file, study).read(table.iterator());
    } catch (CsvParseException broken) {
      throw new ModelException(file + ": is not valid CSV: " + broken.getMessage());
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private List<SensitivityResult> read(Iterator<CsvRecord> lines) throws ModelException {
    List<String> header = lines.hasNext() ? lines.next().getFields() : List.of();
    SensitivityMethod method =
        Stream.of(SensitivityMethod.values())
            .filter(one -> columns(one).equals(header))
            .findFirst()
            .orElseThrow(
                () -> new ModelException(file + ":1: is not the header of a sensitivity analysis"));
    Map<Measure, List<FactorSensitivity>> factors = new LinkedHashMap<>();
    Map<Measure, CsvRecord> last = new LinkedHashMap<>();
    while (lines.hasNext()) {
      CsvRecord line = lines.next();
      if (line.getFieldCount() != header.size()) {
        throw damaged(line, "has " + line.getFieldCount() + " cells; expected " + header.size());
      }
      Measure measure = measure(line);
      factors.computeIfAbsent(measure, none -> new ArrayList<>()).add(factor(line, method));
      last.put(measure, line);
    }
    List<SensitivityResult> results = new ArrayList<>();
    for (Map.Entry<Measure, List<FactorSensitivity>> one : factors.entrySet()) {
      CsvRecord line = last.get(one.getKey());
      results.add(
          new SensitivityResult(
              one.getKey(),
              method,
              one.getValue(),
              whole(line, header.size() - 2),
              whole(line, header.size() - 1)));
    }
    return results;
  }

  private Measure measure(CsvRecord line) throws ModelException {
    int place = study.indexOf(line.getField(0));
    if (place < 0) {
      throw damaged(line, Words.quoted(line.getField(0)) + " is no measure of this study");
    }
    return study.measures().get(place);
  }

  private FactorSensitivity factor(CsvRecord line, SensitivityMethod method) throws ModelException {
    String factor = line.getField(1);
    if (!study.factors().contains(factor)) {
      throw damaged(line, Words.quoted(factor) + " is no factor of this study");
    }
    int count = method.columns().size();
    return new FactorSensitivity(
        factor,
        line.getFields().subList(BEFORE_VALUES, BEFORE_VALUES + count).stream()
            .map(Cells::number)
            .toList());
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
