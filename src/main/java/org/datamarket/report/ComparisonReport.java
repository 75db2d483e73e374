package org.datamarket.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.datamarket.comparison.Comparison;
import org.datamarket.io.WholeFile;
import org.datamarket.output.folder.Content;
import org.datamarket.study.Outcome;

/**
 * The report on a comparison of mechanisms: what comes of each, who gains and who loses, efficiency
 * and revenue, prices. It can be made again from the comparison's folder at any time, with the same
 * bytes.
 */
public record ComparisonReport(Comparison comparison) implements Content {
  /** The name of the file in the comparison's folder. */
  public static final String FILE = Page.FILE;

  private static final List<String> SCRIPTS =
      List.of("compare.js", "compare-differences.js", "compare-gains.js", "compare-plane.js");

  /** With more numbers than this the page has the main measures only. */
  private static final int MOST_VALUES = 120_000;

  private static final List<String> MAIN =
      List.of(
          "welfare",
          "efficiency",
          "revenue",
          "buyers_surplus",
          "sellers_surplus",
          "isp_profit",
          "isp_gain",
          "unmet_demand",
          "unserved",
          "price_mean",
          "price_dispersion",
          "jain",
          "envy",
          "messages",
          "rounds",
          "nash_gap");

  private static final int DIGITS = 7;

  /**
   * What the scripts are given.
   *
   * @param seed that of the first market, a text, for it may have more digits than numbers there
   * @param seeds how many markets there are
   * @param base the place of the mechanism that the others are compared with
   * @param errors how many runs failed
   */
  private record Data(
      String kind,
      String program,
      String model,
      String currency,
      String seed,
      int seeds,
      int base,
      int errors,
      List<Mechanism> mechanisms,
      List<Column> measures,
      List<Column> shares) {}

  /**
   * A mechanism.
   *
   * @param statuses how many of its runs ended in which way
   */
  private record Mechanism(String name, boolean reconstruction, Map<String, Integer> statuses) {}

  /**
   * A number of every run.
   *
   * @param values by mechanism, by seed; null for none
   */
  private record Column(String name, String unit, String meaning, List<List<Number>> values) {}

  @Override
  public void writeTo(Path folder) throws IOException {
    WholeFile.write(folder.resolve(FILE), html(ComparisonData.of(comparison)));
  }

  /**
   * The page for a comparison's folder.
   *
   * @throws DamagedException if a file there is not as a comparison writes it
   * @throws IOException if one cannot be read
   */
  public static String html(Path folder) throws IOException {
    return html(ComparisonData.read(folder));
  }

  private static String html(ComparisonData data) throws IOException {
    List<Mechanism> mechanisms = new ArrayList<>();
    int errors = 0;
    for (int d = 0; d < data.names().size(); d++) {
      Map<String, Integer> statuses = statuses(data, d);
      errors += statuses.getOrDefault(Outcome.ERROR, 0);
      mechanisms.add(new Mechanism(data.names().get(d), data.reconstructions().get(d), statuses));
    }
    return Page.html(
        "%s – a comparison of mechanisms".formatted(data.model()),
        SCRIPTS,
        new Data(
            "comparison",
            Page.program(),
            data.model(),
            data.currency(),
            data.runs().text(0, "seed"),
            data.seeds(),
            data.base(),
            errors,
            mechanisms,
            measures(data),
            shares(data)));
  }

  private static Map<String, Integer> statuses(ComparisonData data, int design) throws IOException {
    Map<String, Integer> statuses = new TreeMap<>();
    for (int s = 0; s < data.seeds(); s++) {
      statuses.merge(data.runs().text(data.row(design, s), "status"), 1, Integer::sum);
    }
    return statuses;
  }

  private static List<Column> measures(ComparisonData data) throws IOException {
    boolean all = data.measures().size() * data.runs().size() <= MOST_VALUES;
    List<Column> columns = new ArrayList<>();
    for (ComparisonData.Known measure : data.measures()) {
      if (all || MAIN.contains(measure.name())) {
        columns.add(
            new Column(
                measure.name(),
                measure.unit(),
                measure.meaning(),
                values(data, data.runs(), measure.name())));
      }
    }
    return columns;
  }

  private static List<Column> shares(ComparisonData data) throws IOException {
    List<Column> columns = new ArrayList<>();
    for (ComparisonData.Known share : ComparisonData.shareNames()) {
      columns.add(
          new Column(
              share.name(),
              share.unit(),
              share.meaning(),
              values(data, data.shares(), share.name())));
    }
    return columns;
  }

  private static List<List<Number>> values(ComparisonData data, RunTable table, String name)
      throws IOException {
    List<List<Number>> values = new ArrayList<>();
    for (int d = 0; d < data.names().size(); d++) {
      List<Number> own = new ArrayList<>();
      for (int s = 0; s < data.seeds(); s++) {
        own.add(Values.of(table.number(data.row(d, s), name), DIGITS));
      }
      values.add(own);
    }
    return values;
  }
}
