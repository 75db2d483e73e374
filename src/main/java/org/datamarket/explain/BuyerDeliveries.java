package org.datamarket.explain;

import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;

/**
 * What a buyer has, from whom and for how much, where a mechanism clears the market once.
 *
 * @param buyer the buyer's id
 * @param mechanism the name of the mechanism
 * @param currency the label of money
 * @param demand d, GB
 * @param budget the most it can pay; infinite when unlimited
 * @param cleared whether the market has been cleared
 * @param account what it has and pays; $ NaN where nobody pays
 * @param value θ of what it has, what it buys from the ISP included, $
 * @param valueWithout θ of what it would have without a market, $
 * @param marginal θ′ of what it has, $/GB
 * @param ispPurchase what it buys from the ISP, GB; 0 without one
 * @param deliveries by seller's number
 */
public record BuyerDeliveries(
    String buyer,
    String mechanism,
    String currency,
    double demand,
    double budget,
    boolean cleared,
    BuyerAccount account,
    double value,
    double valueWithout,
    double marginal,
    double ispPurchase,
    List<Delivery> deliveries) {
  /** Copies the list. */
  public BuyerDeliveries {
    deliveries = List.copyOf(deliveries);
  }

  /** What a buyer has; call it inside the schedule's lock. */
  public static BuyerDeliveries of(DataMarket market, Buyer buyer) {
    MarketModel model = market.model();
    BuyerSpec spec = buyer.spec();
    Valuation valuation = spec.valuation();
    BuyerAccount account = market.ledger().account(buyer.number());
    return new BuyerDeliveries(
        spec.id(),
        model.design().key(),
        model.currency(),
        valuation.demand(),
        spec.budget(),
        market.ledger().settlement().isPresent(),
        account,
        valuation.value(account.allocation()),
        valuation.value(0),
        valuation.marginal(account.allocation()),
        valuation instanceof WithIsp isp ? isp.purchase(account.allocation()) : 0,
        IntStream.range(0, account.bids().size())
            .mapToObj(k -> delivery(model, account, k))
            .toList());
  }

  private static Delivery delivery(MarketModel model, BuyerAccount account, int k) {
    return new Delivery(
        model.sellers().get(account.bids().seller(k)).id(),
        account.allocations()[k],
        account.bids().bid(k).price(),
        account.costs()[k]);
  }

  /** Whether it pays: not where a planner decides. */
  public boolean pays() {
    return !Double.isNaN(account.cost());
  }
}
