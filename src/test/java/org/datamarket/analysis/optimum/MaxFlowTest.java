package org.datamarket.analysis.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.market.Reach;
import org.junit.jupiter.api.Test;

class MaxFlowTest {

  @Test
  void randomNetworks_flowEqualsSmallestCut() {
    RandomGenerator random = new MersenneTwister(1);
    for (int k = 0; k < 2000; k++) {
      Network network = network(random, 1 + random.nextInt(7), 1 + random.nextInt(6));
      int buyers = network.buyers.length;
      double[] wanted = random(random, buyers);
      double[] offered = random(random, network.sellers.length);
      MaxFlow run = new MaxFlow(network);
      System.arraycopy(wanted, 0, run.toSend, 0, buyers);
      System.arraycopy(offered, 0, run.toReceive, buyers, offered.length);
      run.augment();
      assertThat(Arrays.stream(run.flow).sum())
          .isCloseTo(smallestCut(network, wanted, offered), within(1e-12));
      assertConserved(network, run, wanted, offered);
    }
  }

  @Test
  void augmentedAgain_takesNothingBackFromSenders() {
    RandomGenerator random = new MersenneTwister(2);
    for (int k = 0; k < 500; k++) {
      Network network = network(random, 6, 5);
      int buyers = network.buyers.length;
      double[] first = random(random, buyers);
      double[] offered = random(random, network.sellers.length);
      MaxFlow run = new MaxFlow(network);
      System.arraycopy(first, 0, run.toSend, 0, buyers);
      System.arraycopy(offered, 0, run.toReceive, buyers, offered.length);
      run.augment();
      double[] more = random(random, buyers);
      double[] sent = new double[buyers];
      for (int b = 0; b < buyers; b++) {
        sent[b] = first[b] - run.toSend[b];
        run.toSend[b] += more[b];
      }
      run.augment();
      double[] wanted = new double[buyers];
      Arrays.setAll(wanted, b -> first[b] + more[b]);
      assertThat(Arrays.stream(run.flow).sum())
          .isCloseTo(smallestCut(network, wanted, offered), within(1e-12));
      for (int b = 0; b < buyers; b++) {
        assertThat(wanted[b] - run.toSend[b]).isGreaterThanOrEqualTo(sent[b] - 1e-14);
      }
    }
  }

  private static void assertConserved(
      Network network, MaxFlow run, double[] wanted, double[] offered) {
    double[] received = new double[offered.length];
    for (int b = 0; b < wanted.length; b++) {
      double sent = 0;
      for (int arc = network.firstArc[b]; arc < network.firstArc[b + 1]; arc++) {
        assertThat(run.flow[arc]).isNotNegative();
        sent += run.flow[arc];
        received[network.arcSeller[arc]] += run.flow[arc];
      }
      assertThat(sent).isCloseTo(wanted[b] - run.toSend[b], within(1e-12));
    }
    for (int j = 0; j < offered.length; j++) {
      assertThat(received[j])
          .isCloseTo(offered[j] - run.toReceive[wanted.length + j], within(1e-12));
    }
  }

  /** min over sets T of buyers of the others' demand plus the supply that T sees. */
  private static double smallestCut(Network network, double[] wanted, double[] offered) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << wanted.length; set++) {
      boolean[] seen = new boolean[offered.length];
      double cut = 0;
      for (int b = 0; b < wanted.length; b++) {
        if ((set >> b & 1) == 0) {
          cut += wanted[b];
        } else {
          for (int arc = network.firstArc[b]; arc < network.firstArc[b + 1]; arc++) {
            seen[network.arcSeller[arc]] = true;
          }
        }
      }
      for (int j = 0; j < offered.length; j++) {
        cut += seen[j] ? offered[j] : 0;
      }
      smallest = Math.min(smallest, cut);
    }
    return smallest;
  }

  private static double[] random(RandomGenerator random, int length) {
    double[] values = new double[length];
    Arrays.setAll(values, k -> random.nextBoolean() ? random.nextInt(4) : 3 * random.nextDouble());
    return values;
  }

  private static Network network(RandomGenerator random, int buyers, int sellers) {
    int[][] sees = new int[buyers][];
    Arrays.setAll(
        sees, i -> IntStream.range(0, sellers).filter(j -> random.nextInt(3) > 0).toArray());
    boolean[] wants = new boolean[buyers];
    boolean[] has = new boolean[sellers];
    Arrays.fill(wants, true);
    Arrays.fill(has, true);
    return Network.of(Reach.of(sees, sellers), wants, has);
  }
}
