package org.datamarket.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.datamarket.cli.LiteraturePage.Result;

/** Play on a grid of prices: what {@code compare} says of many populations. */
record QuantizedNumbers(List<JsonNode> plays) {
  private static QuantizedNumbers of(Result result) throws IOException {
    return new QuantizedNumbers(LiteratureNumbers.lines(result.out()));
  }

  private static boolean rests(JsonNode play) {
    return play.get("status").asText().equals("converged");
  }

  /** How many prices there are in the last rounds: the rest, or the cycle. */
  private static int prices(JsonNode play) {
    JsonNode levels = play.get("levels");
    Set<Integer> seen = new HashSet<>();
    int last = rests(play) ? 1 : play.get("period").asInt();
    for (int k = levels.size() - last; k < levels.size(); k++) {
      levels.get(k).forEach(level -> seen.add(level.asInt()));
    }
    return seen.size();
  }

  private long count(Predicate<JsonNode> property) {
    return plays.stream().filter(property).count();
  }

  private int most(Predicate<JsonNode> among, ToDoubleFunction<JsonNode> what) {
    return (int) plays.stream().filter(among).mapToDouble(what).max().orElseThrow();
  }

  private static int changing(JsonNode play) {
    return play.get("changing_rounds").asInt();
  }

  private static boolean backAndForth(JsonNode play) {
    return !rests(play) && play.get("period").asInt() == 2 && prices(play) == 2;
  }

  static List<String> theorem(List<Result> results) throws IOException {
    QuantizedNumbers equal = of(results.get(0));
    QuantizedNumbers different = of(results.get(1));
    long resting = equal.count(QuantizedNumbers::rests);
    List<String> bySize = new ArrayList<>();
    for (int size = 2; size <= 6; size++) {
      int buyers = size;
      bySize.add(
          Integer.toString(
              equal.most(
                  play -> rests(play) && play.get("bids").size() == buyers,
                  QuantizedNumbers::changing)));
    }
    return List.of(
        "%s; at most %s rounds change anything"
            .formatted(
                Tables.of(resting, equal.plays.size()),
                equal.most(QuantizedNumbers::rests, QuantizedNumbers::changing)),
        Tables.of(equal.count(play -> rests(play) && prices(play) == 1), resting),
        Tables.of(equal.count(QuantizedNumbers::backAndForth), equal.plays.size() - resting),
        "%s with 2, 3, 4, 5, 6 buyers".formatted(String.join(", ", bySize)),
        "%s at rest, after up to %s changing rounds and at up to %s prices; %s in cycles of period %s"
            .formatted(
                different.count(QuantizedNumbers::rests),
                different.most(QuantizedNumbers::rests, QuantizedNumbers::changing),
                different.most(QuantizedNumbers::rests, QuantizedNumbers::prices),
                different.count(play -> !rests(play)),
                different.most(play -> !rests(play), play -> play.get("period").asInt())));
  }

  /** A measure of every play that came to rest. */
  private List<Double> atRest(ToDoubleFunction<JsonNode> measure) {
    return plays.stream()
        .filter(QuantizedNumbers::rests)
        .map(play -> measure.applyAsDouble(play.get("measures")))
        .toList();
  }

  /** As many times as much is asked as is sold: all there is, where that is above 1. */
  private static double askedTimes(JsonNode measures) {
    double sold = measures.get("sold").asDouble();
    return sold == 0 ? 1 : measures.get("asked").asDouble() / sold;
  }

  private String asking() {
    List<Double> times = atRest(QuantizedNumbers::askedTimes);
    return Tables.of(times.stream().filter(t -> t > 1 + 1e-9).count(), times.size());
  }

  private String idle() {
    List<Double> gaps = atRest(measures -> measures.get("nash_gap").asDouble());
    return Tables.of(gaps.stream().filter(gap -> gap <= 1e-9).count(), gaps.size());
  }

  private static double efficiency(JsonNode measures) {
    return 100 * measures.get("efficiency").asDouble();
  }

  private static double gap(JsonNode measures) {
    return 100 * measures.get("nash_gap").asDouble() / measures.get("optimum").asDouble();
  }

  static List<String> worth(List<Result> results) throws IOException {
    QuantizedNumbers equal = of(results.get(0));
    QuantizedNumbers different = of(results.get(1));
    List<String> table = new ArrayList<>();
    table.add("| of the rests | equal demands | different demands |");
    table.add("|---|---|---|");
    table.add(Tables.line("ask for more than there is", equal.asking(), different.asking()));
    table.add(
        Tables.line(
            "the most that is asked, times supply",
            Tables.rounded(Tables.of(equal.atRest(QuantizedNumbers::askedTimes)).getMax(), 1),
            Tables.rounded(Tables.of(different.atRest(QuantizedNumbers::askedTimes)).getMax(), 1)));
    table.add(
        Tables.line(
            "efficiency, %",
            Tables.interval(equal.atRest(QuantizedNumbers::efficiency), 1),
            Tables.interval(different.atRest(QuantizedNumbers::efficiency), 1)));
    table.add(
        Tables.line(
            "lowest efficiency, %",
            Tables.rounded(Tables.of(equal.atRest(QuantizedNumbers::efficiency)).getMin(), 1),
            Tables.rounded(Tables.of(different.atRest(QuantizedNumbers::efficiency)).getMin(), 1)));
    table.add(Tables.line("nobody could gain by another bid", equal.idle(), different.idle()));
    table.add(
        Tables.line(
            "Nash gap, % of the optimum",
            Tables.interval(equal.atRest(QuantizedNumbers::gap), 1),
            Tables.interval(different.atRest(QuantizedNumbers::gap), 1)));
    return table;
  }
}
