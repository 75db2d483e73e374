package org.datamarket.simulation;

import java.util.List;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * The buyers' turns of a round, one after the other: in the order of their numbers, or in a random
 * one that is drawn anew for each round, with the draws of MASON's own random sequence. Some of
 * them may be taken before the schedule comes to them; it then takes the others. Where a round
 * stands is part of a checkpoint.
 */
final class Turns implements Steppable {
  private static final long serialVersionUID = 1;

  private final Buyer[] order;
  private final boolean random;
  private int taken;

  /**
   * The turns of the rounds to come.
   *
   * @param random whether each round has an order of its own
   */
  Turns(List<Buyer> buyers, boolean random) {
    this.order = buyers.toArray(Buyer[]::new);
    this.random = random;
  }

  /** How many buyers have had their turn in the round under way. */
  int taken() {
    return taken;
  }

  /** Takes the next turn, unless it is the last of its round; whether it did. */
  boolean takeOne(SimState state) {
    if (taken >= order.length - 1) {
      return false;
    }
    takeNext(state);
    return true;
  }

  /** Takes all the turns of the round that have not been taken. */
  @Override
  public void step(SimState state) {
    while (taken < order.length) {
      takeNext(state);
    }
    taken = 0;
  }

  private void takeNext(SimState state) {
    if (taken == 0 && random) {
      shuffle(state);
    }
    order[taken++].step(state);
  }

  private void shuffle(SimState state) {
    for (int last = order.length - 1; last > 0; last--) {
      int other = state.random.nextInt(last + 1);
      Buyer swapped = order[other];
      order[other] = order[last];
      order[last] = swapped;
    }
  }
}
