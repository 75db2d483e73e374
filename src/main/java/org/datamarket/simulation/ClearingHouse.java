package org.datamarket.simulation;

import org.datamarket.analysis.Settlement;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.mechanism.Outcome;
import org.datamarket.mechanism.Setting;
import org.datamarket.model.MarketModel;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Clears the market once, in the place of all buyers' turns (docs/mechanisms.md). */
final class ClearingHouse implements Steppable {
  private static final long serialVersionUID = 1;

  private final Mechanism mechanism;

  ClearingHouse(Mechanism mechanism) {
    this.mechanism = mechanism;
  }

  @Override
  public void step(SimState state) {
    DataMarket simulation = (DataMarket) state;
    MarketModel model = simulation.model();
    Setting setting = Setting.of(model.population(), model.rules());
    Outcome outcome = mechanism.clear(setting);
    simulation.ledger().settle(Settlement.of(setting, outcome));
    simulation.monitor().countOffers(outcome.messages());
  }
}
