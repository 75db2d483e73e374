package org.datamarket.simulation;

import java.util.Map;
import java.util.TreeMap;
import org.datamarket.market.Bids;
import org.datamarket.market.Market;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * Buyers see the bids as they stood when the round began: all new bids are entered after the last
 * reply.
 */
final class BatchExchange extends DirectExchange implements Steppable {
  private static final long serialVersionUID = 1;

  private final Map<Integer, Bids> sent = new TreeMap<>();

  BatchExchange(Market market) {
    super(market);
  }

  @Override
  public void send(int buyer, Bids bids) {
    sent.put(buyer, bids);
  }

  /** Enters the bids of the round. */
  @Override
  public void step(SimState state) {
    sent.forEach(market::submit);
    sent.clear();
  }
}
