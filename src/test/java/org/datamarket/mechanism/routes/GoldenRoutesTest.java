package org.datamarket.mechanism.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.mechanism.file.MarketFile;
import org.datamarket.mechanism.file.MechanismChoice;
import org.junit.jupiter.api.Test;

/** Markets of resources and routes whose replies and plays were computed by another program. */
class GoldenRoutesTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Relative to the number, or to 1 if that is more. */
  private static final double ROUNDING = 1e-9;

  /** The other program found suprema and optima numerically. */
  private static final double NUMERICAL = 1e-6;

  private static final List<String> NUMERICAL_KEYS = List.of("sup", "optimum");

  @Test
  void repliesAndPlays_areAsKnown() throws Exception {
    List<String> lines = Files.readAllLines(FOLDER.resolve("routes.jsonl"));
    assertEquals(20, lines.size());
    for (String line : lines) {
      JsonNode golden = JSON.readTree(line);
      JsonNode answer = answer(line);
      String id = golden.get("id").asText();
      assertEquals("routes", answer.get("mechanism").asText());
      assertNear(golden.get("replies"), answer.get("replies"), id);
      assertNear(golden.get("play"), answer.get("play"), id);
      double bound = answer.get("play").get("optimum_bound").asDouble();
      double optimum = answer.get("play").get("optimum").asDouble();
      assertTrue(bound >= optimum * (1 - 1e-12) && bound <= optimum * (1 + 1e-6), id);
    }
  }

  /** Exposure, two efficiencies, and where Semret's lemma needs that no bids tie. */
  @Test
  void examples_areAsKnown() throws Exception {
    List<String> keys = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("route-examples.jsonl"))) {
      JsonNode golden = JSON.readTree(line);
      JsonNode answer = answer(line);
      for (String key : List.of("utility", "end", "got", "got_when_asking_that")) {
        if (golden.has(key)) {
          assertNear(golden.get(key), answer.get(key), golden.get("id") + " " + key);
          keys.add(key);
        }
      }
    }
    assertEquals(List.of("utility", "end", "end", "got", "got_when_asking_that"), keys);
  }

  private static JsonNode answer(String line) throws Exception {
    try (MarketFile file = MarketFile.open("line", new StringReader(line))) {
      assertTrue(file.hasNext());
      Object answer = file.next().question().answer(MechanismChoice.all());
      return JSON.readTree(JSON.writeValueAsString(answer));
    }
  }

  /** Everything that the first says, the second says too. */
  private static void assertNear(JsonNode golden, JsonNode answer, String what) {
    assertTrue(answer != null, what + " is missing");
    if (golden.isNumber()) {
      boolean numerical = NUMERICAL_KEYS.stream().anyMatch(what::endsWith);
      double scale = Math.max(1, Math.abs(golden.asDouble()));
      double most = (numerical ? NUMERICAL : ROUNDING) * scale;
      assertEquals(golden.asDouble(), answer.asDouble(), most, what);
    } else if (golden.isArray()) {
      assertEquals(golden.size(), answer.size(), what);
      for (int k = 0; k < golden.size(); k++) {
        assertNear(golden.get(k), answer.get(k), what);
      }
    } else if (golden.isObject()) {
      golden
          .fieldNames()
          .forEachRemaining(key -> assertNear(golden.get(key), answer.get(key), what + " " + key));
    } else {
      assertEquals(golden, answer, what);
    }
  }
}
