package org.datamarket.gui.session;

import org.datamarket.simulation.DataMarket;

/**
 * Is told how a market goes on. All of it happens on the thread that plays the model, inside the
 * lock of its schedule: what a listener reads is the market at that very moment, and what it shows
 * it must hand over to the event thread.
 */
public interface RoundListener {

  /** A market stands before its first round, or has been read from a checkpoint and goes on. */
  default void started(DataMarket market) {}

  /** The market is closed, and another model takes its place that has not been started. */
  default void closed() {}

  /** A market stands between two turns of a round, because somebody plays turn by turn. */
  default void turnEnded(DataMarket market) {}

  /** A round has ended and been measured. */
  void roundEnded(DataMarket market);
}
