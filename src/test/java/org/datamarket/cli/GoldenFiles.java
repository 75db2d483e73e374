package org.datamarket.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * The reference markets as model files: buyers b0, b1, …, sellers s0, s1, …, in the order given.
 */
final class GoldenFiles {
  private GoldenFiles() {}

  static List<JsonNode> cases(String name) {
    try {
      ObjectMapper mapper = new ObjectMapper();
      List<JsonNode> cases = new ArrayList<>();
      for (String line : Files.readAllLines(Path.of("src/test/resources/golden", name))) {
        cases.add(mapper.readTree(line));
      }
      return cases;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String multiSeller(JsonNode golden) {
    StringBuilder yaml = head(golden, golden.get("round_limit").asInt());
    yaml.append("sellers:\n");
    int j = 0;
    for (JsonNode seller : golden.get("sellers")) {
      yaml.append(
          "  - {id: s%d, quantity: %s, reserve: %s, strategy: %s}\n"
              .formatted(
                  j++,
                  seller.get("quantity"),
                  seller.get("reserve"),
                  seller.get("strategy").asText()));
    }
    int sellers = j;
    yaml.append("reach: {kind: given}\nbuyers:\n");
    int i = 0;
    for (JsonNode buyer : golden.get("buyers")) {
      JsonNode reach = buyer.get("reach");
      List<String> seen =
          reach.isNull()
              ? IntStream.range(0, sellers).mapToObj(k -> "s" + k).toList()
              : StreamSupport.stream(reach.spliterator(), false).map(k -> "s" + k).toList();
      yaml.append(
          "  - {id: b%d, demand: %s, valuation: %s, strategy: %s, reach: %s%s}\n"
              .formatted(
                  i++,
                  buyer.get("demand"),
                  valuation(buyer.get("valuation")),
                  buyer.get("strategy").asText(),
                  seen,
                  budget(buyer)));
    }
    return yaml.toString();
  }

  static String singleSeller(JsonNode golden) {
    StringBuilder yaml = head(golden, 1000);
    yaml.append(
        "sellers: [{id: s0, quantity: %s, reserve: %s, strategy: fixed}]\nbuyers:\n"
            .formatted(golden.get("quantity"), golden.get("reserve")));
    int i = 0;
    for (JsonNode buyer : golden.get("buyers")) {
      yaml.append(
          ("  - {id: b%d, demand: %s, valuation: {kind: parabolic, slope: %s}, "
                  + "strategy: {kind: truthful-single, shading: lazar-semret}%s}\n")
              .formatted(i++, buyer.get("demand"), buyer.get("kappa"), budget(buyer)));
    }
    yaml.append("initial-bids:\n");
    int bids = 0;
    for (int b = 0; b < i; b++) {
      JsonNode bid = golden.get("initial_bids").get(b);
      if (bid.get("quantity").asDouble() > 0) {
        bids++;
        yaml.append(
            "  - {buyer: b%d, seller: s0, quantity: %s, price: %s}\n"
                .formatted(b, bid.get("quantity"), bid.get("price")));
      }
    }
    return bids > 0 ? yaml.toString() : yaml.toString().replace("initial-bids:\n", "");
  }

  private static StringBuilder head(JsonNode golden, int limit) {
    return new StringBuilder(
        "format: 1\nname: %s\nepsilon: %s\nround-limit: %d\nactivation: sequential\norder: fixed\n"
            .formatted(golden.get("id").asText(), golden.get("epsilon"), limit));
  }

  private static String budget(JsonNode buyer) {
    return buyer.get("budget").isNull() ? "" : ", budget: " + buyer.get("budget");
  }

  private static String valuation(JsonNode json) {
    String parameters =
        switch (json.get("kind").asText()) {
          case "alpha-fair" -> "sigma: " + json.get("sigma") + ", alpha: " + json.get("alpha");
          case "parabolic" ->
              "slope: " + json.get(json.has("kappa") ? "kappa" : json.has("slope") ? "slope" : "k");
          case "linear" -> "unit-value: " + json.get("value");
          default -> throw new IllegalArgumentException(json.toString());
        };
    return "{kind: " + json.get("kind").asText() + ", " + parameters + "}";
  }
}
