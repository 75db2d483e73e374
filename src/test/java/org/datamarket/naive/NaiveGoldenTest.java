package org.datamarket.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The naive implementation against the reference results, which were computed exactly. */
class NaiveGoldenTest {

  /**
   * Relative; where the reference is 0, 1e-12 of the quantity, or of quantity times the highest
   * price.
   */
  private static final double RELATIVE = 1e-9;

  private static final double ZERO = 1e-12;
  private static final double OPTIMUM = 1e-6;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  static Stream<Arguments> mechanism() {
    return lines("mechanism.jsonl");
  }

  static Stream<Arguments> singleSeller() {
    return lines("single-seller.jsonl");
  }

  static Stream<Arguments> multiSeller() {
    return lines("multi-seller.jsonl");
  }

  @Test
  void allReferenceResultsAreThere() {
    assertThat(mechanism()).hasSize(100);
    assertThat(singleSeller()).hasSize(4);
    assertThat(multiSeller()).hasSize(12);
  }

  // ---------------------------------------------------------------- one clearing

  @ParameterizedTest(name = "{0}")
  @MethodSource("mechanism")
  void clearsAsTheReference(String id, JsonNode line) {
    for (int j = 0; j < line.get("sellers").size(); j++) {
      clearsAsTheReference(line, j, Ties.PROPORTIONAL, line.get("proportional"));
      clearsAsTheReference(line, j, Ties.STRICT, line.get("strict"));
    }
  }

  private static void clearsAsTheReference(JsonNode line, int j, Ties ties, JsonNode expected) {
    JsonNode seller = line.get("sellers").get(j);
    double quantity = seller.get("quantity").asDouble();
    NaiveAuction auction =
        NaiveAuction.of(
            quantity, seller.get("reserve").asDouble(), column(line.get("bids"), j), ties);
    NaiveAuction.Clearing clearing = auction.clear();
    double highest =
        IntStream.range(0, auction.bidders()).mapToDouble(auction::bidPrice).max().orElse(0);
    for (int i = 0; i < auction.bidders(); i++) {
      isClose(clearing.allocation()[i], expected.get("allocation").get(i).get(j), quantity);
      isClose(clearing.cost()[i], expected.get("cost").get(i).get(j), quantity * highest);
      if (ties == Ties.PROPORTIONAL) {
        isClose(auction.costByIntegral(i), expected.get("cost").get(i).get(j), quantity * highest);
      }
    }
    isClose(clearing.sold(), expected.get("sellers").get(j).get("sold"), quantity);
    isClose(clearing.revenue(), expected.get("sellers").get(j).get("revenue"), quantity * highest);
  }

  /** In fractions of the decimals as written, rounded once: the very doubles of the reference. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("mechanism")
  void clearsExactlyAsTheReference(String id, JsonNode line) {
    for (int j = 0; j < line.get("sellers").size(); j++) {
      clearsExactly(line, j, Ties.PROPORTIONAL, line.get("proportional"));
      clearsExactly(line, j, Ties.STRICT, line.get("strict"));
    }
  }

  private static void clearsExactly(JsonNode line, int j, Ties ties, JsonNode expected) {
    ExactAuction auction = exactAuction(line, j, ties);
    Rational sold = Rational.ZERO;
    Rational revenue = Rational.ZERO;
    for (int i = 0; i < auction.bidders(); i++) {
      Rational allocation = auction.allocation(i);
      Rational cost = auction.costByExclusion(i);
      sold = sold.plus(allocation);
      revenue = revenue.plus(cost);
      assertThat(allocation.doubleValue())
          .isEqualTo(expected.get("allocation").get(i).get(j).asDouble());
      assertThat(cost.doubleValue()).isEqualTo(expected.get("cost").get(i).get(j).asDouble());
      if (ties == Ties.PROPORTIONAL) {
        assertThat(auction.costByIntegral(i)).isEqualByComparingTo(cost);
      }
    }
    isClose(sold.doubleValue(), expected.get("sellers").get(j).get("sold"), 0);
    isClose(revenue.doubleValue(), expected.get("sellers").get(j).get("revenue"), 0);
  }

  private static ExactAuction exactAuction(JsonNode line, int j, Ties ties) {
    JsonNode rows = line.get("bids");
    Rational[] quantities = new Rational[rows.size()];
    Rational[] prices = new Rational[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      JsonNode bid = rows.get(i).get(j);
      quantities[i] = bid.isNull() ? Rational.ZERO : exact(bid.get("quantity"));
      prices[i] = bid.isNull() ? Rational.ZERO : exact(bid.get("price"));
    }
    JsonNode seller = line.get("sellers").get(j);
    return new ExactAuction(
        exact(seller.get("quantity")), exact(seller.get("reserve")), quantities, prices, ties);
  }

  private static Rational exact(JsonNode number) {
    return Rational.of(new BigDecimal(number.asText()));
  }

  // ---------------------------------------------------------------- one seller, played to the end

  @ParameterizedTest(name = "{0}")
  @MethodSource("singleSeller")
  void playsOneSellerAsTheReference(String id, JsonNode line) {
    playsOneSeller(line, NaiveStrategies.Strategy.TRUTHFUL_SINGLE);
    playsOneSeller(line, NaiveStrategies.Strategy.OPT_OUT);
  }

  private static void playsOneSeller(JsonNode line, NaiveStrategies.Strategy strategy) {
    NaiveMarket.Outcome outcome = NaiveMarket.play(singleSellerSetup(line, strategy));
    assertThat(outcome.status()).isEqualTo(NaiveMarket.Status.CONVERGED);
    assertThat(outcome.rounds()).isEqualTo(line.get("rounds").asInt());
    assertThat(outcome.messages()).isEqualTo(line.get("messages").asInt());
    double quantity = line.get("quantity").asDouble();
    for (int i = 0; i < outcome.bids().length; i++) {
      isClose(outcome.bids()[i][0].quantity(), line.get("bids").get(i).get("quantity"), quantity);
      isClose(outcome.bids()[i][0].price(), line.get("bids").get(i).get("price"), 1);
      isClose(outcome.allocation()[i][0], line.get("allocation").get(i), quantity);
      isClose(outcome.cost()[i][0], line.get("cost").get(i), quantity);
      isClose(outcome.utility()[i], line.get("utility").get(i), quantity);
    }
  }

  private static NaiveMarket.Setup singleSellerSetup(
      JsonNode line, NaiveStrategies.Strategy strategy) {
    NaiveStrategies.Rule rule =
        new NaiveStrategies.Rule(
            strategy,
            NaiveStrategies.Ranking.RESIDUAL,
            NaiveStrategies.Shading.LAZAR_SEMRET,
            NaiveStrategies.Shortfall.PARTIAL);
    List<NaiveMarket.Buyer> buyers = new ArrayList<>();
    Bid[][] initialBids = new Bid[line.get("buyers").size()][1];
    for (JsonNode buyer : line.get("buyers")) {
      initialBids[buyers.size()][0] = bid(line.get("initial_bids").get(buyers.size()));
      NaiveValuation valuation =
          NaiveValuation.parabolic(buyer.get("demand").asDouble(), buyer.get("kappa").asDouble());
      buyers.add(new NaiveMarket.Buyer(valuation, budget(buyer), null, rule));
    }
    NaiveMarket.Seller seller =
        NaiveMarket.Seller.fixed(line.get("quantity").asDouble(), line.get("reserve").asDouble());
    return new NaiveMarket.Setup(
        List.of(seller),
        buyers,
        Ties.PROPORTIONAL,
        line.get("epsilon").asDouble(),
        1000,
        NaiveMarket.Activation.SEQUENTIAL,
        initialBids);
  }

  // ---------------------------------------------------------------- several sellers, played to the
  // end

  @ParameterizedTest(name = "{0}")
  @MethodSource("multiSeller")
  void playsSeveralSellersAsTheReference(String id, JsonNode line) {
    NaiveMarket.Setup setup = multiSellerSetup(line);
    NaiveMarket.Outcome outcome = NaiveMarket.play(setup);
    assertThat(outcome.status().name().toLowerCase(Locale.ROOT))
        .isEqualTo(line.get("status").asText());
    assertThat(outcome.rounds()).isEqualTo(line.get("rounds").asInt());
    assertThat(outcome.messages()).isEqualTo(line.get("messages").asInt());
    endsAs(line, outcome);
    measuresAs(line, NaiveMeasures.of(setup, outcome));
    assertThat(NaiveMeasures.restrictedGap(setup, outcome)).isBetween(0.0, setup.epsilon());
    assertThat(NaiveMeasures.restrictedGap(allOptOut(setup), outcome))
        .isCloseTo(
            line.get("restricted_gap").asDouble(),
            within(RELATIVE * line.get("welfare").asDouble()));
  }

  /**
   * The reference gives as restricted gap what the opt-out reply would gain, whatever strategy the
   * buyer follows: at m11a, of cumulative buyers, it is above ε in a converged market. By the
   * definition it is the gain of the buyer's own strategy.
   */
  private static NaiveMarket.Setup allOptOut(NaiveMarket.Setup setup) {
    List<NaiveMarket.Buyer> buyers =
        setup.buyers().stream()
            .map(
                buyer ->
                    new NaiveMarket.Buyer(
                        buyer.valuation(),
                        buyer.budget(),
                        buyer.reach(),
                        NaiveStrategies.Rule.of(NaiveStrategies.Strategy.OPT_OUT)))
            .toList();
    return NaiveMarket.Setup.of(setup.sellers(), buyers, setup.epsilon(), setup.roundLimit());
  }

  private static void endsAs(JsonNode line, NaiveMarket.Outcome outcome) {
    for (int j = 0; j < outcome.reserves().length; j++) {
      isClose(outcome.reserves()[j], line.get("reserves").get(j), 1);
    }
    for (int i = 0; i < outcome.bids().length; i++) {
      for (int j = 0; j < outcome.reserves().length; j++) {
        isSameBid(outcome.bids()[i][j], line.get("bids").get(i).get(j));
        isClose(outcome.allocation()[i][j], line.get("allocation").get(i).get(j), 1);
        isClose(outcome.cost()[i][j], line.get("cost").get(i).get(j), 1);
      }
      isClose(outcome.utility()[i], line.get("utility").get(i), 1);
    }
  }

  private static void isSameBid(Bid actual, JsonNode expected) {
    assertThat(actual == null).isEqualTo(expected.isNull());
    if (actual != null) {
      isClose(actual.quantity(), expected.get("quantity"), 1);
      isClose(actual.price(), expected.get("price"), 1);
    }
  }

  /** The gaps are differences of utilities: to 1e-9 of the welfare. */
  private static void measuresAs(JsonNode line, NaiveMeasures measures) {
    double welfare = line.get("welfare").asDouble();
    isClose(measures.welfare(), line.get("welfare"), 1);
    assertThat(measures.nashGap())
        .isCloseTo(line.get("nash_gap").asDouble(), within(RELATIVE * welfare));
    assertThat(measures.optimum())
        .isCloseTo(line.get("optimum").asDouble(), within(OPTIMUM * welfare));
    assertThat(measures.efficiency()).isCloseTo(line.get("efficiency").asDouble(), within(OPTIMUM));
  }

  static NaiveMarket.Setup multiSellerSetup(JsonNode line) {
    List<NaiveMarket.Seller> sellers = new ArrayList<>();
    for (JsonNode seller : line.get("sellers")) {
      sellers.add(
          new NaiveMarket.Seller(
              seller.get("quantity").asDouble(),
              seller.get("reserve").asDouble(),
              seller.get("strategy").asText().equals("progressive"),
              0));
    }
    List<NaiveMarket.Buyer> buyers = new ArrayList<>();
    for (JsonNode buyer : line.get("buyers")) {
      buyers.add(
          new NaiveMarket.Buyer(
              valuation(buyer), budget(buyer), reach(buyer.get("reach")), rule(buyer)));
    }
    return NaiveMarket.Setup.of(
        sellers, buyers, line.get("epsilon").asDouble(), line.get("round_limit").asInt());
  }

  private static NaiveStrategies.Rule rule(JsonNode buyer) {
    return NaiveStrategies.Rule.of(
        switch (buyer.get("strategy").asText()) {
          case "opt-out" -> NaiveStrategies.Strategy.OPT_OUT;
          case "cumulative" -> NaiveStrategies.Strategy.CUMULATIVE;
          case "waterfill" -> NaiveStrategies.Strategy.WATERFILL;
          default -> throw new IllegalArgumentException(buyer.toString());
        });
  }

  private static NaiveValuation valuation(JsonNode buyer) {
    double demand = buyer.get("demand").asDouble();
    JsonNode valuation = buyer.get("valuation");
    return switch (valuation.get("kind").asText()) {
      case "alpha-fair" ->
          NaiveValuation.alphaFair(
              demand, valuation.get("sigma").asDouble(), valuation.get("alpha").asDouble(), 0);
      case "parabolic" -> NaiveValuation.parabolic(demand, valuation.get("kappa").asDouble());
      case "linear" -> NaiveValuation.linear(demand, valuation.get("value").asDouble());
      default -> throw new IllegalArgumentException(valuation.toString());
    };
  }

  private static int[] reach(JsonNode reach) {
    return reach.isNull()
        ? null
        : IntStream.range(0, reach.size()).map(n -> reach.get(n).asInt()).toArray();
  }

  private static double budget(JsonNode buyer) {
    return buyer.get("budget").isNull() ? Double.POSITIVE_INFINITY : buyer.get("budget").asDouble();
  }

  // ---------------------------------------------------------------- reading

  private static Bid[] column(JsonNode rows, int j) {
    return IntStream.range(0, rows.size())
        .mapToObj(i -> bid(rows.get(i).get(j)))
        .toArray(Bid[]::new);
  }

  private static Bid bid(JsonNode bid) {
    return bid.isNull()
        ? null
        : new Bid(bid.get("quantity").asDouble(), bid.get("price").asDouble());
  }

  private static void isClose(double actual, JsonNode expected, double scale) {
    double value = expected.asDouble();
    assertThat(actual)
        .isCloseTo(value, within(value == 0 ? ZERO * scale : RELATIVE * Math.abs(value)));
  }

  private static Stream<Arguments> lines(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                NaiveGoldenTest.class.getResourceAsStream("/golden/" + file),
                StandardCharsets.UTF_8))) {
      List<Arguments> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode node = JSON.readTree(line);
        lines.add(Arguments.of(node.get("id").asText(), node));
      }
      return lines.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
