package org.datamarket.cli.console;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.output.Figures;
import org.datamarket.study.effects.SensitivityMethod;
import org.datamarket.study.effects.SensitivityResult;
import org.datamarket.study.effects.SensitivityResult.FactorSensitivity;

/**
 * A sensitivity analysis for a person at a terminal: a table per measure, what matters most first.
 */
public final class SensitivityText {
  private static final String GAP = "  ";

  private final String currency;

  /**
   * @param currency the label of money
   */
  public SensitivityText(String currency) {
    this.currency = currency;
  }

  /** The table of a measure; every line ends in a line feed. */
  public String of(SensitivityResult result) {
    List<List<String>> lines = new ArrayList<>();
    boolean morris = result.method() == SensitivityMethod.MORRIS;
    lines.add(
        morris
            ? List.of("", "mu*", "95 % interval", "mu", "sigma")
            : List.of("", "total", "95 % interval", "first", "95 % interval"));
    for (FactorSensitivity factor : result.ranked()) {
      List<Double> of = factor.values();
      lines.add(
          morris
              ? List.of(
                  factor.factor(),
                  Figures.of(of.get(1)),
                  interval(of.get(2), of.get(3)),
                  Figures.of(of.get(0)),
                  Figures.of(of.get(4)))
              : List.of(
                  factor.factor(),
                  rounded(of.get(3)),
                  interval(round(of.get(4)), round(of.get(5))),
                  rounded(of.get(0)),
                  interval(round(of.get(1)), round(of.get(2)))));
    }
    return heading(result) + aligned(lines) + "\n";
  }

  private String heading(SensitivityResult result) {
    String unit = result.measure().unit().replace("$", currency);
    String what =
        result.method() == SensitivityMethod.MORRIS
            ? "change from one end of a factor to the other%s"
                .formatted(unit.isEmpty() || unit.equals("1") ? "" : ", %s".formatted(unit))
            : "share of the variance";
    return "%s: %s; %s %s%s%s\n"
        .formatted(
            result.measure().name(),
            what,
            result.used(),
            result.method().group(),
            result.dropped() > 0 ? ", %s left out".formatted(result.dropped()) : "",
            result.isEmpty() && result.used() > 0 ? "; it is the same everywhere" : "");
  }

  private static String interval(double low, double high) {
    return Double.isNaN(low)
        ? Figures.of(low)
        : "%s to %s".formatted(Figures.of(low), Figures.of(high));
  }

  private static String rounded(double share) {
    return Figures.of(round(share));
  }

  /** To a thousandth: more digits of a share would be noise. */
  private static double round(double share) {
    return Double.isNaN(share) ? share : Math.rint(1000 * share) / 1000;
  }

  private static String aligned(List<List<String>> lines) {
    int columns = lines.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int k = 0; k < columns; k++) {
        widths[k] = Math.max(widths[k], line.get(k).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      text.append(GAP).append(line.get(0)).append(" ".repeat(widths[0] - line.get(0).length()));
      for (int k = 1; k < columns; k++) {
        text.append(GAP).append(" ".repeat(widths[k] - line.get(k).length())).append(line.get(k));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
