package org.datamarket.gui.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.BuyerView;
import org.datamarket.output.Figures;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;

/**
 * Stops when bids of others take units from a buyer at a seller of its pool, its own bid there and
 * the reserve being the same: what a new bid of its own gets, and what a reserve takes, does not
 * count.
 */
final class PoolOutbid implements TurnGoal {
  private static final double ROUNDING = 1e-9;

  private final Buyer buyer;
  private BuyerView view;
  private long seenAt;

  PoolOutbid(DataMarket market, Buyer buyer) {
    this.buyer = buyer;
    look(market);
  }

  private void look(DataMarket market) {
    view = market.market().view(buyer.number());
    seenAt = market.market().changes();
  }

  @Override
  public boolean isTurnOf(int other) {
    return false;
  }

  @Override
  public Optional<String> happened(DataMarket market) {
    if (!market.market().changedSince(seenAt, buyer.number())) {
      return Optional.empty();
    }
    BuyerView before = view;
    look(market);
    List<String> losses = new ArrayList<>();
    for (int place = 0; place < before.size(); place++) {
      Bid bid = before.own().at(before.seller(place));
      if (!bid.isNone() && bid.equals(view.own().at(before.seller(place)))) {
        loss(market, before.rivals(place), view.rivals(place), bid, before.seller(place))
            .ifPresent(losses::add);
      }
    }
    return losses.isEmpty()
        ? Optional.empty()
        : Optional.of("%s was outbid: %s.".formatted(buyer, String.join(", ", losses)));
  }

  private static Optional<String> loss(
      DataMarket market, Auction before, Auction now, Bid bid, int seller) {
    double got = before.allocation(bid);
    double gets = now.withReserve(before.reserve()).allocation(bid);
    return got - gets > ROUNDING * now.quantity()
        ? Optional.of(
            "%s GB at %s, where it had %s"
                .formatted(Figures.of(gets), market.sellers().get(seller), Figures.of(got)))
        : Optional.empty();
  }

  @Override
  public Optional<Buyer> subject() {
    return Optional.of(buyer);
  }
}
