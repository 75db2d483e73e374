package org.datamarket.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.SellerAccount;
import org.datamarket.analysis.Settlement;
import org.datamarket.model.MarketModel;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.Seller;

/**
 * What a seller sells, to whom and for how much, where a mechanism clears the market once.
 *
 * @param seller the seller's id
 * @param mechanism the name of the mechanism
 * @param currency the label of money
 * @param quantity D, GB
 * @param reserve r, what its data is worth to it, $/GB
 * @param account what it sells and receives; empty until the market has been cleared
 * @param paid whether buyers pay at all
 * @param deliveries by buyer's number
 */
public record SellerDeliveries(
    String seller,
    String mechanism,
    String currency,
    double quantity,
    double reserve,
    Optional<SellerAccount> account,
    boolean paid,
    List<Delivery> deliveries) {
  /** Copies the list. */
  public SellerDeliveries {
    deliveries = List.copyOf(deliveries);
  }

  /** What a seller sells; call it inside the schedule's lock. */
  public static SellerDeliveries of(DataMarket market, Seller seller) {
    MarketModel model = market.model();
    Optional<Settlement> settlement = market.ledger().settlement();
    return new SellerDeliveries(
        seller.spec().id(),
        model.design().key(),
        model.currency(),
        seller.spec().quantity(),
        seller.spec().reserve(),
        settlement.map(settled -> settled.sellers().get(seller.number())),
        settlement.filter(settled -> Double.isNaN(settled.measures().surplus().paid())).isEmpty(),
        deliveries(market, seller.number()));
  }

  private static List<Delivery> deliveries(DataMarket market, int seller) {
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < market.ledger().buyers(); i++) {
      BuyerAccount account = market.ledger().account(i);
      for (int k = 0; k < account.bids().size(); k++) {
        if (account.bids().seller(k) == seller) {
          deliveries.add(
              new Delivery(
                  market.model().buyers().get(i).id(),
                  account.allocations()[k],
                  account.bids().bid(k).price(),
                  account.costs()[k]));
        }
      }
    }
    return deliveries;
  }
}
