package org.datamarket.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/** The tables of a study, read back, and numbers as a page shows them. */
final class Tables {
  private Tables() {}

  /** A row of a table by the names of its columns. */
  record Row(Map<String, String> cells) {
    String word(String column) {
      return cells.get(column);
    }

    double number(String column) {
      return Double.parseDouble(cells.get(column));
    }

    boolean has(String column) {
      return !cells.get(column).isEmpty();
    }
  }

  /** All rows of a table without quoted cells. */
  static List<Row> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] head = lines.get(0).split(",", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int k = 0; k < head.length; k++) {
        row.put(head[k], cells[k]);
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  /**
   * The mean of some numbers with its 95 % confidence interval (Student's t), unless that is
   * narrower than the last digit.
   */
  static String interval(List<Double> numbers, int digits) {
    DescriptiveStatistics all = of(numbers);
    int n = numbers.size();
    double half =
        n < 2
            ? 0
            : new TDistribution(n - 1).inverseCumulativeProbability(0.975)
                * all.getStandardDeviation()
                / Math.sqrt(n);
    String mean = rounded(all.getMean(), digits);
    String low = rounded(all.getMean() - half, digits);
    String high = rounded(all.getMean() + half, digits);
    return low.equals(high) ? mean : "%s [%s, %s]".formatted(mean, low, high);
  }

  static DescriptiveStatistics of(List<Double> numbers) {
    return new DescriptiveStatistics(numbers.stream().mapToDouble(number -> number).toArray());
  }

  /** With so many digits after the point, and a minus sign that is one. */
  static String rounded(double number, int digits) {
    return BigDecimal.valueOf(number)
        .setScale(digits, RoundingMode.HALF_UP)
        .toPlainString()
        .replace("-", "−");
  }

  /** How many of some cases, "3 of 10". */
  static String of(long some, long all) {
    return "%s of %s".formatted(some, all);
  }

  /** A row of a table of a page. */
  static String line(String... cells) {
    return "| %s |".formatted(String.join(" | ", cells));
  }
}
