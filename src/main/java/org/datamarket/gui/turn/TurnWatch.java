package org.datamarket.gui.turn;

import java.util.Optional;
import org.datamarket.model.Activation;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.TurnWatcher;

/** Watches the turns of a market until a goal is reached. Used inside the schedule's lock. */
public final class TurnWatch implements TurnWatcher {
  private final TurnGoal goal;
  private Optional<TurnReport.Taken> taken = Optional.empty();
  private boolean stops;
  private Optional<TurnReport> report = Optional.empty();

  /** A watch, to be set on a market. */
  public TurnWatch(TurnGoal goal) {
    this.goal = goal;
  }

  @Override
  public void turnBegins(DataMarket simulation, int buyer) {
    if (!stops) {
      taken = Optional.of(TurnReport.Taken.of(simulation, simulation.buyers().get(buyer)));
      stops = goal.isTurnOf(buyer);
    }
  }

  /** Looks whether the goal is reached, after a turn or a step of the schedule. */
  public boolean looks(DataMarket market) {
    if (report.isEmpty() && stops) {
      report = taken.map(turn -> TurnReport.of(market, TurnReport.place(market), "", turn));
    } else if (report.isEmpty()) {
      report = goal.happened(market).map(event -> report(market, event));
    }
    return report.isPresent();
  }

  /** Where bids stand at once, the last that moved did it; elsewhere it may have been many. */
  private TurnReport report(DataMarket market, String event) {
    String place = TurnReport.place(market);
    return market.model().activation() instanceof Activation.Sequential && taken.isPresent()
        ? TurnReport.of(market, place, event, taken.get())
        : TurnReport.of(market, place, event, goal.subject().orElseThrow());
  }

  /** What there is to be said once the goal is reached; empty until then. */
  public Optional<TurnReport> report() {
    return report;
  }
}
