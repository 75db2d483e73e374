package org.datamarket.gui;

import org.datamarket.gui.inspect.BuyerInspector;
import org.datamarket.gui.inspect.SellerInspector;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.Seller;
import sim.portrayal.Inspector;

/** The inspectors of agents. */
final class Inspectors {
  private Inspectors() {}

  /** The inspector of a buyer or a seller. */
  static Inspector of(DataMarketWithUI gui, Object agent) {
    if (agent instanceof Buyer buyer) {
      return new BuyerInspector(gui, buyer);
    }
    if (agent instanceof Seller seller) {
      return new SellerInspector(gui, seller);
    }
    throw new IllegalArgumentException("no inspector for " + agent);
  }
}
