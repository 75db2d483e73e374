package org.datamarket.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyResult.Row;

/**
 * Groups of a study's runs whose means are drawn as lines: all of them, those with a level of a
 * factor, those with a level each of two, those of a point. A factor with many levels, as random
 * designs have them, is cut into bins with about equally many runs each.
 */
final class RoundGroups {
  private static final int MOST_LEVELS = 12;
  private static final int BINS = 4;
  private static final int MOST_POINTS = 200;

  /** A factor by whose levels, or bins of them, runs are grouped; of each run its group. */
  private record Grouping(int factor, List<String> names, int[] of) {}

  private final List<Row> rows;
  private final List<Grouping> groupings = new ArrayList<>();

  RoundGroups(StudyResult study, FactorLevels levels) {
    this.rows = study.rows();
    List<List<Integer>> columns = levels.columns(rows);
    for (int f = 0; f < study.factors().size(); f++) {
      int[] of = columns.get(f).stream().mapToInt(Integer::intValue).toArray();
      List<String> names = levels.levels().get(f);
      if (names.size() > 1 && names.size() <= MOST_LEVELS) {
        groupings.add(new Grouping(f, names, of));
      } else if (names.size() > MOST_LEVELS && levels.numbers().get(f) != null) {
        groupings.add(bins(f, levels.numbers().get(f), of));
      }
    }
  }

  private static Grouping bins(int factor, List<Double> numbers, int[] of) {
    int[] sorted = of.clone();
    Arrays.sort(sorted);
    int[] first = // the least level of each bin
        IntStream.range(0, BINS).map(k -> sorted[sorted.length * k / BINS]).distinct().toArray();
    List<String> names = new ArrayList<>();
    for (int k = 0; k < first.length; k++) {
      int last = k + 1 < first.length ? first[k + 1] - 1 : numbers.size() - 1;
      names.add(shortly(numbers.get(first[k])) + " … " + shortly(numbers.get(last)));
    }
    int[] bins = new int[of.length];
    for (int run = 0; run < of.length; run++) {
      int place = Arrays.binarySearch(first, of[run]);
      bins[run] = place >= 0 ? place : -place - 2;
    }
    return new Grouping(factor, names, bins);
  }

  private static String shortly(double number) {
    return String.valueOf(Values.of(number, 3));
  }

  /**
   * A factor by which runs are grouped, as the page has it.
   *
   * @param factor its number
   * @param names of the groups
   */
  record Grouped(int factor, List<String> names) {}

  /** The factors by which runs are grouped. */
  List<Grouped> by() {
    return groupings.stream().map(one -> new Grouped(one.factor, one.names)).toList();
  }

  /** All runs, by the key {@code ""}, and those of each level, by keys such as {@code 0=2}. */
  Map<String, int[]> single() {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int run = 0; run < rows.size(); run++) {
      add(groups, "", run);
      for (int g = 0; g < groupings.size(); g++) {
        add(groups, level(g, run), run);
      }
    }
    return arrays(groups);
  }

  /** The runs of each two levels of different factors, by keys such as {@code 0=2 1=0}. */
  Map<String, int[]> pairs() {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int run = 0; run < rows.size(); run++) {
      for (int g = 0; g < groupings.size(); g++) {
        for (int h = g + 1; h < groupings.size(); h++) {
          add(groups, level(g, run) + " " + level(h, run), run);
        }
      }
    }
    return arrays(groups);
  }

  /** The runs of each point, by keys such as {@code #7}; none of too many points. */
  Map<String, int[]> points() {
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int run = 0; run < rows.size(); run++) {
      groups.computeIfAbsent(rows.get(run).point(), key -> new ArrayList<>()).add(run);
    }
    Map<String, List<Integer>> named = new LinkedHashMap<>();
    if (groups.size() > 1 && groups.size() <= MOST_POINTS) {
      groups.forEach((point, runs) -> named.put("#" + point, runs));
    }
    return arrays(named);
  }

  /**
   * A point, as the page has it.
   *
   * @param groups its group by each of the factors by which runs are grouped
   */
  record PlottedPoint(int number, List<String> levels, List<Integer> groups) {}

  /** The point of a run. */
  PlottedPoint point(int run) {
    return new PlottedPoint(
        rows.get(run).point(),
        rows.get(run).levels(),
        groupings.stream().map(grouping -> grouping.of[run]).toList());
  }

  private String level(int grouping, int run) {
    return grouping + "=" + groupings.get(grouping).of[run];
  }

  private static void add(Map<String, List<Integer>> groups, String key, int run) {
    groups.computeIfAbsent(key, none -> new ArrayList<>()).add(run);
  }

  private static Map<String, int[]> arrays(Map<String, List<Integer>> groups) {
    Map<String, int[]> arrays = new LinkedHashMap<>();
    groups.forEach(
        (key, runs) -> arrays.put(key, runs.stream().mapToInt(Integer::intValue).toArray()));
    return arrays;
  }
}
