package org.datamarket.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.datamarket.cli.console.ProgressLine.Step;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final List<String> PARTS =
      List.of("0 failed", "2 min 5 s left", "1.44 runs/s", "revenue 972.4 (2/1) to 1031 (1/5)");

  @Test
  void partsAreShownWholeOrNotAtAll() {
    assertThat(ProgressLine.fitting(PARTS, 200))
        .isEqualTo("0 failed, 2 min 5 s left, 1.44 runs/s, revenue 972.4 (2/1) to 1031 (1/5)");
    assertThat(ProgressLine.fitting(PARTS, 65))
        .as("without the points")
        .isEqualTo("0 failed, 2 min 5 s left, 1.44 runs/s, revenue 972.4 to 1031");
    assertThat(ProgressLine.fitting(PARTS, 40)).isEqualTo("0 failed, 2 min 5 s left, 1.44 runs/s");
    assertThat(ProgressLine.fitting(PARTS, 24)).isEqualTo("0 failed, 2 min 5 s left");
    assertThat(ProgressLine.fitting(PARTS, 7)).isEmpty();
    assertThat(ProgressLine.fitting(PARTS, -10)).isEmpty();
  }

  @Test
  void elsewhereThanOnATerminal_stepsAreLinesFromTimeToTime() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(out, true, UTF_8);
    try (ProgressLine always = ProgressLine.plain(err, Duration.ZERO);
        ProgressLine never = ProgressLine.plain(err, Duration.ofHours(1))) {
      always.show(() -> new Step(2, 9, "2 of 9 runs", PARTS));
      never.show(() -> new Step(3, 9, "3 of 9 runs", PARTS));
      always.show(() -> new Step(7, 0, "round 7: 12 bids", List.of("0.3 s")));
    }
    assertThat(out.toString(UTF_8).lines())
        .containsExactly(
            "2 of 9 runs, 0 failed, 2 min 5 s left, 1.44 runs/s, revenue 972.4 (2/1) to 1031 (1/5)",
            "round 7: 12 bids, 0.3 s");
  }

  @Test
  void spans_countBegunSeconds() {
    assertThat(TimeSpan.inWords(0.2)).isEqualTo("1 s");
    assertThat(TimeSpan.inWords(124.5)).isEqualTo("2 min 5 s");
    assertThat(TimeSpan.inWords(7300)).isEqualTo("2 h 1 min");
  }
}
