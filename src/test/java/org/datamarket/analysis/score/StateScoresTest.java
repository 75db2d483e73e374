package org.datamarket.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Which buyers are judged on a state. */
class StateScoresTest {
  @Test
  void judged_areAllBuyersOrSomeEvenlySpread() {
    assertThat(StateScores.judged(0, true)).isEmpty();
    assertThat(StateScores.judged(3, true)).containsExactly(0, 1, 2);
    assertThat(StateScores.judged(1000, true)).hasSize(1000).startsWith(0, 1, 2).endsWith(998, 999);
    for (int buyers : new int[] {1001, 1500, 10_000, Integer.MAX_VALUE}) {
      int[] judged = StateScores.judged(buyers, true);
      assertThat(judged).hasSize(1000).startsWith(0);
      double step = buyers / 1000.0;
      for (int k = 1; k < judged.length; k++) {
        assertThat((double) judged[k] - judged[k - 1]).isBetween(step - 1, step + 1).isPositive();
      }
      assertThat(buyers - Arrays.stream(judged).max().orElseThrow()).isPositive();
    }
  }

  @Test
  void judged_areAnEighthWhereThatTakesLong() {
    assertThat(StateScores.judged(125, false)).hasSize(125).startsWith(0, 1).endsWith(124);
    assertThat(StateScores.judged(250, false)).hasSize(125).startsWith(0, 2).endsWith(248);
    assertThat(StateScores.judged(10_000, false)).hasSize(125).startsWith(0, 80).endsWith(9920);
  }
}
