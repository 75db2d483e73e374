package org.datamarket.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.datamarket.document.Numbers;
import org.datamarket.study.file.FactorUnits;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyResult.Row;

/**
 * The levels of a study's factors: numbers ascending, anything else in the order in which the
 * plan comes to it.
 *
 * @param factors their names
 * @param levels of each factor, in order
 * @param numbers of each factor: its levels as numbers, or null if some of them is none
 */
record Levels(List<String> factors, List<List<String>> levels, List<List<Double>> numbers) {

  /** Numbers in larger sets are told by themselves, rounded, without their texts. */
  private static final int MOST_TEXTS = 200;

  private static final int DIGITS = 7;

  static Levels of(StudyResult study) {
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
    return new Levels(study.factors(), levels, numbers);
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

  List<Map<String, Object>> toJson() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int f = 0; f < factors.size(); f++) {
      Map<String, Object> factor = new LinkedHashMap<>();
      factor.put("name", factors.get(f));
      factor.put("unit", numbers.get(f) == null ? "" : FactorUnits.of(factors.get(f)));
      boolean textless = numbers.get(f) != null && levels.get(f).size() > MOST_TEXTS;
      factor.put("levels", textless ? null : levels.get(f));
      int digits = textless ? DIGITS : Values.ALL_DIGITS;
      factor.put(
          "numbers",
          numbers.get(f) == null
              ? null
              : numbers.get(f).stream().map(n -> Values.of(n, digits)).toList());
      all.add(factor);
    }
    return all;
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
