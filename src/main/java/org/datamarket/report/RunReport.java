package org.datamarket.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.io.WholeFile;
import org.datamarket.output.ClaimScore;
import org.datamarket.output.Notes;
import org.datamarket.output.Overspending;
import org.datamarket.output.RunTables;
import org.datamarket.output.Verdict;
import org.datamarket.output.folder.Content;

/**
 * The report on one run. It can be made again from the run's folder at any time, with the same
 * bytes.
 *
 * @param result the run
 * @param claims how claims fare at its end
 */
public record RunReport(RunResult result, List<ClaimScore> claims) implements Content {
  /** The name of the file in the run's folder. */
  public static final String FILE = Page.FILE;

  private static final List<String> SCRIPTS =
      List.of("run.js", "run-series.js", "run-network.js", "run-supply-demand.js", "run-claims.js");

  private static final List<String> SERIES =
      List.of(
          "round",
          "messages",
          "welfare",
          "price_mean",
          "price_dispersion",
          "utility_min",
          "utility_lower_quartile",
          "utility_median",
          "utility_upper_quartile",
          "utility_max",
          "utility_mean",
          "nash_gap",
          "reserve_mean",
          "live_bids");

  private static final List<String> CLAIM_TEXTS =
      List.of("claim", "statement", "hypothesis", "source", "verdict");

  private static final List<String> CLAIM_COUNTS = List.of("cases", "held", "not_applicable");

  /** Nobody sees more rounds than a picture has points across. */
  private static final int MOST_ROUNDS = 450;

  private static final int DIGITS = 6;

  /**
   * What the scripts are given.
   *
   * @param rounds columns by name
   * @param every 2 if every second round is there, and so on
   * @param claims how each claim fares at the end; none in a folder that does not say
   */
  private record Data(
      String kind,
      String program,
      String verdict,
      Map<String, Object> summary,
      Map<String, List<Number>> rounds,
      int every,
      AllocationNetwork network,
      SupplyDemandData supplyDemand,
      List<Map<String, Object>> claims) {}

  /** Copies the list. */
  public RunReport {
    claims = List.copyOf(claims);
  }

  /** The report on a run whose claims have not been judged. */
  public RunReport(RunResult result) {
    this(result, RunTables.claims(result));
  }

  @Override
  public void writeTo(Path folder) throws IOException {
    WholeFile.write(folder.resolve(FILE), html(RunData.of(result, claims)));
  }

  /**
   * The page for a run's folder.
   *
   * @throws DamagedException if a file there is not as a run writes it
   * @throws IOException if one cannot be read
   */
  public static String html(Path folder) throws IOException {
    return html(RunData.read(folder));
  }

  private static String html(RunData run) throws IOException {
    return Page.html(
        "%s – a run".formatted(run.text("model")),
        SCRIPTS,
        new Data(
            "run",
            Page.program(),
            verdict(run).text() + Notes.after(run.text("notes")),
            shown(run.summary()),
            series(run.rounds()),
            every(run.rounds().size()),
            AllocationNetwork.of(run.buyers(), run.sellers(), run.bids()),
            SupplyDemandData.of(run.supplyDemand()),
            claims(run)));
  }

  private static List<Map<String, Object>> claims(RunData run) throws IOException {
    List<Map<String, Object>> claims = new ArrayList<>();
    if (run.claims().isPresent()) {
      RunTable table = run.claims().get();
      for (int k = 0; k < table.size(); k++) {
        Map<String, Object> claim = new LinkedHashMap<>();
        for (String text : CLAIM_TEXTS) {
          claim.put(text, table.text(k, text));
        }
        for (String count : CLAIM_COUNTS) {
          claim.put(count, Values.of(table.number(k, count), Values.ALL_DIGITS));
        }
        claims.add(claim);
      }
    }
    return claims;
  }

  /** All keys; the seed as a text, for it may have more digits than numbers in a browser. */
  private static Map<String, Object> shown(Map<String, Object> summary) {
    Map<String, Object> shown = new LinkedHashMap<>(summary);
    shown.replaceAll(
        (key, value) ->
            !(value instanceof Number number)
                ? value
                : key.equals("seed")
                    ? value.toString()
                    : Values.of(number.doubleValue(), Values.ALL_DIGITS));
    return shown;
  }

  private static Verdict verdict(RunData run) throws IOException {
    double epsilon = run.number("epsilon");
    RunTable buyers = run.buyers();
    int gainers = 0;
    double gap = 0;
    String greediest = "";
    Overspending overspending = Overspending.NONE;
    for (int i = 0; i < buyers.size(); i++) {
      String id = buyers.text(i, "id");
      double gain = buyers.number(i, "nash_gap");
      gainers += gain > epsilon ? 1 : 0;
      if (gain > gap) {
        gap = gain;
        greediest = id;
      }
      overspending = overspending.with(id, buyers.number(i, "cost"), buyers.number(i, "budget"));
    }
    String status = run.text("status");
    return new Verdict(
        Arrays.stream(Status.values())
            .filter(s -> s.key().equals(status))
            .findFirst()
            .orElse(Status.RUNNING),
        run.count("rounds"),
        run.count("period"),
        epsilon,
        run.number("nash_gap"),
        gainers,
        buyers.size(),
        greediest,
        run.number("efficiency"),
        overspending);
  }

  private static int every(int rounds) {
    return Math.max(1, (rounds + MOST_ROUNDS - 1) / MOST_ROUNDS);
  }

  /** Columns by name; of many rounds only every n-th, and the last. */
  private static Map<String, List<Number>> series(RunTable rounds) throws IOException {
    int every = every(rounds.size());
    Map<String, List<Number>> series = new LinkedHashMap<>();
    for (String name : SERIES) {
      List<Number> column = new ArrayList<>();
      for (int k = 0; k < rounds.size(); k++) {
        if (k % every == 0 || k == rounds.size() - 1) {
          column.add(Values.of(rounds.number(k, name), DIGITS));
        }
      }
      series.put(name, column);
    }
    return series;
  }
}
