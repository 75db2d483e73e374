package org.datamarket.mechanism.quantized;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.datamarket.mechanism.file.MarketFile;
import org.datamarket.mechanism.file.MechanismChoice;
import org.junit.jupiter.api.Test;

/**
 * 330 plays on grids of prices, their paths known to the last bit from two independent
 * computations.
 */
class GoldenQuantizedTest {
  private static final Path FILE = Path.of("src/test/resources/golden/quantized.jsonl");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> KEYS =
      List.of("status", "changing_rounds", "period", "levels", "bids");

  /** Shares of what there is are quotients, so they are rounded. */
  private static final double ROUNDING = 1e-15;

  @Test
  void everyPlay_isAsKnown() throws Exception {
    List<String> lines = Files.readAllLines(FILE);
    assertEquals(330, lines.size());
    for (String line : lines) {
      JsonNode golden = JSON.readTree(line);
      JsonNode answer = JSON.readTree(JSON.writeValueAsString(answer(line)));
      assertEquals("quantized", answer.get("mechanism").asText());
      for (String key : KEYS) {
        assertEquals(golden.get(key), answer.get(key), golden.get("id") + " " + key);
      }
      assertNear(golden, answer, "allocation");
      assertNear(golden, answer, "cost");
    }
  }

  private static void assertNear(JsonNode golden, JsonNode answer, String key) {
    String what = golden.get("id") + " " + key;
    assertEquals(golden.get(key).size(), answer.get(key).size(), what);
    for (int i = 0; i < golden.get(key).size(); i++) {
      double expected = golden.get(key).get(i).asDouble();
      assertEquals(
          expected, answer.get(key).get(i).asDouble(), ROUNDING * (1 + 4 * expected), what);
    }
  }

  private static Object answer(String line) throws Exception {
    try (MarketFile file = MarketFile.open("line", new StringReader(line))) {
      assertTrue(file.hasNext());
      return file.next().question().answer(MechanismChoice.all());
    }
  }
}
