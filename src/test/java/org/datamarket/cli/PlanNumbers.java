package org.datamarket.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.datamarket.cli.LiteraturePage.Result;

/** Who gains when the ISP stands between users who trade data: many populations, cleared. */
record PlanNumbers(List<JsonNode> markets) {
  private static final List<String> KINDS = List.of("displaced", "both", "additional");
  private static final List<String> MECHANISMS = List.of("isp-split", "isp-volume", "isp-common");
  private static final List<String> FEES = List.of("0", "5", "15", "30", "45");

  private static PlanNumbers of(Result result) throws IOException {
    return new PlanNumbers(LiteratureNumbers.lines(result.out()));
  }

  private static double measure(JsonNode market, String mechanism, String measure) {
    return market.at("/results/%s/measures/%s".formatted(mechanism, measure)).asDouble();
  }

  private static double buyersGain(JsonNode market, String mechanism) {
    return measure(market, mechanism, "buyers_surplus")
        - measure(market, "no-market", "buyers_surplus");
  }

  private static double ispGain(JsonNode market, String mechanism) {
    return measure(market, mechanism, "isp_gain");
  }

  private List<Double> all(String kind, String fee, ToDoubleFunction<JsonNode> what) {
    String start = "%s-%s-".formatted(kind, fee);
    return markets.stream()
        .filter(market -> market.get("id").asText().startsWith(start))
        .map(market -> what.applyAsDouble(market))
        .toList();
  }

  private String gains(String kind, String mechanism) {
    List<Double> gains = all(kind, "5", market -> ispGain(market, mechanism));
    return Tables.of(gains.stream().filter(gain -> gain > 1e-9).count(), gains.size());
  }

  /** How many of the populations of all kinds and fees lose nothing. */
  private String noLoss(ToDoubleFunction<JsonNode> gain) {
    long fine = markets.stream().filter(market -> gain.applyAsDouble(market) >= -1e-9).count();
    return Tables.of(fine, markets.size());
  }

  private String bestFee() {
    return FEES.stream().max(Comparator.comparingDouble(this::meanGain)).orElseThrow();
  }

  private double meanGain(String fee) {
    return Tables.of(all("additional", fee, market -> ispGain(market, "isp-common"))).getMean();
  }

  static List<String> claims(List<Result> results) throws IOException {
    PlanNumbers numbers = of(results.get(0));
    List<String> cells = new ArrayList<>();
    for (String kind : KINDS) {
      List<String> counts = new ArrayList<>();
      for (String mechanism : MECHANISMS) {
        counts.add(numbers.gains(kind, mechanism));
      }
      cells.add(String.join(", ", counts));
    }
    cells.add(
        "%s, %s, %s"
            .formatted(
                numbers.noLoss(market -> buyersGain(market, "isp-split")),
                numbers.noLoss(market -> buyersGain(market, "isp-volume")),
                numbers.noLoss(market -> buyersGain(market, "isp-common"))));
    cells.add(numbers.noLoss(market -> measure(market, "isp-common", "sellers_surplus")));
    cells.add("the ISP gains most with %s".formatted(numbers.bestFee()));
    return cells;
  }

  static List<String> gains(List<Result> results) throws IOException {
    PlanNumbers numbers = of(results.get(0));
    List<String> table = new ArrayList<>();
    table.add("| trade is | rule | buyers gain | sellers gain | the ISP gains |");
    table.add("|---|---|---|---|---|");
    for (String kind : KINDS) {
      for (String mechanism : MECHANISMS) {
        table.add(
            Tables.line(
                kind,
                "`%s`".formatted(mechanism),
                Tables.interval(numbers.all(kind, "5", market -> buyersGain(market, mechanism)), 1),
                Tables.interval(
                    numbers.all(kind, "5", market -> measure(market, mechanism, "sellers_surplus")),
                    1),
                Tables.interval(numbers.all(kind, "5", market -> ispGain(market, mechanism)), 1)));
      }
    }
    return table;
  }

  static List<String> fees(List<Result> results) throws IOException {
    PlanNumbers numbers = of(results.get(0));
    List<String> table = new ArrayList<>();
    table.add("| fee, HK$/GB | buyers gain | sellers gain | the ISP gains |");
    table.add("|---|---|---|---|");
    for (String fee : FEES) {
      table.add(
          Tables.line(
              fee,
              Tables.interval(
                  numbers.all("additional", fee, market -> buyersGain(market, "isp-common")), 1),
              Tables.interval(
                  numbers.all(
                      "additional",
                      fee,
                      market -> measure(market, "isp-common", "sellers_surplus")),
                  1),
              Tables.interval(
                  numbers.all("additional", fee, market -> ispGain(market, "isp-common")), 1)));
    }
    return table;
  }
}
