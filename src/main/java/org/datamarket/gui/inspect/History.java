package org.datamarket.gui.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * Two numbers per round of one agent, from the round on at which somebody began to look.
 *
 * @param rounds the rounds' numbers
 * @param first a number per round
 * @param second another
 */
record History(List<Integer> rounds, List<Double> first, List<Double> second) {
  /** Copies the lists. */
  History {
    rounds = List.copyOf(rounds);
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  /** Collects a history. */
  static final class Recorder {
    private final List<Integer> rounds = new ArrayList<>();
    private final List<Double> first = new ArrayList<>();
    private final List<Double> second = new ArrayList<>();

    synchronized void clear() {
      rounds.clear();
      first.clear();
      second.clear();
    }

    synchronized void add(int round, double one, double other) {
      if (rounds.isEmpty() || round > rounds.get(rounds.size() - 1)) {
        rounds.add(round);
        first.add(one);
        second.add(other);
      }
    }

    synchronized History history() {
      return new History(rounds, first, second);
    }
  }
}
