package org.datamarket.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunSeedsTest {

  @Test
  void seed_neverChangesFromVersionToVersion() {
    assertThat(RunSeeds.seed(0, "", 1)).isEqualTo(169035187024386245L);
    assertThat(RunSeeds.seed(1, "epsilon=0.1", 1)).isEqualTo(-2504911736649251229L);
    assertThat(RunSeeds.seed(-7, "buyers.count=50\nepsilon=0.1", 12))
        .isEqualTo(-4768505158429902870L);
    assertThat(RunSeeds.seed(42, "strategy=zurück", 3)).isEqualTo(-2565567683393382158L);
  }

  @Test
  void seed_ofTwoMillionRunsOfOneStudy_isAlwaysAnother() {
    long[] seeds = new long[2_000_000];
    int run = 0;
    for (int buyers = 1; buyers <= 200; buyers++) {
      for (int level = 0; level < 100; level++) {
        String point = "buyers.count=" + buyers + "\nepsilon=" + level / 100.0;
        for (int replication = 1; replication <= 100; replication++) {
          seeds[run++] = RunSeeds.seed(1, point, replication);
        }
      }
    }
    assertThat(run).isEqualTo(seeds.length);
    assertThat(distinct(seeds)).isEqualTo(seeds.length);
  }

  @Test
  void seed_ofOneRunInAMillionStudies_isAlwaysAnother() {
    long[] seeds = new long[1_000_000];
    Arrays.setAll(seeds, study -> RunSeeds.seed(study - 500_000L, "epsilon=0.1", 1));
    assertThat(distinct(seeds)).isEqualTo(seeds.length);
  }

  @Test
  void seed_ofSmallStudiesPointsAndReplications_isAlwaysAnother() {
    long[] seeds = new long[100 * 100 * 100];
    Arrays.setAll(seeds, k -> RunSeeds.seed(k / 10_000, "n=" + k / 100 % 100, 1 + k % 100));
    assertThat(distinct(seeds)).isEqualTo(seeds.length);
  }

  @Test
  void seed_changesHalfItsBitsWithAnyPartOfItsRun() {
    int flips = 0;
    for (int k = 1; k <= 1000; k++) {
      long seed = RunSeeds.seed(k, "n=" + k, k);
      flips += Long.bitCount(seed ^ RunSeeds.seed(k + 1, "n=" + k, k));
      flips += Long.bitCount(seed ^ RunSeeds.seed(k, "n=" + (k + 1), k));
      flips += Long.bitCount(seed ^ RunSeeds.seed(k, "n=" + k, k + 1));
    }
    assertThat(flips / 3000.0).isBetween(31.5, 32.5);
  }

  private static long distinct(long[] seeds) {
    return Arrays.stream(seeds).sorted().distinct().count();
  }
}
