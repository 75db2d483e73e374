package org.datamarket.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.datamarket.cli.Tables.Row;

/** What the studies of an operator come to, as docs/findings.md and docs/operator.md have it. */
record OperatorNumbers(List<Row> runs) {
  private static final String PRICE = "isp.price";
  private static final String FEE = "isp.fee";
  private static final String LIGHT = "light";
  private static final String RULE = "mechanism";
  private static final String GAIN = "isp_gain";
  private static final String BOUND = "isp_gain_bound";
  private static final String PROFIT = "isp_profit";
  private static final String BUYERS = "buyers_surplus";
  private static final String SELLERS = "sellers_surplus";
  private static final String NOBODY = "no-market";
  private static final String AUCTIONS = "auctions";

  /** Less than this is no gain but rounding, $. */
  private static final double ROUNDING = 1e-6;

  private OperatorNumbers where(String factor, String level) {
    return where(run -> run.word(factor).equals(level));
  }

  private OperatorNumbers where(Predicate<Row> condition) {
    return new OperatorNumbers(runs.stream().filter(condition).toList());
  }

  private List<String> levels(String factor) {
    return runs.stream().map(run -> run.word(factor)).distinct().toList();
  }

  private List<Double> all(String measure) {
    return runs.stream().map(run -> run.number(measure)).toList();
  }

  private String mean(String measure) {
    return Tables.interval(all(measure), 0);
  }

  /** The mean difference from other runs of the same populations, replication by replication. */
  private String over(OperatorNumbers others, String measure) {
    Map<String, Double> base = new LinkedHashMap<>();
    others.runs.forEach(run -> base.put(run.word("replication"), run.number(measure)));
    return Tables.interval(
        runs.stream().map(run -> run.number(measure) - base.get(run.word("replication"))).toList(),
        0);
  }

  private String gaining() {
    long some = runs.stream().filter(run -> run.number(GAIN) > ROUNDING).count();
    return Tables.of(some, runs.size());
  }

  private static String code(String rule) {
    return "`%s`".formatted(rule);
  }

  private static String row(Stream<String> cells) {
    return Tables.line(cells.toArray(String[]::new));
  }

  private static Stream<String> cells(List<String> first, Stream<String> more) {
    return Stream.concat(first.stream(), more);
  }

  private static List<String> table(String head) {
    long columns = head.chars().filter(c -> c == '|').count() - 1;
    List<String> table = new ArrayList<>();
    table.add(head);
    table.add("|%s".formatted("---|".repeat((int) columns)));
    return table;
  }

  /** One row of means by overage price. */
  private String byPrice(String name, String fee, String measure) {
    Stream<String> means = levels(PRICE).stream().map(p -> where(PRICE, p).mean(measure));
    return row(cells(List.of(name, fee), means));
  }

  /** The gain by rule, fee and overage price, half of the users light. */
  List<String> gain() {
    OperatorNumbers half = where(LIGHT, "0.5");
    List<String> table =
        table("| | fee, $/GB | overage 5 $/GB | %s |".formatted(numbersAfterFirst(PRICE)));
    OperatorNumbers none = half.where(RULE, NOBODY).where(FEE, "0");
    table.add(none.byPrice("overage earned, no market", "–", "overage_before"));
    OperatorNumbers efficient = half.where(RULE, "isp-common").where(FEE, "0");
    table.add(efficient.byPrice("bound, efficient trade", "–", BOUND));
    table.add(half.where(RULE, AUCTIONS).where(FEE, "0").byPrice(code(AUCTIONS), "–", GAIN));
    for (String rule : List.of("isp-common", "isp-volume", "isp-split")) {
      for (String fee : levels(FEE)) {
        table.add(half.where(RULE, rule).where(FEE, fee).byPrice(code(rule), fee, GAIN));
      }
    }
    return table;
  }

  private String numbersAfterFirst(String factor) {
    return String.join(" | ", levels(factor).subList(1, levels(factor).size()));
  }

  /** In how many of the runs in which something is sold the ISP gains, by the sign of its bound. */
  List<String> bound() {
    OperatorNumbers trade =
        where(run -> run.number("sold") > ROUNDING)
            .where(run -> !run.word(RULE).equals(AUCTIONS) || run.word(FEE).equals("0"));
    List<String> table =
        table("| bound on the gain | runs | the ISP gains in | its largest gain, $ |");
    for (boolean above : new boolean[] {false, true}) {
      OperatorNumbers part = trade.where(run -> run.number(BOUND) > 0 == above);
      DescriptiveStatistics gains = Tables.of(part.all(GAIN));
      table.add(
          Tables.line(
              above ? "above 0" : "0 or below",
              Integer.toString(part.runs.size()),
              part.gaining(),
              Tables.rounded(gains.getMax(), 0)));
    }
    return table;
  }

  /** Who gains what by the share of light users, at one price and fee. */
  List<String> light() {
    OperatorNumbers here = where(PRICE, "15").where(FEE, "2");
    List<String> table =
        table(
            "| light, % | rule | the ISP gains, $ | in | bound, $ | buyers gain, $ | sellers gain,"
                + " $ | efficiency, % |");
    for (String light : levels(LIGHT)) {
      OperatorNumbers part = here.where(LIGHT, light);
      for (String rule : List.of("isp-split", "isp-volume", "isp-common", AUCTIONS)) {
        OperatorNumbers ruled = part.where(RULE, rule);
        table.add(
            Tables.line(
                Tables.rounded(100 * Double.parseDouble(light), 0),
                code(rule),
                ruled.mean(GAIN),
                ruled.gaining(),
                ruled.mean(BOUND),
                ruled.over(part.where(RULE, NOBODY), BUYERS),
                ruled.mean(SELLERS),
                Tables.interval(ruled.all("efficiency").stream().map(e -> 100 * e).toList(), 1)));
      }
    }
    return table;
  }

  /** The price and the fee at which the ISP earns most, by rule. */
  List<String> best() {
    OperatorNumbers half = where(LIGHT, "0.5");
    OperatorNumbers without = half.where(RULE, NOBODY).mostEarned();
    List<String> table =
        table(
            "| rule | overage price, $/GB | fee, $/GB | the ISP's profit, $ | more than the best"
                + " without a market, $ | buyers' surplus, $ | sellers' surplus, $ |");
    for (String rule : List.of(NOBODY, "isp-split", "isp-volume", "isp-common", AUCTIONS)) {
      OperatorNumbers best = half.where(RULE, rule).mostEarned();
      boolean fees = rule.startsWith("isp-");
      table.add(
          Tables.line(
              code(rule),
              best.runs.get(0).word(PRICE),
              fees ? best.runs.get(0).word(FEE) : "–",
              best.mean(PROFIT),
              rule.equals(NOBODY) ? "–" : best.over(without, PROFIT),
              best.mean(BUYERS),
              best.mean(SELLERS)));
    }
    return table;
  }

  private OperatorNumbers mostEarned() {
    Function<OperatorNumbers, Double> profit = part -> Tables.of(part.all(PROFIT)).getMean();
    return levels(PRICE).stream()
        .flatMap(price -> levels(FEE).stream().map(fee -> where(PRICE, price).where(FEE, fee)))
        .max(Comparator.comparing(profit))
        .orElseThrow();
  }

  /** The gain where all trade displaces overage, by rule and fee. */
  List<String> hongKong() {
    List<String> table =
        table(
            "| rule | bound | fee 0 HK$/GB | %s | the ISP gains in |"
                .formatted(numbersAfterFirst(FEE)));
    for (String rule : levels(RULE)) {
      OperatorNumbers part = where(RULE, rule);
      Stream<String> gains = levels(FEE).stream().map(fee -> part.where(FEE, fee).mean(GAIN));
      String bound = part.where(FEE, "0").mean(BOUND);
      table.add(
          row(Stream.concat(cells(List.of(code(rule), bound), gains), Stream.of(part.gaining()))));
    }
    return table;
  }

  /** The gain of twelve users' operator by its overage price. */
  List<String> own() {
    OperatorNumbers here = where(FEE, "2");
    List<String> rules = here.levels(RULE);
    List<String> table =
        table(
            "| overage, $/GB | before, $ | gain by %s, $ | %s |"
                .formatted(
                    code(rules.get(0)),
                    String.join(
                        " | ", rules.stream().skip(1).map(OperatorNumbers::code).toList())));
    for (String price : here.levels(PRICE)) {
      OperatorNumbers part = here.where(PRICE, price);
      String before = part.where(RULE, rules.get(0)).mean("overage_before");
      Stream<String> gains = rules.stream().map(rule -> part.where(RULE, rule).mean(GAIN));
      table.add(row(cells(List.of(price, before), gains)));
    }
    return table;
  }

  /** The gain from the users of docs/operator.md by overage price, rule and fee. */
  List<String> ownFees() {
    List<String> rules = List.of("isp-split", "isp-common");
    List<String> table =
        table(
            "| overage, $/GB | %s |"
                .formatted(
                    String.join(
                        " | ",
                        rules.stream()
                            .flatMap(rule -> levels(FEE).stream().map(fee -> title(rule, fee)))
                            .toList())));
    for (String price : levels(PRICE)) {
      OperatorNumbers part = where(PRICE, price);
      table.add(
          row(
              cells(
                  List.of(price),
                  rules.stream()
                      .flatMap(
                          rule ->
                              levels(FEE).stream()
                                  .map(
                                      fee -> part.where(RULE, rule).where(FEE, fee).mean(GAIN))))));
    }
    return table;
  }

  private static String title(String rule, String fee) {
    return "%s, fee %s".formatted(code(rule), fee);
  }
}
