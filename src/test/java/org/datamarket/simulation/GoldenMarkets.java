package org.datamarket.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.Cumulative;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.ProgressiveReserve;
import org.datamarket.strategy.Shading;
import org.datamarket.strategy.TruthfulSingle;
import org.datamarket.strategy.Waterfill;

/** The reference markets, as models. */
final class GoldenMarkets {
  private GoldenMarkets() {}

  /** The lines of a reference file. */
  static List<JsonNode> lines(String name) throws IOException {
    try (InputStream in = GoldenMarkets.class.getResourceAsStream("/golden/" + name)) {
      List<JsonNode> lines = new ArrayList<>();
      ObjectMapper mapper = new ObjectMapper();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        lines.add(mapper.readTree(line));
      }
      return lines;
    }
  }

  static MarketModel multiSeller(JsonNode golden) {
    List<SellerSpec> sellers = new ArrayList<>();
    for (JsonNode seller : golden.get("sellers")) {
      boolean fixed = seller.get("strategy").asText().equals("fixed");
      double reserve = seller.get("reserve").asDouble();
      sellers.add(
          new SellerSpec(
              "S" + sellers.size(),
              "",
              seller.get("quantity").asDouble(),
              reserve,
              reserve,
              fixed ? new FixedReserve() : new ProgressiveReserve()));
    }
    List<BuyerSpec> buyers = new ArrayList<>();
    List<int[]> reach = new ArrayList<>();
    for (JsonNode buyer : golden.get("buyers")) {
      buyers.add(
          new BuyerSpec(
              "B" + buyers.size(),
              "",
              valuation(buyer.get("demand").asDouble(), buyer.get("valuation")),
              budget(buyer),
              strategy(buyer.get("strategy").asText()),
              Bids.NONE));
      JsonNode seen = buyer.get("reach");
      int count = seen.isNull() ? sellers.size() : seen.size();
      int[] list = new int[count];
      for (int k = 0; k < count; k++) {
        list[k] = seen.isNull() ? k : seen.get(k).asInt();
      }
      reach.add(list);
    }
    return model(
        golden,
        golden.get("round_limit").asInt(),
        buyers,
        sellers,
        Reach.of(reach.toArray(int[][]::new), sellers.size()));
  }

  static MarketModel singleSeller(JsonNode golden) {
    double reserve = golden.get("reserve").asDouble();
    double quantity = golden.get("quantity").asDouble();
    SellerSpec seller = new SellerSpec("S0", "", quantity, reserve, reserve, new FixedReserve());
    List<BuyerSpec> buyers = new ArrayList<>();
    for (JsonNode buyer : golden.get("buyers")) {
      JsonNode first = golden.get("initial_bids").get(buyers.size());
      Bid bid = new Bid(first.get("quantity").asDouble(), first.get("price").asDouble());
      buyers.add(
          new BuyerSpec(
              "B" + buyers.size(),
              "",
              new Parabolic(buyer.get("demand").asDouble(), buyer.get("kappa").asDouble()),
              budget(buyer),
              new TruthfulSingle(Shading.LAZAR_SEMRET),
              Bids.of(new int[] {0}, new Bid[] {bid})));
    }
    return model(golden, 1000, buyers, List.of(seller), Reach.full(buyers.size(), 1));
  }

  private static MarketModel model(
      JsonNode golden, int limit, List<BuyerSpec> buyers, List<SellerSpec> sellers, Reach reach) {
    return new MarketModel(
        golden.get("id").asText(),
        "",
        "$",
        1,
        golden.get("epsilon").asDouble(),
        TieRule.PROPORTIONAL,
        new Activation.Sequential(false),
        limit,
        buyers,
        sellers,
        reach);
  }

  private static double budget(JsonNode buyer) {
    return buyer.get("budget").isNull() ? Double.POSITIVE_INFINITY : buyer.get("budget").asDouble();
  }

  private static Valuation valuation(double demand, JsonNode json) {
    return switch (json.get("kind").asText()) {
      case "alpha-fair" ->
          new AlphaFair(demand, json.get("sigma").asDouble(), json.get("alpha").asDouble(), 0);
      case "parabolic" -> new Parabolic(demand, slope(json, demand));
      case "linear" -> new Linear(demand, json.get("value").asDouble());
      default -> throw new IllegalArgumentException(json.toString());
    };
  }

  private static double slope(JsonNode json, double demand) {
    return json.has("slope")
        ? json.get("slope").asDouble()
        : json.has("kappa") ? json.get("kappa").asDouble() : json.get("k").asDouble();
  }

  private static BuyerStrategy strategy(String name) {
    return switch (name) {
      case "opt-out" -> new OptOut();
      case "cumulative" -> new Cumulative();
      case "waterfill" -> new Waterfill();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
