package org.datamarket.simulation;

import org.datamarket.market.Auction;
import org.datamarket.model.AgentNames;
import org.datamarket.model.SellerSpec;
import sim.engine.SimState;
import sim.engine.Steppable;

/** A seller: after the buyers of a round have bid, it sets its reserve (docs/model.md §5, §6). */
public final class Seller implements Steppable {
  private static final long serialVersionUID = 1;

  private final int number;
  private final SellerSpec spec;

  Seller(int number, SellerSpec spec) {
    this.number = number;
    this.spec = spec;
  }

  @Override
  public void step(SimState state) {
    DataMarket simulation = (DataMarket) state;
    Auction auction = simulation.market().auction(number);
    double reserve = spec.strategy().nextReserve(auction);
    if (simulation.exchange().setReserve(number, reserve)) {
      simulation.monitor().countReserveMove();
    }
  }

  /** The seller's number: its place in the model. */
  public int number() {
    return number;
  }

  /** What the model says of the seller. */
  public SellerSpec spec() {
    return spec;
  }

  /** What people call it: its id, and before that what it is unless the id says so itself. */
  @Override
  public String toString() {
    return AgentNames.of("Seller", spec.id());
  }
}
