package org.datamarket.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.datamarket.cli.LiteraturePage.Result;
import org.datamarket.cli.Tables.Row;

/** Who gains on Hong Kong's population: the runs of models/studies/data-trading.yaml. */
final class TradingNumbers {
  private static final String MECHANISM = "mechanism";
  private static final String BUYERS = "buyers_surplus";

  private TradingNumbers() {}

  static List<String> gains(List<Result> results) throws IOException {
    List<Row> runs = Tables.rows(results.get(1).folder().resolve("runs.csv"));
    Map<String, Double> before =
        where(runs, "no-market").stream()
            .collect(Collectors.toMap(run -> run.word("replication"), run -> run.number(BUYERS)));
    List<String> table = new ArrayList<>();
    table.add(
        "| rule | buyers gain | sellers gain | the ISP gains | efficiency, % | price, HK$/GB |");
    table.add("|---|---|---|---|---|---|");
    for (String mechanism : runs.stream().map(run -> run.word(MECHANISM)).distinct().toList()) {
      List<Row> part = where(runs, mechanism);
      if (!mechanism.equals("no-market")) {
        table.add(
            Tables.line(
                "`%s`".formatted(mechanism),
                Tables.interval(
                    part.stream()
                        .map(run -> run.number(BUYERS) - before.get(run.word("replication")))
                        .toList(),
                    0),
                mean(part, "sellers_surplus", 1, 0),
                mean(part, "isp_gain", 1, 0),
                mean(part, "efficiency", 100, 1),
                mean(part, "price_mean", 1, 1)));
      }
    }
    return table;
  }

  private static List<Row> where(List<Row> runs, String mechanism) {
    return runs.stream().filter(run -> run.word(MECHANISM).equals(mechanism)).toList();
  }

  private static String mean(List<Row> runs, String measure, double unit, int digits) {
    return Tables.interval(runs.stream().map(run -> unit * run.number(measure)).toList(), digits);
  }
}
