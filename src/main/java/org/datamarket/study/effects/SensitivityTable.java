package org.datamarket.study.effects;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.study.Measure;
import org.datamarket.study.Study;
import org.datamarket.study.effects.SensitivityResult.FactorSensitivity;
import org.datamarket.study.table.ResultTable;
import org.datamarket.study.table.ResultTable.Line;

/** {@code sensitivity.csv}, read back. */
public final class SensitivityTable {
  private static final int BEFORE_VALUES = 2;

  private final Study study;

  private SensitivityTable(Study study) {
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
   * @throws UserMistake if it is damaged, or not about measures and factors of the study
   */
  public static List<SensitivityResult> read(Path file, Study study)
      throws IOException, UserMistake {
    return ResultTable.read(file, table -> new SensitivityTable(study).read(table));
  }

  private List<SensitivityResult> read(ResultTable table) throws UserMistake {
    List<String> header = table.header();
    SensitivityMethod method =
        Stream.of(SensitivityMethod.values())
            .filter(one -> columns(one).equals(header))
            .findFirst()
            .orElseThrow(() -> table.wrongHeader("a sensitivity analysis"));
    Map<Measure, List<FactorSensitivity>> factors = new LinkedHashMap<>();
    Map<Measure, Line> last = new LinkedHashMap<>();
    while (table.hasNext()) {
      Line line = table.next();
      Measure measure = measure(line);
      factors.computeIfAbsent(measure, none -> new ArrayList<>()).add(factor(line, method));
      last.put(measure, line);
    }
    List<SensitivityResult> results = new ArrayList<>();
    for (Map.Entry<Measure, List<FactorSensitivity>> one : factors.entrySet()) {
      Line line = last.get(one.getKey());
      results.add(
          new SensitivityResult(
              one.getKey(),
              method,
              one.getValue(),
              line.number(header.size() - 2),
              line.number(header.size() - 1)));
    }
    return results;
  }

  private Measure measure(Line line) throws UserMistake {
    int place = study.indexOf(line.text(0));
    if (place < 0) {
      throw line.wrong(Words.quoted(line.text(0)) + " is no measure of this study");
    }
    return study.measures().get(place);
  }

  private FactorSensitivity factor(Line line, SensitivityMethod method) throws UserMistake {
    String factor = line.text(1);
    if (!study.factors().contains(factor)) {
      throw line.wrong(Words.quoted(factor) + " is no factor of this study");
    }
    int count = method.columns().size();
    return new FactorSensitivity(factor, line.numbers(BEFORE_VALUES, BEFORE_VALUES + count));
  }
}
