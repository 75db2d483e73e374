package org.datamarket.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.cli.LiteraturePage.Result;
import org.datamarket.cli.Tables.Row;

/** The studies of docs/literature.md that compare levels of one factor or two. */
record StudyNumbers(List<Row> runs) {
  private static final String OVERLAP = "overlap";
  private static final String STRATEGY = "strategy";
  private static final String RESERVE = "sellers[*].initial-reserve";
  private static final String ORDERING = "claim:price-ordering";
  private static final String WORST = "claim:price-ordering:worst";
  private static final String SPREAD = "clearing_spread";

  private static StudyNumbers of(Result study) throws IOException {
    return new StudyNumbers(Tables.rows(study.folder().resolve("runs.csv")));
  }

  private StudyNumbers where(String factor, String level) {
    return new StudyNumbers(runs.stream().filter(run -> run.word(factor).equals(level)).toList());
  }

  private List<String> levels(String factor) {
    return runs.stream().map(run -> run.word(factor)).distinct().toList();
  }

  private List<Double> all(String measure) {
    return runs.stream().filter(run -> run.has(measure)).map(run -> run.number(measure)).toList();
  }

  private String mean(String measure, int digits) {
    return Tables.interval(all(measure), digits);
  }

  private String percent(String measure, int digits) {
    return Tables.interval(all(measure).stream().map(share -> 100 * share).toList(), digits);
  }

  /** How many of the runs that have a flag have it set. */
  private String count(String measure) {
    return Tables.of(all(measure).stream().filter(flag -> flag == 1).count(), all(measure).size());
  }

  private String converged() {
    Stream<Row> rests = runs.stream().filter(run -> run.word("status").equals("converged"));
    return Tables.of(rests.count(), runs.size());
  }

  static List<String> strategies(List<Result> results) throws IOException {
    StudyNumbers study = of(results.get(0));
    String strategy = "buyers[*].strategy";
    List<String> table = new ArrayList<>();
    table.add(
        "| ε, $ | strategy | efficiency, % | ε-Nash | Nash gap, $ | revenue, $ | bids | rounds |");
    table.add("|---|---|---|---|---|---|---|---|");
    for (String fee : study.levels("epsilon")) {
      for (String kind : study.levels(strategy)) {
        StudyNumbers part = study.where("epsilon", fee).where(strategy, kind);
        table.add(
            Tables.line(
                fee,
                "`%s`".formatted(kind),
                part.percent("efficiency", 2),
                part.count("epsilon_nash"),
                part.mean("nash_gap", 1),
                part.mean("revenue", 0),
                part.mean("messages", 0),
                part.mean("rounds", 0)));
      }
    }
    return table;
  }

  static List<String> overlap(List<Result> results) throws IOException {
    StudyNumbers best = of(results.get(0)).where(STRATEGY, "waterfill");
    StudyNumbers near = best.where(OVERLAP, "0.375");
    double published = 30.084 - 28.597;
    long closer = near.all(SPREAD).stream().filter(spread -> spread <= published).count();
    List<Double> clearing = near.all("clearing");
    double violation =
        LiteratureNumbers.lines(results.get(1).out()).get(0).at("/market/ordering").asDouble();
    return List.of(
        "%s apart; in %s at most so far".formatted(near.mean(SPREAD, 1), Tables.of(closer, 40)),
        "%s in the mean, from %s to %s"
            .formatted(
                near.mean("clearing", 1),
                Tables.rounded(Tables.of(clearing).getMin(), 1),
                Tables.rounded(Tables.of(clearing).getMax(), 1)),
        "from %s apart to %s"
            .formatted(
                best.where(OVERLAP, "0").mean(SPREAD, 1), best.where(OVERLAP, "1").mean(SPREAD, 3)),
        "missed by %s".formatted(Tables.rounded(violation, 0)),
        "%s, missed by %s at most"
            .formatted(
                best.count(ORDERING), Tables.rounded(Tables.of(best.all(WORST)).getMax(), 2)),
        best.converged());
  }

  static List<String> overlapLevels(List<Result> results) throws IOException {
    StudyNumbers study = of(results.get(0));
    List<String> table = new ArrayList<>();
    table.add(
        "| see both, % | prices apart, best replies, $/GB | ordering holds | ε-Nash | prices apart,"
            + " opt-out, $/GB | at rest, opt-out |");
    table.add("|---|---|---|---|---|---|");
    for (String level : study.levels(OVERLAP)) {
      StudyNumbers best = study.where(OVERLAP, level).where(STRATEGY, "waterfill");
      StudyNumbers optOut = study.where(OVERLAP, level).where(STRATEGY, "opt-out");
      double share = 100 * Double.parseDouble(level);
      table.add(
          Tables.line(
              Tables.rounded(share, share == Math.rint(share) ? 0 : 1),
              best.mean(SPREAD, 2),
              best.all(ORDERING).isEmpty() ? "–" : best.count(ORDERING),
              best.count("epsilon_nash"),
              optOut.mean(SPREAD, 2),
              optOut.converged()));
    }
    return table;
  }

  static List<String> atOnce(List<Result> results) throws IOException {
    StudyNumbers study = of(results.get(0));
    List<String> table = new ArrayList<>();
    table.add("| rule | bids sent | efficiency, % | revenue, $ | buyers' surplus, $ |");
    table.add("|---|---|---|---|---|");
    for (String rule : study.levels("rule")) {
      StudyNumbers part = study.where("rule", rule);
      String words =
          rule.replace("psp-", "again and again, ε = ")
              .replace("multi-", "at once, bids per buyer: ");
      table.add(
          Tables.line(
              words,
              part.mean("messages", 0),
              part.percent("efficiency", 2),
              part.mean("revenue", 0),
              part.mean("buyers_surplus", 0)));
    }
    return table;
  }

  static List<String> reserve(List<Result> results) throws IOException {
    StudyNumbers study = of(results.get(0));
    List<String> table = new ArrayList<>();
    table.add(
        "| reserve, $/GB | revenue, $ | its standard deviation, $ | efficiency, % | sold, GB | bids"
            + " | rounds |");
    table.add("|---|---|---|---|---|---|---|");
    for (String reserve : study.levels(RESERVE)) {
      StudyNumbers part = study.where(RESERVE, reserve);
      table.add(
          Tables.line(
              reserve,
              part.mean("revenue", 1),
              Tables.rounded(Tables.of(part.all("revenue")).getStandardDeviation(), 1),
              part.percent("efficiency", 2),
              part.mean("sold", 1),
              part.mean("messages", 0),
              part.mean("rounds", 0)));
    }
    return table;
  }
}
