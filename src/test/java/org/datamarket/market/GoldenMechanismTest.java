package org.datamarket.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clearings against exact results. Numbers agree to 1e-9 of themselves, or, where sums cancel, to
 * 1e-12 of the quantity on offer (and of that at the highest price, for costs).
 */
class GoldenMechanismTest {

  static Stream<JsonNode> clearings() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                GoldenMechanismTest.class.getResourceAsStream("/golden/mechanism.jsonl"),
                StandardCharsets.UTF_8))) {
      ObjectMapper mapper = new ObjectMapper();
      List<JsonNode> cases = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        cases.add(mapper.readTree(line));
      }
      return cases.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("clearings")
  void clearsAsTheReference(JsonNode golden) {
    check(golden, TieRule.PROPORTIONAL, golden.get("proportional"));
    check(golden, TieRule.STRICT, golden.get("strict"));
  }

  private static void check(JsonNode golden, TieRule ties, JsonNode expected) {
    for (int j = 0; j < golden.get("sellers").size(); j++) {
      JsonNode seller = golden.get("sellers").get(j);
      double supply = seller.get("quantity").asDouble();
      List<Bid> bids = new ArrayList<>();
      double highest = 0;
      for (JsonNode row : golden.get("bids")) {
        JsonNode bid = row.get(j);
        bids.add(
            bid.isNull()
                ? Bid.NONE
                : new Bid(bid.get("quantity").asDouble(), bid.get("price").asDouble()));
        highest = Math.max(highest, bids.get(bids.size() - 1).price());
      }
      Clearing clearing =
          Clearing.of(Auction.of(supply, seller.get("reserve").asDouble(), ties), bids);
      for (int i = 0; i < bids.size(); i++) {
        assertClose(clearing.allocation()[i], expected.get("allocation").get(i).get(j), supply);
        assertClose(clearing.cost()[i], expected.get("cost").get(i).get(j), supply * highest);
      }
      assertClose(clearing.sold(), expected.get("sellers").get(j).get("sold"), supply);
      assertClose(
          clearing.revenue(), expected.get("sellers").get(j).get("revenue"), supply * highest);
    }
  }

  private static void assertClose(double actual, JsonNode expected, double scale) {
    double value = expected.asDouble();
    assertThat(actual).isCloseTo(value, within(1e-9 * Math.abs(value) + 1e-12 * scale));
  }
}
