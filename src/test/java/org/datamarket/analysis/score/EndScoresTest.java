package org.datamarket.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Which buyers are judged at the end of a run. */
class EndScoresTest {
  @Test
  void judged_areAllBuyersOrSomeEvenlySpread() {
    assertThat(EndScores.judged(0)).isEmpty();
    assertThat(EndScores.judged(3)).containsExactly(0, 1, 2);
    assertThat(EndScores.judged(1000)).hasSize(1000).startsWith(0, 1, 2).endsWith(998, 999);
    for (int buyers : new int[] {1001, 1500, 10_000, Integer.MAX_VALUE}) {
      int[] judged = EndScores.judged(buyers);
      assertThat(judged).hasSize(1000).startsWith(0);
      double step = buyers / 1000.0;
      for (int k = 1; k < judged.length; k++) {
        assertThat((double) judged[k] - judged[k - 1]).isBetween(step - 1, step + 1).isPositive();
      }
      assertThat(buyers - Arrays.stream(judged).max().orElseThrow()).isPositive();
    }
  }
}
