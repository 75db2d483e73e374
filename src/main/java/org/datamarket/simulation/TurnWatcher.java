package org.datamarket.simulation;

/** Is told of the turns of a run. It must change nothing. */
@FunctionalInterface
public interface TurnWatcher {

  /**
   * A buyer is about to take a turn, with news or without.
   *
   * @param simulation with the market as the buyer finds it, before its bid
   * @param buyer its number
   */
  void turnBegins(DataMarket simulation, int buyer);
}
