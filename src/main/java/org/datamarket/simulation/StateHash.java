package org.datamarket.simulation;

import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.Settlement;
import org.datamarket.io.Sha256;
import org.datamarket.market.Bids;
import org.datamarket.market.Market;

/**
 * SHA-256 over the round, the status, the counts, all reserves and all live bids, to the last bit.
 */
final class StateHash {
  private StateHash() {}

  static String of(DataMarket simulation) {
    Sha256 hash = new Sha256();
    Monitor monitor = simulation.monitor();
    hash.add(simulation.seed());
    hash.add(monitor.round());
    hash.add(monitor.status().key());
    hash.add(monitor.messages());
    hash.add(monitor.replies());
    Market market = simulation.market();
    for (int j = 0; j < market.sellers(); j++) {
      hash.add(market.auction(j).reserve());
    }
    for (int i = 0; i < market.buyers(); i++) {
      Bids bids = market.bids(i);
      hash.add(bids.size());
      for (int k = 0; k < bids.size(); k++) {
        hash.add(bids.seller(k));
        hash.add(bids.bid(k).quantity());
        hash.add(bids.bid(k).price());
      }
    }
    simulation.ledger().settlement().ifPresent(settlement -> add(hash, settlement));
    return hash.hex();
  }

  private static void add(Sha256 hash, Settlement settlement) {
    for (BuyerAccount account : settlement.buyers()) {
      hash.add(account.allocation());
      hash.add(account.cost());
    }
  }
}
