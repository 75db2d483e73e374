package org.datamarket.analysis.supremum;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.BuyerTerms;

/**
 * The units in a buyer's reach that nobody has, at their sellers' reserves: what it would gain by
 * those of them that are worth their price to it and that the rest of its budget pays for. That
 * move harms nobody.
 *
 * @param quantity GB
 * @param gain $, at least 0
 */
public record UnsoldUnits(double quantity, double gain) {
  private static final double ROUNDING = 1e-9;

  /** The best of what a market leaves unsold, for one buyer. */
  public static UnsoldUnits of(BuyerTerms terms, Market market, int buyer) {
    BuyerView view = market.view(buyer);
    Valuation more = new Beyond(terms.valuation(), view.allocation(view.own()));
    double left = Math.max(0, terms.budget() - view.cost(view.own()));
    double quantity = 0;
    double cost = 0;
    for (Auction seller : cheapestFirst(market, view)) {
      double wanted = more.demandAt(seller.reserve()) - quantity;
      double paid = seller.reserve() > 0 ? (left - cost) / seller.reserve() : wanted;
      double taken = Math.min(unsold(seller), Math.min(wanted, paid));
      if (taken > 0) {
        quantity += taken;
        cost += taken * seller.reserve();
      }
    }
    return new UnsoldUnits(quantity, Math.max(0, more.value(quantity) - cost));
  }

  /** What a seller has left, GB; 0 where that is the rounding of a sum. */
  private static double unsold(Auction seller) {
    double unsold = seller.quantity() - seller.sold();
    return unsold > ROUNDING * seller.quantity() ? unsold : 0;
  }

  private static List<Auction> cheapestFirst(Market market, BuyerView view) {
    return IntStream.range(0, view.size())
        .mapToObj(place -> market.auction(view.seller(place)))
        .sorted(Comparator.comparingDouble(Auction::reserve))
        .toList();
  }
}
