package org.datamarket.gui;

import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.Seller;
import sim.portrayal.Inspector;
import sim.portrayal.SimpleInspector;

/** The inspectors of agents. */
final class Inspectors {
  private Inspectors() {}

  /** The inspector of a buyer or a seller. */
  static Inspector of(DataMarketWithUI gui, Object agent) {
    if (!(agent instanceof Buyer || agent instanceof Seller)) {
      throw new IllegalArgumentException("no inspector for " + agent);
    }
    return new SimpleInspector(agent, gui);
  }
}
