package org.datamarket.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.datamarket.document.Numbers;
import org.datamarket.study.file.FactorUnits;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyResult.Row;

/**
 * The levels of a study's factors: numbers ascending, anything else in the order in which the plan
 * comes to it.
 *
 * @param factors their names
 * @param levels of each factor, in order
 * @param numbers of each factor: its levels as numbers, or null if some of them is none
 */
record FactorLevels(List<String> factors, List<List<String>> levels, List<List<Double>> numbers) {

  /** Numbers in larger sets are told by themselves, rounded, without their texts. */
  private static final int MOST_TEXTS = 200;

  private static final int DIGITS = 7;

  static FactorLevels of(StudyResult study) {
    List<List<String>> levels = new ArrayList<>();
    List<List<Double>> numbers = new ArrayList<>();
    for (int f = 0; f < study.factors().size(); f++) {
      Set<String> distinct = new LinkedHashSet<>();
      for (Row row : study.rows()) {
        distinct.add(row.levels().get(f));
      }
      Map<String, Double> known = numbers(distinct);
      List<String> ordered = new ArrayList<>(distinct);
      if (known != null) {
        ordered.sort((one, other) -> Double.compare(known.get(one), known.get(other)));
      }
      levels.add(ordered);
      numbers.add(known == null ? null : ordered.stream().map(known::get).toList());
    }
    return new FactorLevels(study.factors(), levels, numbers);
  }

  /** Each text's number, or null if some text is none. */
  private static Map<String, Double> numbers(Set<String> texts) {
    Map<String, Double> numbers = new HashMap<>();
    for (String text : texts) {
      if (!Numbers.isDecimal(text)) {
        return null;
      }
      numbers.put(text, Double.valueOf(text));
    }
    return numbers;
  }

  /**
   * A factor, as the page has it.
   *
   * @param unit empty without numbers
   * @param levels null where there are too many for their texts
   * @param numbers null if some level is none
   */
  record Factor(String name, String unit, List<String> levels, List<Number> numbers) {}

  /** The factors, as the page has them. */
  List<Factor> shown() {
    return IntStream.range(0, factors.size()).mapToObj(this::shown).toList();
  }

  private Factor shown(int factor) {
    String name = factors.get(factor);
    List<Double> known = numbers.get(factor);
    if (known == null) {
      return new Factor(name, "", levels.get(factor), null);
    }
    boolean textless = levels.get(factor).size() > MOST_TEXTS;
    int digits = textless ? DIGITS : Values.ALL_DIGITS;
    return new Factor(
        name,
        FactorUnits.of(name),
        textless ? null : levels.get(factor),
        known.stream().map(number -> Values.of(number, digits)).toList());
  }

  /** For each factor the number of each row's level, from 0. */
  List<List<Integer>> columns(List<Row> rows) {
    List<List<Integer>> columns = new ArrayList<>();
    for (int f = 0; f < factors.size(); f++) {
      Map<String, Integer> index = new HashMap<>();
      for (String level : levels.get(f)) {
        index.put(level, index.size());
      }
      int factor = f;
      columns.add(rows.stream().map(row -> index.get(row.levels().get(factor))).toList());
    }
    return columns;
  }
}
