package org.datamarket.output;

import static org.datamarket.output.Column.count;
import static org.datamarket.output.Column.number;
import static org.datamarket.output.Column.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.datamarket.analysis.Measures;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.io.Json;
import org.datamarket.kind.Kinds;
import org.datamarket.mechanism.Surplus;
import org.datamarket.model.Activation;

/** {@code summary.json}: how the run ended, in one object of numbers, texts and nulls. */
public final class Summary {
  /** The name of the file. */
  public static final String FILE = "summary.json";

  private static final String STATE_HASH = "state_hash";

  static final List<Column<RunResult>> KEYS =
      Stream.of(run(), quality(), trade(), process(), surplus(), inWords())
          .flatMap(List::stream)
          .toList();

  private Summary() {}

  private static List<Column<RunResult>> run() {
    return List.of(
        text("model", "The model's name", r -> r.model().name()),
        text(
            "mechanism",
            "How trade is organized: a name as in model files",
            r -> r.model().design().key()),
        count("seed", "The seed of all randomness, a 64-bit number", r -> r.model().seed()),
        text(
            "status",
            "How the run ended: converged (a whole round in which nothing moved), cycle,"
                + " round-limit; cleared, where a mechanism clears the market once; running if it"
                + " was stopped",
            r -> r.status().key()),
        count("rounds", "Rounds played, the last, changeless one included", r -> r.rounds().size()),
        Column.<RunResult>count(
                "period",
                "After how many rounds the cycle repeats; null unless status is cycle",
                RunResult::period)
            .unless(r -> r.status() != Status.CYCLE),
        number(
            "epsilon",
            "$",
            "ε, the bid fee: a buyer bids again only for a gain above this",
            r -> r.model().epsilon()),
        count("buyers", "How many there are", r -> r.model().buyers().size()),
        count("sellers", "How many there are", r -> r.model().sellers().size()));
  }

  private static List<Column<RunResult>> quality() {
    return List.of(
        measure(
            "welfare",
            "$",
            "What buyers have is worth to them, less what they pay the ISP and less the sellers'"
                + " own reserves on what they sold",
            Measures::welfare),
        measure(
            "optimum",
            "$",
            "The most welfare that a planner who knows everything could reach, without budgets",
            Measures::optimum),
        measure(
            "efficiency",
            "1",
            "Welfare / optimum; null when the optimum is 0",
            Measures::efficiency),
        measure(
            "nash_gap",
            "$",
            "The most that any one buyer within its budget could gain by any bids whatever, the"
                + " others' as they stand; null under strict ties",
            Measures::nashGap),
        measure(
            "restricted_gap",
            "$",
            "The most that any one buyer within its budget could gain by the reply of its own"
                + " strategy",
            Measures::restrictedGap),
        number(
            "sufficient_share",
            "1",
            "Share of the buyers whose reply to the end is ε-best for certain, as one price shows:"
                + " their slack is at most ε; 1 without buyers; null under strict ties",
            RunResult::sufficientShare));
  }

  private static List<Column<RunResult>> trade() {
    return List.of(
        measure("revenue", "$", "What buyers pay sellers in all", Measures::revenue),
        measure("supply", "GB", "What sellers have to sell in all", Measures::supply),
        measure("sold", "GB", "What they sell in all", Measures::sold),
        measure(
            "unmet_demand",
            "GB",
            "What buyers with bids would still take at the price they bid, were there enough",
            Measures::unmetDemand),
        measure(
            "price_mean", "$/GB", "Revenue / sold; null when nothing is sold", Measures::priceMean),
        measure(
            "price_dispersion",
            "1",
            "Coefficient of variation of the unit prices of what was sold, weighted by quantity;"
                + " null when nothing is sold",
            Measures::priceDispersion),
        measure(
            "clearing",
            "$/GB",
            "The lowest price that still gets something at a seller (its reserve if it keeps some),"
                + " mean by quantity sold; null when nothing is sold",
            Measures::clearing),
        measure(
            "jain",
            "1",
            "Jain's fairness index of the shares of demand that buyers get, 1 when all get the same"
                + " share; null when nothing is sold",
            Measures::jain),
        measure(
            "envy",
            "$",
            "The most that any one buyer would gain by having another's data at the other's cost",
            Measures::envy),
        measure(
            "pool_size_mean",
            "1",
            "Live bids a buyer, over the buyers that have any; null when nobody bids",
            Measures::poolSizeMean));
  }

  private static List<Column<RunResult>> process() {
    return List.of(
        count(
            "messages",
            "Accepted rebids, one a reply however many sellers it concerns",
            RunResult::messages),
        count("replies", "Replies computed", RunResult::replies),
        Column.<RunResult>flag(
                "epsilon_nash",
                "Whether over_budget is 0 and nash_gap at most epsilon; null when there is no"
                    + " nash_gap",
                RunResult::isEpsilonNash)
            .unless(r -> Double.isNaN(r.measures().nashGap())),
        number(
            "optimum_gap",
            "1",
            "The share of the true optimum that optimum may miss at most",
            r -> Math.max(0, r.optimum().relativeGap())),
        measure(
            "isp_purchases",
            "GB",
            "What buyers buy from the ISP at the end; 0 without one",
            Measures::ispPurchases),
        number(
            "utility_mean",
            "$",
            "The mean utility of the buyers; null when there are no buyers",
            RunResult::utilityMean),
        number(
            "utility_sd",
            "$",
            "The standard deviation of the buyers' utilities; null when there are no buyers",
            RunResult::utilityDeviation),
        number(
            "clearing_spread",
            "$/GB",
            "The highest clearing price of a seller less the lowest; null when nothing is sold",
            RunResult::clearingSpread),
        count("turns", "Turns that buyers had, with news or without", RunResult::turns),
        count(
            "stale_replies",
            "Replies computed from news that was out of date: only under asynchronous activation",
            RunResult::staleReplies),
        count(
            "over_budget",
            "Buyers that pay more than their budgets (by more than 1e-9 of them): where there are"
                + " any, the end is no equilibrium",
            r -> r.measures().overBudget()));
  }

  private static List<Column<RunResult>> surplus() {
    return List.of(
        surplus(
            "buyers_surplus",
            "$",
            "What buyers have is worth to them, less what they pay the ISP and for data; with"
                + " sellers_surplus and isp_margin it adds up to welfare",
            Surplus::buyers),
        surplus(
            "sellers_surplus",
            "$",
            "What sellers receive, less their own reserves on what they sold",
            Surplus::sellers),
        surplus("paid", "$", "What buyers pay for data in all", Surplus::paid),
        surplus("isp_margin", "$", "What of it the ISP keeps: 0 in auctions", Surplus::ispMargin),
        surplus(
            "overage_revenue",
            "$",
            "What buyers pay the ISP for isp_purchases",
            Surplus::overageRevenue),
        surplus(
            "overage_before",
            "$",
            "What they would pay it without a market",
            Surplus::overageBefore),
        surplus("isp_profit", "$", "overage_revenue + isp_margin", Surplus::ispProfit),
        surplus("isp_gain", "$", "isp_profit − overage_before", Surplus::ispGain),
        surplus(
            "isp_gain_bound",
            "$",
            "The most that isp_gain could be with this allocation under any rule by which nobody"
                + " loses: the worth of additional use, less the reserves of all that is sold",
            Surplus::ispGainBound),
        surplus(
            "unserved",
            "GB",
            "What buyers want and have neither from sellers nor from the ISP",
            Surplus::unserved));
  }

  private static List<Column<RunResult>> inWords() {
    return List.of(
        text(
            "notes",
            "Where the rules led to what hardly anybody wants, as the verdict says it: much supply"
                + " unsold though tied buyers want it, or ties at a price of 0; null if nowhere",
            Summary::notes),
        text(
            "currency",
            "The label of money: what $ stands for in all units",
            r -> r.model().currency()),
        text(
            "ties",
            "The tie rule: proportional or strict",
            r -> r.model().ties().name().toLowerCase(Locale.ROOT)),
        text(
            "activation",
            "When buyers act: sequential, simultaneous or asynchronous",
            r -> Kinds.nameOf(r.model().activation())),
        text(
            "order",
            "The order of sequential buyers: random or fixed; null otherwise",
            Summary::order),
        text(
            STATE_HASH,
            "SHA-256 of the final bids, reserves and counts to the last bit: equal for equal runs",
            RunResult::stateHash));
  }

  private static Column<RunResult> surplus(
      String name, String unit, String meaning, ToDoubleFunction<Surplus> value) {
    return measure(name, unit, meaning, measures -> value.applyAsDouble(measures.surplus()));
  }

  private static Column<RunResult> measure(
      String name, String unit, String meaning, ToDoubleFunction<Measures> value) {
    return number(name, unit, meaning, result -> value.applyAsDouble(result.measures()));
  }

  private static String notes(RunResult result) {
    String notes = String.join("; ", Notes.of(result));
    return notes.isEmpty() ? null : notes;
  }

  private static String order(RunResult result) {
    if (result.model().activation() instanceof Activation.Sequential sequential) {
      return sequential.randomOrder() ? "random" : "fixed";
    }
    return null;
  }

  /** The keys that have numbers or flags, in order, but for the seed. */
  public static List<Column<RunResult>> numbers() {
    return KEYS.stream()
        .filter(key -> key.type() != Column.Type.TEXT && !key.name().equals("seed"))
        .toList();
  }

  /**
   * The keys and values in order: texts, Long, Double, Boolean; null for a number that does not
   * exist.
   */
  public static Map<String, Object> of(RunResult result) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column<RunResult> key : KEYS) {
      values.put(key.name(), Json.finite(key.value().apply(result)));
    }
    return values;
  }

  /**
   * The hash of the final state in the file of a folder; empty if there is no such file, or none in
   * it.
   *
   * @throws IOException if the file cannot be read
   */
  public static Optional<String> stateHash(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode hash = new JsonMapper().readTree(Files.readAllBytes(file)).path(STATE_HASH);
      return hash.isTextual() ? Optional.of(hash.textValue()) : Optional.empty();
    } catch (JsonProcessingException damaged) {
      return Optional.empty();
    }
  }

  /** The text of the file. */
  public static String json(RunResult result) {
    return Json.text(of(result));
  }
}
