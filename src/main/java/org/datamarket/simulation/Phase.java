package org.datamarket.simulation;

/**
 * The order of what happens at one moment of simulated time (docs/model.md §6); MASON's orderings.
 */
final class Phase {
  static final int BUYERS = 1;
  static final int DELIVERY = 2;
  static final int SELLERS = 3;
  static final int MEASUREMENT = 4;

  private Phase() {}
}
