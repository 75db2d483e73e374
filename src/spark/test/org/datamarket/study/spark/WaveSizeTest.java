package org.datamarket.study.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaveSizeTest {
  private final WaveSize size = new WaveSize(0.5, 1000, 48);

  private void took(double seconds) {
    for (int k = 0; k < 300; k++) {
      size.took(seconds);
    }
  }

  @Test
  void atFirst_wavesAreSmall() {
    assertThat(size.runs(2)).isEqualTo(1);
  }

  @Test
  void wavesAreHalfASecondsWork() {
    took(0.1);
    assertThat(size.runs(2)).isEqualTo(10);
    assertThat(size.runs(20)).isEqualTo(100);
  }

  @Test
  void longRuns_goAlone() {
    took(600);
    assertThat(size.runs(8)).isEqualTo(1);
  }

  @Test
  void manyCores_areAllServed() {
    took(600);
    assertThat(48 * size.runs(5000)).isGreaterThanOrEqualTo(2 * 5000);
  }

  @Test
  void shortRuns_areNotSentWithoutBound() {
    took(0);
    assertThat(size.runs(100)).isEqualTo(1000);
  }
}
