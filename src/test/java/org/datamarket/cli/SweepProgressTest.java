package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SweepProgressTest {
  private static final List<String> PARTS =
      List.of("0 failed", "2 min 5 s left", "1.44 runs/s", "revenue 972.4 (2/1) to 1031 (1/5)");

  @Test
  void partsAreShownWholeOrNotAtAll() {
    assertThat(SweepProgress.fitting(PARTS, 200))
        .isEqualTo("0 failed, 2 min 5 s left, 1.44 runs/s, revenue 972.4 (2/1) to 1031 (1/5)");
    assertThat(SweepProgress.fitting(PARTS, 65))
        .as("without the points")
        .isEqualTo("0 failed, 2 min 5 s left, 1.44 runs/s, revenue 972.4 to 1031");
    assertThat(SweepProgress.fitting(PARTS, 40)).isEqualTo("0 failed, 2 min 5 s left, 1.44 runs/s");
    assertThat(SweepProgress.fitting(PARTS, 24)).isEqualTo("0 failed, 2 min 5 s left");
    assertThat(SweepProgress.fitting(PARTS, 7)).isEmpty();
    assertThat(SweepProgress.fitting(PARTS, -10)).isEmpty();
  }
}
