package org.datamarket.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.analysis.Status;
import org.datamarket.output.Notes;
import org.datamarket.output.Overspending;
import org.datamarket.output.Summary;
import org.datamarket.output.Verdict;
import org.datamarket.output.folder.Content;
import org.datamarket.io.WholeFile;

/**
 * The report on one run, made from the tables in the run's folder, so that it can be made again from
 * them at any time, with the same bytes. As a {@link Content} it comes after the tables.
 */
public final class RunReport implements Content {
  /** The name of the file in the run's folder. */
  public static final String FILE = Page.FILE;

  private static final List<String> SCRIPTS =
      List.of("run.js", "run-series.js", "run-network.js", "run-supply-demand.js");

  private static final List<String> SERIES =
      List.of(
          "round", "messages", "welfare", "price_mean", "price_dispersion", "utility_min",
          "utility_lower_quartile", "utility_median", "utility_upper_quartile", "utility_max",
          "utility_mean", "nash_gap", "reserve_mean", "live_bids");

  /** Nobody sees more rounds than a picture has points across. */
  private static final int MOST_ROUNDS = 450;

  private static final int DIGITS = 6;

  @Override
  public void writeTo(Path folder) throws IOException {
    write(folder);
  }

  /**
   * Writes {@link #FILE} into a run's folder, or replaces it.
   *
   * @throws IOException if the run's tables cannot be read, or the file cannot be written
   */
  public static void write(Path folder) throws IOException {
    WholeFile.write(folder.resolve(FILE), html(folder));
  }

  /**
   * The page for a run's folder.
   *
   * @throws DamagedException if a file there is not as a run writes it
   * @throws IOException if one cannot be read
   */
  public static String html(Path folder) throws IOException {
    JsonNode summary = summary(folder.resolve(Summary.FILE));
    RunTable rounds = RunTable.read(folder.resolve("rounds.csv"));
    RunTable buyers = RunTable.read(folder.resolve("buyers.csv"));
    RunTable sellers = RunTable.read(folder.resolve("sellers.csv"));
    RunTable bids = RunTable.read(folder.resolve("bids.csv"));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", "run");
    data.put("program", Page.program());
    data.put("verdict", verdict(summary, buyers).text() + Notes.after(summary.path("notes").asText("")));
    data.put("summary", values(summary));
    data.put("rounds", series(rounds));
    data.put("every", every(rounds.size()));
    data.put("network", AllocationNetwork.of(buyers, sellers, bids));
    data.put("supplyDemand", SupplyAndDemand.of(buyers, sellers, bids));
    return Page.html(summary.path("model").asText() + " – a run", SCRIPTS, data);
  }

  private static JsonNode summary(Path file) throws IOException {
    JsonNode summary;
    try {
      summary = JsonMapper.builder().build().readTree(file.toFile());
    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
      throw new DamagedException(file, "is not JSON: " + broken.getOriginalMessage());
    }
    if (!summary.hasNonNull("status") || !summary.hasNonNull("rounds")) {
      throw new DamagedException(file, "is not the summary of a run");
    }
    return summary;
  }

  /** All keys; the seed as a text, for it may have more digits than numbers in a browser. */
  private static Map<String, Object> values(JsonNode summary) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Iterator<Map.Entry<String, JsonNode>> all = summary.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> one = all.next();
      JsonNode value = one.getValue();
      Object kept =
          value.isNull()
              ? null
              : value.isNumber() && !one.getKey().equals("seed")
                  ? Values.of(value.asDouble(), Values.ALL_DIGITS)
                  : value.isBoolean() ? (Object) value.asBoolean() : value.asText();
      values.put(one.getKey(), kept);
    }
    return values;
  }

  private static Verdict verdict(JsonNode summary, RunTable buyers) throws IOException {
    double epsilon = summary.path("epsilon").asDouble();
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
      overspending =
          overspending.with(id, buyers.number(i, "cost"), buyers.number(i, "budget"));
    }
    String status = summary.path("status").asText();
    return new Verdict(
        Arrays.stream(Status.values()).filter(s -> s.key().equals(status)).findFirst().orElse(Status.RUNNING),
        summary.path("rounds").asInt(),
        summary.path("period").asInt(),
        epsilon,
        numberOrNone(summary.path("nash_gap")),
        gainers,
        buyers.size(),
        greediest,
        numberOrNone(summary.path("efficiency")),
        overspending);
  }

  private static double numberOrNone(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }

  private static int every(int rounds) {
    return Math.max(1, (rounds + MOST_ROUNDS - 1) / MOST_ROUNDS);
  }

  /** Columns by name; of many rounds only every so manieth, and the last. */
  private static Map<String, Object> series(RunTable rounds) throws IOException {
    int every = every(rounds.size());
    Map<String, Object> series = new LinkedHashMap<>();
    for (String name : SERIES) {
      List<Object> column = new ArrayList<>();
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
