package org.datamarket.analysis.optimum;

import java.util.Arrays;

/** Things that are joined into groups, a group being named by its first member. */
final class Groups {
  private final int[] parent;

  /** Each for itself. */
  Groups(int things) {
    parent = new int[things];
    Arrays.setAll(parent, thing -> thing);
  }

  /** Makes the groups of both one. */
  void join(int one, int other) {
    int first = of(one);
    int second = of(other);
    parent[Math.max(first, second)] = Math.min(first, second);
  }

  /** The first member of a thing's group. */
  int of(int thing) {
    int at = thing;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
