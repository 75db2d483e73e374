package org.datamarket.model.reach;

/**
 * Draws from things of changing whole weights in O(log n): a binary indexed tree (Fenwick 1994).
 * Every weight is 1 at first.
 */
final class WeightedUrn {
  private final long[] sums;
  private final int highestBit;
  private long total;

  WeightedUrn(int size) {
    sums = new long[size + 1];
    highestBit = Integer.highestOneBit(Math.max(1, size));
    for (int thing = 0; thing < size; thing++) {
      add(thing, 1);
    }
  }

  /** The sum of all weights. */
  long total() {
    return total;
  }

  /** The weight of one thing. */
  long weight(int thing) {
    return sumBelow(thing + 1) - sumBelow(thing);
  }

  private long sumBelow(int thing) {
    long sum = 0;
    for (int k = thing; k > 0; k -= k & -k) {
      sum += sums[k];
    }
    return sum;
  }

  /** Changes the weight of one thing. */
  void add(int thing, long weight) {
    total += weight;
    for (int k = thing + 1; k < sums.length; k += k & -k) {
      sums[k] += weight;
    }
  }

  /** The thing in whose stretch a mark in [0, total) falls. */
  int at(long mark) {
    int place = 0;
    long left = mark;
    for (int bit = highestBit; bit > 0; bit >>= 1) {
      int next = place + bit;
      if (next < sums.length && sums[next] <= left) {
        place = next;
        left -= sums[next];
      }
    }
    return place;
  }
}
