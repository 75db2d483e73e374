package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.datamarket.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code clear} and what nobody writes by hand: one line and exit code 2, or finite numbers. */
class HostileBidsTest {
  private static final String MARKET =
      "{\"sellers\": [{\"quantity\": %s, \"reserve\": %s}], \"bids\": [[{\"quantity\": %s,"
          + " \"price\": %s}]]}";

  private static final String GOOD = MARKET.formatted("1", "0", "1", "2");

  static Stream<String> hostile() {
    String deep = "[".repeat(3_000) + "]".repeat(3_000);
    String digits = "1".repeat(2_000);
    String key = "k".repeat(60_000);
    return Stream.of(
        "{\"ignored\": " + deep + ", " + GOOD.substring(1),
        "[".repeat(3_000),
        "{\"sellers\": " + "{\"a\":".repeat(3_000),
        MARKET.formatted(digits, "0", "1", "1"),
        MARKET.formatted("1", "0." + digits, "1", "1"),
        "{\"" + key + "\": 1, " + GOOD.substring(1),
        "{\"" + key.substring(20_000) + "\": 1, \"" + key.substring(20_000) + "\": 2}",
        "{\"sellers\": [{\"" + key.substring(20_000) + "\": 1}], \"bids\": []}",
        "{\"sellers\": \"" + "x".repeat(100_000) + "\"}",
        "{\"sellers\": " + "y".repeat(100_000) + "}",
        GOOD + " " + "z".repeat(100_000),
        GOOD + " ]",
        "\u0000" + GOOD,
        GOOD.substring(0, 40),
        GOOD.replace("2}", "2, \"quantity\": 2}"),
        MARKET.formatted("1e308", "0", "1", "1"),
        MARKET.formatted("1", "1.1e30", "1", "1"),
        MARKET.formatted("1", "0", "1e-400", "1"),
        MARKET.formatted("1", "0", "1", "9e-31"),
        MARKET.formatted("1", "0", "1", "\"Infinity\""),
        MARKET.formatted("1", "0", "NaN", "1"),
        MARKET.formatted("1e999999999", "0", "1", "1"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileBids_areTheUsersMistakeInOneShortLine(String text) {
    Shell.Outcome outcome = Shell.runWith(text.getBytes(StandardCharsets.UTF_8), "clear", "-");
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.MISTAKE);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).startsWith("datamarket: -:1:").hasSizeLessThanOrEqualTo(400);
  }

  /**
   * Numbers of all sizes: the answer is JSON with finite numbers, and nobody gets more than asked.
   */
  @ParameterizedTest
  @ValueSource(strings = {"proportional", "strict"})
  void bidsOfAllSizes_haveFiniteAnswers(String ties) throws Exception {
    SplittableRandom random = new SplittableRandom(4);
    ObjectMapper mapper = new ObjectMapper();
    for (int k = 0; k < Cases.of(60); k++) {
      List<Double> asked = new ArrayList<>();
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        asked.add(size(random));
        rows.add("[{\"quantity\": %s, \"price\": %s}]".formatted(asked.get(i), size(random)));
      }
      String market =
          "{\"sellers\": [{\"quantity\": %s, \"reserve\": %s}], \"bids\": %s}"
              .formatted(size(random), random.nextBoolean() ? 0 : size(random), rows);
      String answer =
          Shell.runWith(market.getBytes(StandardCharsets.UTF_8), "clear", "-", "--ties", ties)
              .done();
      JsonNode json = mapper.readTree(answer);
      for (int i = 0; i < asked.size(); i++) {
        JsonNode gets = json.get("allocation").get(i).get(0);
        JsonNode pays = json.get("cost").get(i).get(0);
        assertThat(gets.isNumber() && pays.isNumber()).as(market + answer).isTrue();
        assertThat(gets.doubleValue()).as(market).isBetween(0.0, asked.get(i));
        assertThat(pays.doubleValue()).as(market).isBetween(0.0, 1e61);
      }
    }
  }

  @Test
  void linesOfJson_eachHaveAnAnswer() {
    byte[] lines = (GOOD + "\r\n\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8);
    assertThat(Shell.runWith(lines, "clear", "-").done().lines()).hasSize(2);
  }

  private static double size(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> 1e30;
      case 1 -> 1e-30;
      case 2 -> 5;
      default -> StrictMath.pow(10, random.nextDouble(-29.9, 29.9));
    };
  }
}
