package org.datamarket.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.datamarket.cli.LiteraturePage.Result;

/** What the commands of docs/literature.md give, in the words of its tables, part by part. */
final class LiteratureNumbers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LiteratureNumbers() {}

  /** Makes a part of the page from what the commands of its section gave, in their order. */
  @FunctionalInterface
  interface Maker {
    List<String> of(List<Result> results) throws IOException;
  }

  static final Map<String, Maker> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("costs", LiteratureNumbers::costs),
              Map.entry("ties", LiteratureNumbers::ties),
              Map.entry("experiment", results -> LazarSemretNumbers.of(results.get(0)).ours()),
              Map.entry("sizes", results -> LazarSemretNumbers.of(results.get(0)).sizes()),
              Map.entry("grid", QuantizedNumbers::theorem),
              Map.entry("grid-rest", QuantizedNumbers::worth),
              Map.entry("gains", PlanNumbers::claims),
              Map.entry("gains-by-rule", PlanNumbers::gains),
              Map.entry("gains-by-fee", PlanNumbers::fees),
              Map.entry("routes", RoutesNumbers::lemma),
              Map.entry("route-prices", RoutesNumbers::prices),
              Map.entry("strategies", StudyNumbers::strategies),
              Map.entry("at-once", StudyNumbers::atOnce),
              Map.entry("trading", TradingNumbers::gains),
              Map.entry("overlap", StudyNumbers::overlap),
              Map.entry("overlap-levels", StudyNumbers::overlapLevels),
              Map.entry("reserve", StudyNumbers::reserve)));

  static List<JsonNode> lines(String out) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  /** The first bid of each line is the buyer's. */
  private static List<String> costs(List<Result> results) throws IOException {
    return lines(results.get(0).out()).stream()
        .map(
            line ->
                "%s GB for %s $"
                    .formatted(
                        Tables.rounded(line.at("/allocation/0/0").asDouble(), 0),
                        Tables.rounded(line.at("/cost/0/0").asDouble(), 0)))
        .toList();
  }

  private static List<String> ties(List<Result> results) throws IOException {
    List<String> cells = new ArrayList<>();
    for (Result result : results.subList(0, 2)) {
      JsonNode cleared = lines(result.out()).get(0);
      cells.add(firsts(cleared.get("allocation"), 3));
      cells.add(firsts(cleared.get("cost"), 3));
    }
    JsonNode others = lines(results.get(2).out()).get(0).get("results");
    for (String mechanism : List.of("vcg", "multi-bid")) {
      List<String> costs = new ArrayList<>();
      others.at("/%s/cost".formatted(mechanism)).forEach(c -> costs.add(cell(c, 3)));
      cells.add(String.join(", ", costs));
    }
    return cells;
  }

  private static String firsts(JsonNode rows, int digits) {
    List<String> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(cell(row.get(0), digits)));
    return String.join(", ", cells);
  }

  /** A number with so many digits after the point, or with none if it is whole. */
  private static String cell(JsonNode number, int digits) {
    double value = number.asDouble();
    return Tables.rounded(value, value == Math.rint(value) ? 0 : digits);
  }
}
