package org.datamarket.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.analysis.claims.State;
import org.datamarket.model.file.StateFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The answers to states, against the reference results of golden/claims.jsonl. */
class StateAnswerTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/claims.jsonl");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The claims' ids, and what the reference calls them. */
  private static final Map<String, String> CLAIMS = new LinkedHashMap<>();

  static {
    CLAIMS.put("pool-minimal", "p_minimal");
    CLAIMS.put("coordinated-feasible", "p_feasible");
    CLAIMS.put("optimal-any", "p_optimal_any");
    CLAIMS.put("optimal-coordinated-met", "p_optimal_coord_met");
    CLAIMS.put("optimal-coordinated-any", "p_optimal_coord_any");
    CLAIMS.put("lemma-pool", "l_pool_exists");
    CLAIMS.put("lemma-exact", "l_exact");
    CLAIMS.put("lemma-no-loss", "l_no_loss");
    CLAIMS.put("rational", "rational");
    CLAIMS.put("cost-within-bid", "cost_within_bid");
    CLAIMS.put("cost-integral", "cost_integral");
  }

  static JsonNode answer(String line) throws Exception {
    try (StateFile file = StateFile.open("claims.jsonl", new StringReader(line))) {
      assertThat(file.hasNext()).isTrue();
      StateFile.Case given = file.next();
      return MAPPER.readTree(StateAnswer.line(given.id(), State.beginning(given.model())));
    }
  }

  @TestFactory
  List<DynamicTest> line_goldenState_isTheReference() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(GOLDEN)) {
      JsonNode golden = MAPPER.readTree(line);
      tests.add(
          DynamicTest.dynamicTest(golden.get("id").asText(), () -> compare(golden, answer(line))));
    }
    assertThat(tests).hasSize(90);
    return tests;
  }

  private static void compare(JsonNode golden, JsonNode answer) {
    assertThat(answer.get("id")).isEqualTo(golden.get("id"));
    for (int i = 0; i < golden.get("buyers").size(); i++) {
      JsonNode expected = golden.get("per_buyer").get(i);
      JsonNode actual = answer.get("per_buyer").get(i);
      same("utility", expected.get("utility"), actual.get("utility"), 1e-9);
      same("reply", expected.get("reply"), actual.get("reply"), 1e-9);
      same("reply", expected.get("reply_utility"), actual.get("reply_utility"), 1e-9);
      for (String name : List.of("sup_any", "sup_coordinated_met", "sup_coordinated_any")) {
        same(name, expected.get(name), actual.get(name), 1e-8);
      }
      assertThat(actual.get("violations")).hasSize(CLAIMS.size());
      CLAIMS.forEach(
          (id, name) -> same(id, expected.get(name), actual.get("violations").get(id), 1e-9));
    }
    same("market", golden.get("market"), answer.get("market"), 1e-9);
  }

  /** The same shape, and the same numbers but for so much of their size or of 1. */
  private static void same(String what, JsonNode expected, JsonNode actual, double close) {
    assertThat(actual).as(what).isNotNull();
    assertThat(actual.size())
        .as("%s: %s for %s", what, actual, expected)
        .isEqualTo(expected.size());
    if (expected.isNumber()) {
      double size = Math.max(1, Math.abs(expected.doubleValue()));
      assertThat(actual.isNumber()).as(what).isTrue();
      assertThat(actual.doubleValue())
          .as(what)
          .isCloseTo(expected.doubleValue(), within(close * size));
    } else if (expected.isArray()) {
      for (int k = 0; k < expected.size(); k++) {
        same(what, expected.get(k), actual.get(k), close);
      }
    } else if (expected.isObject()) {
      expected
          .fields()
          .forEachRemaining(
              field -> same(field.getKey(), field.getValue(), actual.get(field.getKey()), close));
    } else {
      assertThat(actual).as(what).isEqualTo(expected);
    }
  }

  @Test
  void line_strictTies_hasNoSuprema() throws Exception {
    JsonNode answer =
        answer(
            """
            {"epsilon": 0.1, "ties": "strict", "sellers": [{"quantity": 1, "reserve": 0}],
             "buyers": [{"demand": 1, "valuation": {"kind": "linear", "value": 1}}],
             "bids": [[{"quantity": 1, "price": 1}]]}\
            """);
    JsonNode buyer = answer.get("per_buyer").get(0);
    assertThat(answer.get("id").isNull()).isTrue();
    assertThat(buyer.get("utility").doubleValue()).isEqualTo(1);
    assertThat(buyer.get("sup_any").isNull()).isTrue();
    assertThat(buyer.get("violations").get("optimal-any").isNull()).isTrue();
    assertThat(buyer.get("violations").get("rational").doubleValue()).isEqualTo(-1);
  }
}
