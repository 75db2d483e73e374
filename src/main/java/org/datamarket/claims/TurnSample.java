package org.datamarket.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.market.Market;
import org.datamarket.random.RandomStreams;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.TurnWatcher;

/**
 * A sample of the turns of a run, every turn as likely as any other: reservoir sampling (Vitter
 * 1985, algorithm R), as nobody knows beforehand how many turns a run has. One number is drawn for
 * each turn from a stream of its own, so that the sample depends on the seed and on how many turns
 * there are, and on nothing else.
 */
final class TurnSample implements TurnWatcher {
  private final int size;
  private final RandomGenerator random;
  private final List<Turn> kept = new ArrayList<>();
  private long turns;
  private Market copy;

  /**
   * An empty sample.
   *
   * @param size how many turns are kept at most
   */
  TurnSample(long seed, int size) {
    this.size = size;
    this.random = new RandomStreams(seed).stream(RandomStreams.CLAIMS);
  }

  @Override
  public void turnBegins(DataMarket simulation, int buyer) {
    turns++;
    double drawn = random.nextDouble();
    if (kept.size() < size) {
      kept.add(turn(simulation, buyer));
    } else {
      long slot = (long) (drawn * turns);
      if (slot < size) {
        kept.set((int) slot, turn(simulation, buyer));
      }
    }
  }

  private Turn turn(DataMarket simulation, int buyer) {
    Market market = simulation.market();
    if (copy == null || copy.changes() != market.changes()) {
      copy = market.copy();
    }
    return new Turn(turns, simulation.monitor().round() + 1, buyer, copy);
  }

  /** The turns that were kept, in the order in which they were taken. */
  List<Turn> turns() {
    return kept.stream().sorted(Comparator.comparingLong(Turn::number)).toList();
  }

  /**
   * Some of a number of things, ascending, every set of them as likely as any other; all if there
   * are no more.
   */
  int[] some(int few, int of) {
    int[] all = new int[of];
    for (int k = 0; k < of; k++) {
      int place = random.nextInt(k + 1);
      all[k] = all[place];
      all[place] = k;
    }
    return Arrays.stream(all).limit(few).sorted().toArray();
  }
}
