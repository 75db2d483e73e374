package org.datamarket.explain;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.market.BuyerView;
import org.datamarket.market.TieRule;
import org.datamarket.model.MarketModel;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.supply.CheapestUnits;
import org.datamarket.strategy.supply.Totals;

/**
 * The best that a buyer could do by any bids whatever, rivals' bids and reserves as it sees them:
 * the cheapest units while one is worth more than it costs, within its budget (docs/model.md §7,
 * {@code nash_gap}). A supremum: bids that tie with a rival's may get a little less.
 *
 * @param total z, GB
 * @param price θ′(z), the one price that would ask for them truthfully, $/GB; NaN for no units
 * @param value θ(z), $
 * @param cost what these units cost, $
 * @param gain over what its live bids get it now, $, at least 0; NaN where it cannot pay for those,
 *     and under strict ties, by whose rule it is not defined
 * @param bids how the units lie with the sellers, by seller; without those too few to be asked for
 */
public record BestBids(
    double total,
    double price,
    double value,
    double cost,
    double gain,
    List<BuyerInsight.LiveBid> bids) {
  /** Copies the list. */
  public BestBids {
    bids = List.copyOf(bids);
  }

  /** θ(z) less the cost, $. */
  public double utility() {
    return value - cost;
  }

  /**
   * The best bids of a buyer that sees this.
   *
   * @param utilityNow of its live bids, $; −∞ if it cannot pay for them
   */
  static BestBids of(MarketModel model, BuyerTerms terms, BuyerView view, double utilityNow) {
    CheapestUnits units = CheapestUnits.worthwhile(terms.valuation(), terms.budget(), view);
    double total = units.total();
    double value = terms.valuation().value(total);
    double price = total > 0 ? terms.valuation().marginal(total) : Double.NaN;
    boolean known = model.ties() != TieRule.STRICT && Double.isFinite(utilityNow);
    return new BestBids(
        total,
        price,
        value,
        units.cost(),
        known ? Math.max(0, value - units.cost() - utilityNow) : Double.NaN,
        bids(
            model, view, Totals.withoutNegligible(CheapestUnits.split(view, total), total), price));
  }

  private static List<BuyerInsight.LiveBid> bids(
      MarketModel model, BuyerView view, double[] asks, double price) {
    List<BuyerInsight.LiveBid> bids = new ArrayList<>();
    for (int place = 0; place < asks.length; place++) {
      if (asks[place] > 0) {
        int number = view.seller(place);
        bids.add(
            new BuyerInsight.LiveBid(
                number,
                model.sellers().get(number).id(),
                asks[place],
                price,
                asks[place],
                view.rivals(place).costOf(asks[place])));
      }
    }
    return bids;
  }
}
