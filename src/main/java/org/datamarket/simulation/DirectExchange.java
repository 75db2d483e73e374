package org.datamarket.simulation;

import java.util.Arrays;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;

/** Buyers see the bids as they stand, and theirs stand at once. */
class DirectExchange implements Exchange {
  private static final long serialVersionUID = 1;

  final Market market;
  private final long[] repliedAt;

  DirectExchange(Market market) {
    this.market = market;
    this.repliedAt = new long[market.buyers()];
    Arrays.fill(repliedAt, -1);
  }

  @Override
  public boolean hasNews(int buyer) {
    return repliedAt[buyer] < 0 || market.changedSince(repliedAt[buyer], buyer);
  }

  @Override
  public boolean hasNewsOf(int buyer, int k) {
    return market.changedSince(repliedAt[buyer], buyer, k);
  }

  @Override
  public final BuyerView preview(int buyer) {
    return market.view(buyer);
  }

  @Override
  public BuyerView look(int buyer) {
    return market.view(buyer);
  }

  @Override
  public boolean isStale(int buyer) {
    return false;
  }

  @Override
  public void send(int buyer, Bids bids) {
    market.submit(buyer, bids);
  }

  @Override
  public void replied(int buyer) {
    repliedAt[buyer] = market.changes();
  }

  @Override
  public boolean setReserve(int seller, double reserve) {
    boolean moves = reserve != market.auction(seller).reserve();
    market.setReserve(seller, reserve);
    return moves;
  }

  @Override
  public boolean isSettled() {
    return true;
  }
}
