package org.datamarket.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;
import org.datamarket.cli.LiteraturePage.Result;

/** Auctions along routes: what {@code compare} says of many networks and bids. */
record RoutesNumbers(List<JsonNode> lines) {
  private static final double EPSILON = 0.3;
  private static final double ROUNDING = 1e-9;

  private static RoutesNumbers of(Result result) throws IOException {
    return new RoutesNumbers(LiteratureNumbers.lines(result.out()));
  }

  private RoutesNumbers kind(String kind) {
    return new RoutesNumbers(
        lines.stream()
            .filter(line -> line.get("id").asText().startsWith("%s-".formatted(kind)))
            .toList());
  }

  private String count(Predicate<JsonNode> property) {
    return Tables.of(lines.stream().filter(property).count(), lines.size());
  }

  private List<Double> all(ToDoubleFunction<JsonNode> what) {
    return lines.stream().map(line -> what.applyAsDouble(line)).toList();
  }

  private static boolean keeps(JsonNode state) {
    return state.get("got_when_asking_that").asDouble()
        >= state.get("got").asDouble() * (1 - ROUNDING);
  }

  /** The most that any bids, unequal ones too, could gain over the reply in a state. */
  private static double missed(JsonNode state) {
    return StreamSupport.stream(state.get("replies").spliterator(), false)
        .mapToDouble(reply -> reply.get("sup").asDouble() - reply.get("utility").asDouble())
        .max()
        .orElseThrow();
  }

  /** The least utility of a buyer at the end of play. */
  private static double least(JsonNode line) {
    return StreamSupport.stream(line.at("/play/utility").spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .min()
        .orElseThrow();
  }

  private static double efficiency(JsonNode line) {
    return 100 * line.at("/play/efficiency").asDouble();
  }

  private static boolean rests(JsonNode line) {
    return line.at("/play/status").asText().equals("converged");
  }

  static List<String> lemma(List<Result> results) throws IOException {
    RoutesNumbers bids = of(results.get(0));
    RoutesNumbers networks = of(results.get(1));
    RoutesNumbers untied = bids.kind("untied");
    return List.of(
        bids.kind("strict").count(RoutesNumbers::keeps),
        untied.count(RoutesNumbers::keeps),
        bids.kind("tied").count(RoutesNumbers::keeps),
        "%s; at most %s missed, ε = 0.3"
            .formatted(
                untied.count(state -> missed(state) <= EPSILON + ROUNDING),
                Tables.rounded(Tables.of(untied.all(RoutesNumbers::missed)).getMax(), 2)),
        networks.count(RoutesNumbers::rests),
        "%s %% of the welfare"
            .formatted(
                Tables.interval(networks.kind("marginal").all(RoutesNumbers::efficiency), 2)));
  }

  static List<String> prices(List<Result> results) throws IOException {
    RoutesNumbers networks = of(results.get(1));
    List<String> table = new ArrayList<>();
    table.add(
        "| price named along the route | efficiency, % | lowest, % | Nash gap ≤ 2ε | somebody loses"
            + " | waste, GB | bids | rounds |");
    table.add("|---|---|---|---|---|---|---|---|");
    for (String price : List.of("marginal", "residual")) {
      RoutesNumbers part = networks.kind(price);
      table.add(
          Tables.line(
              price,
              Tables.interval(part.all(RoutesNumbers::efficiency), 2),
              Tables.rounded(Tables.of(part.all(RoutesNumbers::efficiency)).getMin(), 1),
              part.count(line -> line.at("/play/nash_gap").asDouble() <= 2 * EPSILON + ROUNDING),
              part.count(line -> least(line) < -ROUNDING),
              Tables.interval(part.all(line -> line.at("/play/waste").asDouble()), 2),
              Tables.interval(part.all(line -> line.at("/play/messages").asDouble()), 0),
              Tables.interval(part.all(line -> line.at("/play/rounds").asDouble()), 0)));
    }
    return table;
  }
}
