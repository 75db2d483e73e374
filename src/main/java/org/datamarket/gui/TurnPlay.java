package org.datamarket.gui;

import java.util.Optional;
import org.datamarket.analysis.Status;
import org.datamarket.gui.turn.TurnGoal;
import org.datamarket.gui.turn.TurnReport;
import org.datamarket.gui.turn.TurnWatch;

/** Whether rounds are played as a whole, or turn by turn until a goal is reached. */
final class TurnPlay {
  private final RoundwiseState gui;
  private volatile Optional<TurnWatch> aim = Optional.empty();

  TurnPlay(RoundwiseState gui) {
    this.gui = gui;
  }

  /** Plays turn by turn from now on until a goal is reached; the console must stand still. */
  void aim(TurnGoal goal) {
    TurnWatch watch = new TurnWatch(goal);
    aim = Optional.of(watch);
    gui.market().watchTurns(watch);
  }

  /** Plays by rounds from now on. */
  void aimNoMore() {
    if (aim.isPresent()) {
      aim = Optional.empty();
      gui.market().watchTurns((market, buyer) -> {});
    }
  }

  /** The report on the goal, if it is reached: there is nothing to be played then. */
  Optional<TurnReport> report() {
    return aim.flatMap(TurnWatch::report);
  }

  /** Plays to the end of the round, or to the goal. */
  void play() {
    aim.ifPresentOrElse(watch -> gui.playTurns(watch::looks), gui::playRound);
  }

  /** Whether the run has ended before the goal was reached. */
  boolean isMissed() {
    return aim.isPresent() && report().isEmpty() && gui.market().status() != Status.RUNNING;
  }
}
