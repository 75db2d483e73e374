package org.datamarket.model.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.datamarket.model.reach.Crowd.Block;
import org.datamarket.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Degrees and sizes of the networks. Shares are compared within five standard errors, seeds fixed.
 */
class ReachGeneratorTest {
  private static final RandomStreams STREAMS = new RandomStreams(42);
  private static final int BUYERS = 2000;
  private static final int SELLERS = 50;
  private static final Crowd CROWD =
      new Crowd(List.of(new Block("a", 1200), new Block("b", 800)), SELLERS);

  static Stream<ReachGenerator> ofTwelve() {
    return Stream.of(
        new RandomReach(12),
        new SmallWorldReach(12, 0.1),
        new SmallWorldReach(12, 1),
        new PreferentialReach(12),
        new ClusteredReach(7, 12, 0.2),
        new ClusteredReach(1, 12, 0.2),
        new ClusteredReach(50, 12, 0.2),
        new DominantSellerReach(12));
  }

  @ParameterizedTest
  @MethodSource("ofTwelve")
  void everyBuyer_seesSoManyDifferentSellers(ReachGenerator generator) {
    int[][] sellersOf = generator.sellersOf(CROWD, STREAMS);
    assertThat(sellersOf).hasNumberOfRows(BUYERS);
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      assertThat(sellersOf[buyer])
          .hasSize(12)
          .hasSize(generator.degree(buyer, SELLERS))
          .doesNotHaveDuplicates();
      assertThat(Arrays.stream(sellersOf[buyer]))
          .allMatch(seller -> seller >= 0 && seller < SELLERS);
    }
    assertThat(generator.expectedPairs(BUYERS, SELLERS)).isEqualTo(12.0 * BUYERS);
  }

  @ParameterizedTest
  @MethodSource("ofTwelve")
  void fewerSellersThanWanted_allAreSeen(ReachGenerator generator) {
    for (int[] seen : generator.sellersOf(new Crowd(List.of(new Block("a", 30)), 5), STREAMS)) {
      assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }
    for (int[] seen : generator.sellersOf(new Crowd(List.of(new Block("a", 3)), 0), STREAMS)) {
      assertThat(seen).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("ofTwelve")
  void sameSeed_sameNetwork_andAnotherSeedAnother(ReachGenerator generator) {
    assertThat(generator.sellersOf(CROWD, STREAMS))
        .isDeepEqualTo(generator.sellersOf(CROWD, STREAMS));
    assertThat(
            Arrays.deepEquals(
                generator.sellersOf(CROWD, STREAMS),
                generator.sellersOf(CROWD, new RandomStreams(43))))
        .isFalse();
  }

  @Test
  void anotherGroup_changesNobodysSellers() {
    for (ReachGenerator generator :
        List.of(
            new RandomReach(12),
            new ErdosRenyiReach(0.3),
            new PreferentialReach(12),
            new ClusteredReach(7, 12, 0.2),
            new DominantSellerReach(12))) {
      int[][] alone =
          generator.sellersOf(new Crowd(List.of(new Block("a", 1200)), SELLERS), STREAMS);
      int[][] both = generator.sellersOf(CROWD, STREAMS);
      assertThat(Arrays.copyOf(both, 1200)).isDeepEqualTo(alone);
    }
  }

  @Test
  void full_isEverybody() {
    int[][] sellersOf = new FullReach().sellersOf(CROWD, STREAMS);
    assertThat(sellersOf).hasNumberOfRows(BUYERS);
    assertThat(sellersOf[BUYERS - 1]).hasSize(SELLERS);
  }

  @Test
  void random_seesEachSellerEquallyOften() {
    double[] shares = shares(new RandomReach(12).sellersOf(CROWD, STREAMS));
    assertThat(Arrays.stream(shares).boxed())
        .allSatisfy(
            share ->
                assertThat(share).isCloseTo(12.0 / SELLERS, within(error(12.0 / SELLERS, BUYERS))));
  }

  /** All 10 pairs out of 5 sellers are equally likely, not just every seller. */
  @Test
  void random_everySetIsEquallyLikely() {
    int[][] sellersOf =
        new RandomReach(2).sellersOf(new Crowd(List.of(new Block("a", 50_000)), 5), STREAMS);
    Map<String, Integer> counts = new TreeMap<>();
    for (int[] seen : sellersOf) {
      Arrays.sort(seen);
      counts.merge(Arrays.toString(seen), 1, Integer::sum);
    }
    assertThat(counts).hasSize(10);
    assertThat(counts.values())
        .allSatisfy(
            count -> assertThat(count / 50_000.0).isCloseTo(0.1, within(error(0.1, 50_000))));
  }

  @Test
  void erdosRenyi_hasTheBinomialsMeanAndVariance() {
    ErdosRenyiReach generator = new ErdosRenyiReach(0.3);
    int[][] sellersOf = generator.sellersOf(CROWD, STREAMS);
    double pairs = Arrays.stream(sellersOf).mapToInt(seen -> seen.length).sum();
    assertThat(pairs / BUYERS / SELLERS).isCloseTo(0.3, within(error(0.3, BUYERS * SELLERS)));
    assertThat(generator.expectedPairs(BUYERS, SELLERS))
        .isCloseTo(0.3 * BUYERS * SELLERS, within(1e-6));
    double variance =
        Arrays.stream(sellersOf)
            .mapToDouble(seen -> Math.pow(seen.length - 0.3 * SELLERS, 2))
            .average()
            .orElseThrow();
    double expected = SELLERS * 0.3 * 0.7;
    assertThat(variance).isCloseTo(expected, within(5 * expected * Math.sqrt(2.0 / BUYERS)));
    assertThat(Arrays.stream(shares(sellersOf)).boxed())
        .allSatisfy(share -> assertThat(share).isCloseTo(0.3, within(error(0.3, BUYERS))));
    assertThat(Arrays.stream(sellersOf))
        .allSatisfy(seen -> assertThat(seen).doesNotHaveDuplicates());
  }

  @Test
  void erdosRenyi_atTheEnds_isNobodyAndEverybody() {
    assertThat(Arrays.stream(new ErdosRenyiReach(0).sellersOf(CROWD, STREAMS)))
        .allSatisfy(seen -> assertThat(seen).isEmpty());
    assertThat(Arrays.stream(new ErdosRenyiReach(1).sellersOf(CROWD, STREAMS)))
        .allSatisfy(seen -> assertThat(seen).hasSize(SELLERS));
  }

  @Test
  void smallWorld_withoutRewiring_isARing() {
    int[][] sellersOf =
        new SmallWorldReach(3, 0).sellersOf(new Crowd(List.of(new Block("a", 10)), 10), STREAMS);
    assertThat(sellersOf[4]).containsExactlyInAnyOrder(3, 4, 5);
    assertThat(sellersOf[0]).containsExactlyInAnyOrder(9, 0, 1);
    int[][] even =
        new SmallWorldReach(2, 0).sellersOf(new Crowd(List.of(new Block("a", 20)), 10), STREAMS);
    assertThat(even[1]).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void smallWorld_rewiresTheShareOfLinks() {
    int far = 0;
    int[][] sellersOf = new SmallWorldReach(10, 0.3).sellersOf(CROWD, STREAMS);
    int[][] ring = new SmallWorldReach(10, 0).sellersOf(CROWD, STREAMS);
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      int[] near = ring[buyer];
      far +=
          (int)
              Arrays.stream(sellersOf[buyer])
                  .filter(s -> Arrays.stream(near).noneMatch(n -> n == s))
                  .count();
    }
    // A rewired link lands, now and then, on a near seller whose own link was led away before it.
    assertThat(far / (10.0 * BUYERS)).isBetween(0.27, 0.3 + error(0.3, 10 * BUYERS));
  }

  @Test
  void preferential_makesAFewSellersPopular() {
    double[] attached = shares(new PreferentialReach(3).sellersOf(CROWD, STREAMS));
    double[] even = shares(new RandomReach(3).sellersOf(CROWD, STREAMS));
    assertThat(Arrays.stream(attached).max().orElseThrow())
        .isGreaterThan(2 * Arrays.stream(even).max().orElseThrow());
    assertThat(Arrays.stream(attached).sum()).isCloseTo(3, within(1e-9));
  }

  /**
   * With one link a buyer, the share of a seller's weight is a Pólya urn's: its variance is known.
   */
  @Test
  void preferential_ofOne_isPolyasUrn() {
    int runs = 20_000;
    double squares = 0;
    for (int run = 0; run < runs; run++) {
      int[][] sellersOf =
          new PreferentialReach(1)
              .sellersOf(new Crowd(List.of(new Block("a", 10)), 2), new RandomStreams(run));
      long first = Arrays.stream(sellersOf).filter(seen -> seen[0] == 0).count();
      squares += Math.pow(first - 5, 2);
    }
    // From weights 1 and 1 the count of the first is uniform on 0 … 10: variance 10, fourth moment
    // 178.
    assertThat(squares / runs).isCloseTo(10, within(5 * Math.sqrt((178.0 - 100) / runs)));
  }

  @Test
  void clustered_leadsTheShareOfLinksOutside() {
    int outside = 0;
    int[][] sellersOf = new ClusteredReach(5, 4, 0.25).sellersOf(CROWD, STREAMS);
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      int own = buyer % 5;
      outside += (int) Arrays.stream(sellersOf[buyer]).filter(seller -> seller % 5 != own).count();
    }
    assertThat(outside / (4.0 * BUYERS)).isCloseTo(0.25, within(error(0.25, 4 * BUYERS)));
  }

  @Test
  void clustered_withoutLinksOutside_staysInside() {
    int[][] sellersOf = new ClusteredReach(5, 10, 0).sellersOf(CROWD, STREAMS);
    assertThat(sellersOf[7]).hasSize(10);
    assertThat(Arrays.stream(sellersOf[7])).allMatch(seller -> seller % 5 == 2);
  }

  @Test
  void dominantSeller_isSeenByAll_andTheOthersEvenly() {
    double[] shares = shares(new DominantSellerReach(8).sellersOf(CROWD, STREAMS));
    assertThat(shares[0]).isCloseTo(1, within(1e-9));
    double expected = 7.0 / (SELLERS - 1);
    assertThat(Arrays.stream(shares).skip(1).boxed())
        .allSatisfy(
            share -> assertThat(share).isCloseTo(expected, within(error(expected, BUYERS))));
  }

  @Test
  void dominantBuyer_seesAll_andTheOthersAFew() {
    DominantBuyerReach generator = new DominantBuyerReach(8);
    int[][] sellersOf = generator.sellersOf(CROWD, STREAMS);
    assertThat(sellersOf[0]).hasSize(SELLERS);
    assertThat(Arrays.stream(sellersOf).skip(1))
        .allSatisfy(seen -> assertThat(seen).hasSize(8).doesNotHaveDuplicates());
    assertThat(generator.expectedPairs(BUYERS, SELLERS)).isEqualTo(SELLERS + 8.0 * (BUYERS - 1));
  }

  @Test
  void given_isWhatWasGiven() {
    GivenReach generator = new GivenReach(List.of(new int[] {2}, new int[] {0, 1}));
    assertThat(generator.sellersOf(new Crowd(List.of(new Block("a", 2)), 3), STREAMS))
        .isDeepEqualTo(new int[][] {{2}, {0, 1}});
    assertThat(generator.degree(1, 3)).isEqualTo(2);
  }

  private static double[] shares(int[][] sellersOf) {
    double[] shares = new double[SELLERS];
    for (int[] seen : sellersOf) {
      for (int seller : seen) {
        shares[seller] += 1.0 / sellersOf.length;
      }
    }
    return shares;
  }

  /** Five standard errors of a share of n independent trials. */
  private static double error(double share, int n) {
    return 5 * Math.sqrt(share * (1 - share) / n);
  }
}
