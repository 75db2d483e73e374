package org.datamarket.gui.claims;

import org.datamarket.model.Activation;
import org.datamarket.output.Figures;
import org.datamarket.simulation.DataMarket;

/**
 * Where a market stands.
 *
 * @param round how many rounds are over
 * @param turns how many turns of the next have been taken
 * @param time the time where messages take time; 0 otherwise
 */
public record Place(int round, int turns, double time) {

  /** Where a market stands; call it inside the schedule's lock. */
  public static Place of(DataMarket market) {
    boolean timed = market.model().activation() instanceof Activation.Asynchronous;
    return new Place(
        market.monitor().round(), market.turnsTaken(), timed ? Math.max(0, market.now()) : 0);
  }

  /** The round that it is in, from 1, or that has just ended. */
  int roundUnderWay() {
    return Math.max(1, turns > 0 ? round + 1 : round);
  }

  /** In words, to follow a verb. */
  String text() {
    if (turns > 0) {
      return "round %s, turn %s".formatted(round + 1, turns);
    }
    if (time > round) {
      return "round %s, time %s".formatted(round + 1, Figures.of(time));
    }
    return round == 0 ? "before round 1" : "round %s".formatted(round);
  }
}
