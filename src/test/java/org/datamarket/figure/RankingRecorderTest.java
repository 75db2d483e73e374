package org.datamarket.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.datamarket.explain.RankingMoment;
import org.junit.jupiter.api.Test;

class RankingRecorderTest {
  private final RankingRecorder recorder = new RankingRecorder();

  private static RankingMoment moment(int round) {
    return new RankingMoment(
        round, 2, List.of("a", "b"), List.of("a"), Optional.of("a"), 1, 1, 1, 0, 0.1);
  }

  private void record(int first, int last) {
    IntStream.rangeClosed(first, last).forEach(round -> recorder.add(moment(round)));
  }

  private List<Integer> rounds() {
    return recorder.moments().stream().map(RankingMoment::round).toList();
  }

  private static List<Integer> every(int step, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .filter(round -> (round - first) % step == 0)
        .boxed()
        .toList();
  }

  @Test
  void shortRun_keepsEveryRound() {
    record(3, RankingRecorder.MOST + 2);
    assertThat(rounds()).isEqualTo(every(1, 3, RankingRecorder.MOST + 2));
  }

  @Test
  void full_dropsEverySecondRound() {
    record(1, RankingRecorder.MOST + 1);
    assertThat(rounds()).isEqualTo(every(2, 1, RankingRecorder.MOST + 1));
    record(RankingRecorder.MOST + 2, RankingRecorder.MOST + 3);
    assertThat(rounds()).isEqualTo(every(2, 1, RankingRecorder.MOST + 3));
  }

  @Test
  void latestRound_isAlwaysThere() {
    record(1, RankingRecorder.MOST + 2);
    assertThat(rounds())
        .hasSize(RankingRecorder.MOST / 2 + 2)
        .startsWith(1, 3)
        .endsWith(RankingRecorder.MOST + 1, RankingRecorder.MOST + 2);
    record(RankingRecorder.MOST + 3, RankingRecorder.MOST + 3);
    assertThat(rounds()).endsWith(RankingRecorder.MOST + 1, RankingRecorder.MOST + 3);
    assertThat(rounds()).doesNotContain(RankingRecorder.MOST + 2);
  }

  /** However long a run is, few are kept, evenly over all of it. */
  @Test
  void longRun_isThinnedEvenly() {
    for (int round = 1; round <= 20_000; round++) {
      recorder.add(moment(round));
      if (round % 97 == 0) {
        List<Integer> rounds = rounds();
        assertThat(rounds.size())
            .isBetween(Math.min(round, RankingRecorder.MOST / 2), RankingRecorder.MOST + 1);
        int step = rounds.size() > 1 ? rounds.get(1) - rounds.get(0) : 1;
        List<Integer> kept = every(step, 1, round);
        assertThat(rounds.subList(0, kept.size())).isEqualTo(kept);
        assertThat(rounds.get(rounds.size() - 1)).isEqualTo(round);
        assertThat(rounds.size() - kept.size()).isBetween(0, 1);
      }
    }
  }

  @Test
  void roundsThatAreThere_areNotNotedAgain() {
    record(1, 5);
    record(4, 6);
    assertThat(rounds()).isEqualTo(every(1, 1, 6));
  }

  @Test
  void clear_forgetsAllAndTheThinning() {
    record(1, 1000);
    recorder.clear();
    assertThat(recorder.moments()).isEmpty();
    record(1, 10);
    assertThat(rounds()).isEqualTo(every(1, 1, 10));
  }
}
