package org.datamarket.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.datamarket.cli.LiteraturePage.Result;
import org.datamarket.cli.Tables.Row;

/** Lazar and Semret's experiment: the runs of models/studies/lazar-semret.yaml. */
record LazarSemretNumbers(List<Row> runs) {
  private static final List<String> CLOCKS = List.of("even", "random", "no-delay");
  private static final List<String> SIZES =
      List.of("2", "4", "8", "16", "24", "32", "40", "48", "64", "80", "96", "150");
  private static final String MOST = "150";

  static LazarSemretNumbers of(Result study) throws IOException {
    return new LazarSemretNumbers(Tables.rows(study.folder().resolve("runs.csv")));
  }

  /** The runs that came to rest, with some clocks and bid fee. */
  private Stream<Row> rests(String clocks, String fee) {
    return runs.stream()
        .filter(run -> run.word("clocks").equals(clocks) && run.word("epsilon").equals(fee))
        .filter(run -> run.word("status").equals("converged"));
  }

  private List<Double> rests(String clocks, String fee, String size, ToDoubleFunction<Row> what) {
    return rests(clocks, fee)
        .filter(run -> run.word("buyers.count").equals(size))
        .map(run -> what.applyAsDouble(run))
        .toList();
  }

  private static double perBuyer(Row run) {
    return run.number("messages") / run.number("buyers.count");
  }

  private static double seconds(Row run) {
    return run.number("rounds");
  }

  private static double lost(Row run) {
    return run.number("optimum") - run.number("welfare");
  }

  private double bids(String clocks, String fee, String size) {
    return Tables.of(rests(clocks, fee, size, run -> run.number("messages"))).getMean();
  }

  private String both(ToDoubleFunction<Row> what, String fee, String size, int digits) {
    return "%s even, %s random"
        .formatted(
            Tables.interval(rests("even", fee, size, what), digits),
            Tables.interval(rests("random", fee, size, what), digits));
  }

  List<String> ours() {
    List<String> cells = new ArrayList<>();
    cells.add("%s even, %s random".formatted(rested("even"), rested("random")));
    cells.add(bidsPerBuyer(2));
    cells.add(bidsPerBuyer(16));
    cells.add("exponent %s even, %s random".formatted(exponent("even"), exponent("random")));
    cells.add("%s; %s".formatted(course("even"), course("random")));
    cells.add(both(LazarSemretNumbers::seconds, "5", MOST, 1));
    cells.add("%s even, %s random".formatted(fewer("even"), fewer("random")));
    cells.add(
        "from %s to %s, even clocks"
            .formatted(
                Tables.interval(rests("even", "5", "96", LazarSemretNumbers::lost), 1),
                Tables.interval(rests("even", "50", "96", LazarSemretNumbers::lost), 1)));
    cells.add(
        "%s with 96 buyers, %s with 150"
            .formatted(
                Tables.interval(rests("even", "5", "96", run -> run.number("optimum")), 0),
                Tables.interval(rests("even", "5", MOST, run -> run.number("optimum")), 0)));
    return cells;
  }

  /** How many of the runs of all sizes and both fees came to rest. */
  private String rested(String clocks) {
    long rests = rests(clocks, "5").count() + rests(clocks, "50").count();
    return Tables.of(rests, runs.stream().filter(run -> run.word("clocks").equals(clocks)).count());
  }

  /** Bids per buyer in all runs of so many buyers to 96. */
  private String bidsPerBuyer(int least) {
    List<String> cells = new ArrayList<>();
    for (String clocks : CLOCKS) {
      List<Double> bids =
          rests(clocks, "5")
              .filter(run -> run.number("buyers.count") >= least)
              .filter(run -> !run.word("buyers.count").equals(MOST))
              .map(LazarSemretNumbers::perBuyer)
              .toList();
      cells.add("%s %s".formatted(Tables.interval(bids, 1), clocks));
    }
    return String.join(", ", cells);
  }

  /** By which power of the number of buyers all bids grow, from 16 buyers to 96. */
  private String exponent(String clocks) {
    double growth = bids(clocks, "5", "96") / bids(clocks, "5", "16");
    return Tables.rounded(Math.log(growth) / Math.log(96. / 16), 2);
  }

  private String course(String clocks) {
    List<String> seconds =
        Stream.of("2", "16", "48", "96")
            .map(size -> rests(clocks, "5", size, LazarSemretNumbers::seconds))
            .map(all -> Tables.rounded(Tables.of(all).getMean(), 0))
            .toList();
    return "%s %s".formatted(clocks, String.join(", ", seconds));
  }

  /** How many fewer bids the larger fee takes, over the sizes of 16 and more. */
  private String fewer(String clocks) {
    List<Double> shares =
        SIZES.subList(3, SIZES.size()).stream()
            .map(size -> 100 * (1 - bids(clocks, "50", size) / bids(clocks, "5", size)))
            .toList();
    return "%s to %s %% fewer"
        .formatted(
            Tables.rounded(Tables.of(shares).getMin(), 0),
            Tables.rounded(Tables.of(shares).getMax(), 0));
  }

  List<String> sizes() {
    List<String> table = new ArrayList<>();
    table.add(
        "| buyers | at rest, even | bids per buyer, even | seconds, even | bids per buyer, random |"
            + " seconds, random | bids per buyer, no delay | seconds, no delay |");
    table.add("|---|---|---|---|---|---|---|---|");
    for (String size : SIZES) {
      List<String> cells = new ArrayList<>();
      cells.add(size);
      cells.add(Tables.of(rests("even", "5", size, run -> 1).size(), 10));
      for (String clocks : CLOCKS) {
        cells.add(Tables.interval(rests(clocks, "5", size, LazarSemretNumbers::perBuyer), 1));
        cells.add(Tables.interval(rests(clocks, "5", size, LazarSemretNumbers::seconds), 1));
      }
      table.add(Tables.line(cells.toArray(String[]::new)));
    }
    return table;
  }
}
