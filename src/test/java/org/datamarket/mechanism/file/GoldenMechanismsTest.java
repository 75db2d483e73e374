package org.datamarket.mechanism.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every mechanism on forty markets whose results are known from an independent computation. */
class GoldenMechanismsTest {
  private static final Path FILE = Path.of("src/test/resources/golden/mechanisms.jsonl");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double EXACT = 1e-8;
  private static final double PRICES = 1e-7;
  private static final double SEARCHED = 1e-6;
  private static final double AT_A_SEARCHED_PRICE = 1e-5;
  private static final double SMALL = 1e-3;
  private static final Set<String> LOOSER =
      Set.of(
          "price",
          "price_low",
          "price_high",
          "cost",
          "seller_revenue",
          "revenue",
          "paid",
          "buyers_surplus",
          "sellers_surplus",
          "isp_margin",
          "isp_profit",
          "isp_gain",
          "price_mean",
          "price_dispersion",
          "envy");

  @TestFactory
  Stream<DynamicTest> results_areAsKnown() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      JsonNode golden = JSON.readTree(line);
      String name = golden.get("id").asText() + " " + golden.get("kind").asText();
      tests.add(DynamicTest.dynamicTest(name, () -> check(line, golden.get("results"))));
    }
    assertEquals(40, tests.size());
    return tests.stream();
  }

  private static void check(String line, JsonNode golden) throws Exception {
    try (MarketFile file = MarketFile.open("line", new StringReader(line))) {
      assertTrue(file.hasNext());
      JsonNode results =
          JSON.valueToTree(file.next().question().answer(MechanismChoice.all()).get("results"));
      List<String> wrong = new ArrayList<>();
      for (Iterator<Map.Entry<String, JsonNode>> all = golden.fields(); all.hasNext(); ) {
        Map.Entry<String, JsonNode> expected = all.next();
        compare(expected.getKey(), expected.getValue(), results.get(expected.getKey()), wrong);
      }
      assertEquals(List.of(), wrong);
      assertEquals(golden.size(), results.size());
    }
  }

  private static void compare(
      String mechanism, JsonNode expected, JsonNode actual, List<String> wrong) {
    assertEquals(keys(expected), keys(actual), mechanism);
    assertEquals(keys(expected.get("measures")), keys(actual.get("measures")), mechanism);
    if (mechanism.startsWith("posted")) {
      comparePosted(mechanism, expected, actual, wrong);
    } else {
      same(mechanism, "", expected, actual, EXACT, PRICES, wrong);
    }
  }

  private static void comparePosted(
      String mechanism, JsonNode expected, JsonNode actual, List<String> wrong) {
    String goal = mechanism.substring("posted-".length());
    near(
        mechanism + " " + goal,
        expected.get("measures").get(goal).asDouble(),
        actual.get("measures").get(goal).asDouble(),
        SEARCHED,
        wrong);
    if (expected.get("unique_price").asBoolean()) {
      same(mechanism, "", expected, actual, AT_A_SEARCHED_PRICE, AT_A_SEARCHED_PRICE, wrong);
    }
    if (!expected.get("unique_price").equals(actual.get("unique_price"))) {
      wrong.add(mechanism + " unique_price");
    }
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static void same(
      String where,
      String key,
      JsonNode expected,
      JsonNode actual,
      double exact,
      double prices,
      List<String> wrong) {
    if (expected.isObject()) {
      expected
          .fields()
          .forEachRemaining(
              field ->
                  same(
                      where + " " + field.getKey(),
                      field.getKey(),
                      field.getValue(),
                      actual.get(field.getKey()),
                      exact,
                      prices,
                      wrong));
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int k = 0; k < expected.size(); k++) {
        same(where + "[" + k + "]", key, expected.get(k), actual.get(k), exact, prices, wrong);
      }
    } else if (expected.isNumber() && actual.isNumber()) {
      double tolerance = LOOSER.contains(key) ? prices : exact;
      near(where, expected.asDouble(), actual.asDouble(), tolerance, wrong);
    } else if (!expected.equals(actual)) {
      wrong.add(where + ": " + expected + " but " + actual);
    }
  }

  private static void near(
      String where, double expected, double actual, double tolerance, List<String> wrong) {
    double scale = Math.max(Math.max(Math.abs(expected), Math.abs(actual)), SMALL);
    if (!(Math.abs(expected - actual) <= tolerance * scale)) {
      wrong.add(where + ": " + expected + " but " + actual);
    }
  }
}
