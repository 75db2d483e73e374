package org.datamarket.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.analysis.TraceEntry;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.output.folder.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunTablesTest {
  /** The keys that every reader of a summary counts on, in order. */
  private static final List<String> KEYS =
      List.of(
          "model",
          "mechanism",
          "seed",
          "status",
          "rounds",
          "period",
          "epsilon",
          "buyers",
          "sellers",
          "welfare",
          "optimum",
          "efficiency",
          "nash_gap",
          "restricted_gap",
          "sufficient_share",
          "revenue",
          "supply",
          "sold",
          "unmet_demand",
          "price_mean",
          "price_dispersion",
          "clearing",
          "jain",
          "envy",
          "pool_size_mean",
          "messages",
          "replies",
          "epsilon_nash",
          "optimum_gap",
          "isp_purchases",
          "utility_mean",
          "utility_sd",
          "clearing_spread",
          "turns",
          "stale_replies",
          "over_budget",
          "buyers_surplus",
          "sellers_surplus",
          "paid",
          "isp_margin",
          "overage_revenue",
          "overage_before",
          "isp_profit",
          "isp_gain",
          "isp_gain_bound",
          "unserved",
          "notes",
          "currency",
          "ties",
          "activation",
          "order",
          "state_hash");

  /** Results that several tests look at. */
  private static final Map<String, RunResult> PLAYED = new HashMap<>();

  @TempDir Path home;

  static Stream<MarketModel> models() {
    return Stream.of(
        Samples.small(),
        Samples.large(3),
        Samples.nothingSells(),
        Samples.oneRound(),
        Samples.strict(),
        Samples.overBudget(4),
        Samples.withIsp());
  }

  private static RunResult played(MarketModel model) {
    String key = model.name() + model.ties() + model.roundLimit();
    return PLAYED.computeIfAbsent(key, missing -> Samples.play(model));
  }

  private Path write(RunResult result, String name) throws IOException {
    Path folder = home.resolve(name);
    RunFolder.write(folder, false, new RunTables(result, true));
    return folder;
  }

  private static List<NamedCsvRecord> rows(Path folder, String file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
      return reader.stream().toList();
    }
  }

  private static double number(NamedCsvRecord row, String column) {
    String cell = row.getField(column);
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  @ParameterizedTest
  @MethodSource("models")
  void files_ofEqualResults_areTheSameBytes(MarketModel model) throws IOException {
    Map<String, String> first = contents(write(Samples.play(model), "first"));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(contents(write(Samples.play(model), "second"))).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(first.keySet())
        .containsExactlyInAnyOrder(
            "summary.json",
            "rounds.csv",
            "buyers.csv",
            "sellers.csv",
            "bids.csv",
            "claims.csv",
            "trace.csv");
    assertThat(first.values()).allSatisfy(text -> assertThat(text).doesNotContain("\r", "NaN"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void summary_hasTheKeysInOrderAndTheResultsValues(MarketModel model) throws IOException {
    RunResult result = played(model);
    JsonNode summary =
        new ObjectMapper().readTree(write(result, "run").resolve("summary.json").toFile());

    List<String> keys = new ArrayList<>();
    summary.fieldNames().forEachRemaining(keys::add);
    assertThat(keys).isEqualTo(KEYS);
    assertThat(summary.get("model").asText()).isEqualTo(model.name());
    assertThat(summary.get("seed").asLong()).isEqualTo(model.seed());
    assertThat(summary.get("status").asText()).isEqualTo(result.status().key());
    assertThat(summary.get("rounds").asInt()).isEqualTo(result.rounds().size());
    assertThat(summary.get("messages").asLong()).isEqualTo(result.messages());
    assertThat(summary.get("currency").asText()).isEqualTo(model.currency());
    assertThat(summary.get("state_hash").asText()).isEqualTo(result.stateHash());
    assertNumber(summary.get("epsilon"), model.epsilon());
    assertNumber(summary.get("welfare"), result.measures().welfare());
    assertNumber(summary.get("optimum"), result.measures().optimum());
    assertNumber(summary.get("efficiency"), result.measures().efficiency());
    assertNumber(summary.get("nash_gap"), result.measures().nashGap());
    assertNumber(summary.get("restricted_gap"), result.measures().restrictedGap());
    assertNumber(summary.get("revenue"), result.measures().revenue());
    assertNumber(summary.get("supply"), result.measures().supply());
    assertNumber(summary.get("sold"), result.measures().sold());
    assertNumber(summary.get("unmet_demand"), result.measures().unmetDemand());
    assertNumber(summary.get("price_mean"), result.measures().priceMean());
    assertNumber(summary.get("price_dispersion"), result.measures().priceDispersion());
    assertNumber(summary.get("clearing"), result.measures().clearing());
    assertNumber(summary.get("jain"), result.measures().jain());
    assertNumber(summary.get("envy"), result.measures().envy());
    assertNumber(summary.get("pool_size_mean"), result.measures().poolSizeMean());
    assertNumber(summary.get("isp_purchases"), result.measures().ispPurchases());
    double[] utilities =
        result.buyers().stream().mapToDouble(account -> account.utility()).toArray();
    assertNumber(summary.get("utility_mean"), result.utilityMean());
    assertNumber(summary.get("utility_sd"), result.utilityDeviation());
    assertThat(result.utilityMean())
        .isCloseTo(new Mean().evaluate(utilities), withinPercentage(1e-9));
    assertThat(result.utilityDeviation())
        .isCloseTo(new StandardDeviation(false).evaluate(utilities), withinPercentage(1e-6));
    assertNumber(summary.get("clearing_spread"), result.clearingSpread());
    assertNumber(summary.get("optimum_gap"), Math.max(0, result.optimum().relativeGap()));
  }

  private static void assertNumber(JsonNode json, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(json.isNull()).isTrue();
    } else {
      assertThat(json.isNumber()).isTrue();
      assertThat(json.asDouble() == expected).isTrue();
    }
  }

  @Test
  void summary_numbersThatDoNotExist_areNull() {
    Map<String, Object> nothing = Summary.of(Samples.play(Samples.nothingSells()));
    assertThat(nothing)
        .containsEntry("efficiency", null)
        .containsEntry("price_mean", null)
        .containsEntry("price_dispersion", null)
        .containsEntry("clearing", null)
        .containsEntry("jain", null)
        .containsEntry("pool_size_mean", null)
        .containsEntry("period", null)
        .containsEntry("nash_gap", 0.0)
        .containsEntry("epsilon_nash", true);
    assertThat(Summary.of(Samples.play(Samples.strict())))
        .containsEntry("nash_gap", null)
        .containsEntry("epsilon_nash", null)
        .containsEntry("ties", "strict");
  }

  @Test
  void summary_periodOnlyOfACycle() {
    RunResult result = Samples.play(Samples.small());
    assertThat(Summary.of(result)).containsEntry("period", null);
    assertThat(Summary.of(Endings.as(result, Status.CYCLE, 6)))
        .containsEntry("period", 6L)
        .containsEntry("status", "cycle");
    assertThat(Summary.of(Endings.as(result, Status.RUNNING, 0)))
        .containsEntry("status", "running");
  }

  @Test
  void summary_keepsAllBitsOfASeed() {
    assertThat(Summary.json(Samples.play(Samples.withIsp())))
        .contains("\"seed\" : 1152921504606846977,")
        .endsWith("}\n");
  }

  @ParameterizedTest
  @MethodSource("models")
  void rounds_areARowEach(MarketModel model) throws IOException {
    RunResult result = played(model);
    List<NamedCsvRecord> rows = rows(write(result, "run"), "rounds.csv");

    assertThat(rows).hasSameSizeAs(result.rounds());
    for (int k = 0; k < rows.size(); k++) {
      RoundMeasures round = result.rounds().get(k);
      assertThat(rows.get(k).getField("round")).isEqualTo(String.valueOf(k + 1));
      assertThat(rows.get(k).getField("messages")).isEqualTo(String.valueOf(round.messages()));
      assertThat(number(rows.get(k), "welfare")).isEqualTo(round.welfare());
      assertThat(number(rows.get(k), "price_mean")).isEqualTo((Double) round.priceMean());
      assertThat(number(rows.get(k), "utility_lower_quartile"))
          .isEqualTo(round.utilityLowerQuartile());
      assertThat(number(rows.get(k), "nash_gap")).isEqualTo((Double) round.nashGap());
      assertThat(number(rows.get(k), "reserve_mean")).isEqualTo((Double) round.reserveMean());
      assertThat(number(rows.get(k), "over_budget")).isEqualTo(round.overBudget());
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void bids_areTheFinalBids(MarketModel model) throws IOException {
    RunResult result = played(model);
    Map<String, Integer> sellers = numbers(model);
    List<NamedCsvRecord> rows = rows(write(result, "run"), "bids.csv");

    int next = 0;
    for (int i = 0; i < result.buyers().size(); i++) {
      BuyerAccount account = result.buyers().get(i);
      for (int k = 0; k < account.bids().size(); k++) {
        NamedCsvRecord row = rows.get(next++);
        assertThat(row.getField("buyer")).isEqualTo(model.buyers().get(i).id());
        assertThat(sellers.get(row.getField("seller"))).isEqualTo(account.bids().seller(k));
        assertThat(new Bid(number(row, "quantity"), number(row, "price")))
            .isEqualTo(account.bids().bid(k));
        assertThat(number(row, "allocation")).isEqualTo(account.allocations()[k]);
        assertThat(number(row, "cost")).isEqualTo(account.costs()[k]);
      }
    }
    assertThat(rows).hasSize(next);
  }

  private static Map<String, Integer> numbers(MarketModel model) {
    Map<String, Integer> numbers = new HashMap<>();
    for (SellerSpec seller : model.sellers()) {
      numbers.put(seller.id(), numbers.size());
    }
    return numbers;
  }

  @ParameterizedTest
  @MethodSource("models")
  void buyersAndSellers_addUpToTheSummary(MarketModel model) throws IOException {
    RunResult result = played(model);
    Path folder = write(result, "run");
    List<NamedCsvRecord> buyers = rows(folder, "buyers.csv");
    List<NamedCsvRecord> sellers = rows(folder, "sellers.csv");

    assertThat(buyers).hasSameSizeAs(model.buyers());
    assertThat(sellers).hasSameSizeAs(model.sellers());
    assertThat(sum(buyers, "cost")).isCloseTo(result.measures().revenue(), within(1e-9));
    assertThat(buyers)
        .allSatisfy(
            row ->
                assertThat(row.getField("over_budget"))
                    .isEqualTo(
                        String.valueOf(number(row, "cost") > number(row, "budget") * (1 + 1e-9))));
    assertThat(buyers.stream().filter(row -> row.getField("over_budget").equals("true")))
        .hasSize(result.measures().overBudget());
    assertThat(sum(sellers, "revenue")).isCloseTo(result.measures().revenue(), within(1e-9));
    assertThat(sum(buyers, "allocation")).isCloseTo(result.measures().sold(), within(1e-9));
    assertThat(sum(sellers, "sold")).isCloseTo(result.measures().sold(), within(1e-9));
    assertThat(sum(sellers, "quantity")).isCloseTo(result.measures().supply(), within(1e-9));
    assertThat(sum(buyers, "isp_purchase")).isEqualTo(result.measures().ispPurchases());
    assertThat(sum(buyers, "utility") + sum(sellers, "profit"))
        .isCloseTo(result.measures().welfare(), within(1e-8));
    assertThat(sum(buyers, "reach")).isEqualTo(model.reach().pairs());
    assertThat(sum(sellers, "reach")).isEqualTo(model.reach().pairs());
    assertThat(sum(sellers, "bids")).isEqualTo(sum(buyers, "live_bids"));
    assertThat(sum(sellers, "optimum_sold"))
        .isCloseTo(sum(buyers, "optimum_allocation"), within(1e-9));
  }

  private static double sum(List<NamedCsvRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> number(row, column)).sum();
  }

  @Test
  void buyers_sayWhoTheyAre() throws IOException {
    Path folder = write(Samples.play(Samples.small()), "run");
    NamedCsvRecord first = rows(folder, "buyers.csv").get(0);
    NamedCsvRecord last = rows(folder, "buyers.csv").get(5);

    assertThat(first.getField("group")).isEqualTo("homes");
    assertThat(first.getField("strategy")).isEqualTo("opt-out");
    assertThat(first.getField("valuation")).isEqualTo("alpha-fair");
    assertThat(first.getField("alpha")).isEqualTo("0.5");
    assertThat(first.getField("slope")).isEmpty();
    assertThat(first.getField("budget")).isEqualTo("9.0");
    assertThat(last.getField("strategy")).isEqualTo("waterfill");
    assertThat(last.getField("valuation")).isEqualTo("parabolic");
    assertThat(last.getField("budget")).isEqualTo("Infinity");
    assertThat(rows(folder, "sellers.csv").get(1).getField("id")).isEqualTo("S \"one\", it is");
  }

  @Test
  void buyers_withAnIsp_sayItsPriceAndWhatTheyBuyThere() throws IOException {
    NamedCsvRecord row = rows(write(Samples.play(Samples.withIsp()), "run"), "buyers.csv").get(0);
    assertThat(row.getField("valuation")).isEqualTo("parabolic");
    assertThat(row.getField("isp_price")).isEqualTo("4.0");
    assertThat(number(row, "isp_purchase")).isCloseTo(3, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("models")
  void trace_replaysToTheFinalBids(MarketModel model) throws IOException {
    RunResult result = played(model);
    Map<String, Map<String, Bid>> standing = replay(rows(write(result, "run"), "trace.csv"));

    for (int i = 0; i < model.buyers().size(); i++) {
      Map<String, Bid> expected = new HashMap<>();
      Bids bids = result.buyers().get(i).bids();
      for (int k = 0; k < bids.size(); k++) {
        expected.put(model.sellers().get(bids.seller(k)).id(), bids.bid(k));
      }
      assertThat(standing.getOrDefault(model.buyers().get(i).id(), Map.of())).isEqualTo(expected);
    }
  }

  /** As docs/outputs.md says: the rows of a message and buyer replace all of the buyer's bids. */
  private static Map<String, Map<String, Bid>> replay(List<NamedCsvRecord> rows) {
    Map<String, Map<String, Bid>> standing = new HashMap<>();
    Set<String> begun = new HashSet<>();
    for (NamedCsvRecord row : rows) {
      String buyer = row.getField("buyer");
      if (begun.add(row.getField("message") + "/" + buyer)) {
        standing.put(buyer, new HashMap<>());
      }
      if (!row.getField("seller").isEmpty()) {
        Bid bid = new Bid(number(row, "quantity"), number(row, "price"));
        standing.get(buyer).put(row.getField("seller"), bid);
      }
    }
    return standing;
  }

  @Test
  void trace_optingOutEntirely_isARowOfItsOwn() throws IOException {
    Bids bids = Bids.of(new int[] {0, 2}, new Bid[] {new Bid(1, 2), new Bid(3, 4)});
    RunResult result =
        Endings.traced(
            Samples.play(Samples.small()),
            List.of(new TraceEntry(1, 0, 1, bids), new TraceEntry(2, 1.5, 1, Bids.NONE)));
    Path folder = write(result, "run");

    assertThat(Files.readAllLines(folder.resolve("trace.csv")))
        .containsExactly(
            "message,round,time,buyer,seller,quantity,price",
            "0,0,0.0,B1,S0,1.0,1.5",
            "0,0,0.0,B1,S2,2.0,1.5",
            "1,1,0.0,B1,S0,1.0,2.0",
            "1,1,0.0,B1,S2,3.0,4.0",
            "2,2,1.5,B1,,0.0,");
    assertThat(replay(rows(folder, "trace.csv")).get("B1")).isEmpty();
  }

  @Test
  void trace_isLeftOutUnlessThereIsOne() throws IOException {
    RunResult result = Endings.traced(Samples.play(Samples.small()), List.of());
    RunFolder.write(home.resolve("run"), false, new RunTables(result));
    assertThat(home.resolve("run/trace.csv")).doesNotExist();
    assertThat(home.resolve("run/bids.csv")).exists();
  }
}
