package org.datamarket.strategy;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.UnitCursor;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.Reply.Outcome;
import org.datamarket.strategy.supply.Totals;
import org.datamarket.strategy.supply.VisiblePrices;

/**
 * The truthful ε-best reply at one seller: the largest total that is there at the buyer's own
 * marginal valuation and within its budget, a little less of it, at the marginal valuation of that
 * (Lazar &amp; Semret 1998; docs/model.md §4). For buyers that see one seller only.
 *
 * @param shading how far below the desired total the bid stays
 */
@Kind(
    name = "truthful-single",
    meaning = "Lazar and Semret's reply at one seller; the buyer must see exactly one.")
public record TruthfulSingle(@Meaning(Shading.MEANING) Shading shading) implements BuyerStrategy {

  /** Shading by utility. */
  public TruthfulSingle() {
    this(Shading.UTILITY);
  }

  /**
   * @throws IllegalArgumentException if the buyer sees more than one seller
   */
  @Override
  public Reply reply(BuyerTerms terms, BuyerView view) {
    if (view.size() > 1) {
      throw new IllegalArgumentException(
          "truthful-single is for one seller in reach, not " + view.size());
    }
    if (view.size() == 0) {
      return Reply.none(Outcome.NOTHING_LEFT, Ranking.empty(), 0);
    }
    Valuation valuation = terms.valuation();
    Auction rivals = view.rivals(0);
    double demand = valuation.demand();
    double supplied = supplied(valuation, rivals);
    double desired = Totals.wholeIfMet(Math.min(supplied, paid(terms.budget(), rivals)), demand);
    if (Totals.isNothing(desired, demand)) {
      boolean noSupply = Totals.isNothing(supplied, demand);
      return Reply.none(
          noSupply ? Outcome.NOTHING_LEFT : Outcome.OUT_OF_BUDGET, Ranking.empty(), desired);
    }
    double total = shading.shade(valuation, desired, terms.epsilon());
    double price = VisiblePrices.priceFor(valuation, total, view);
    Ranking ranking = Ranking.at(view, price, RankingOrder.RESIDUAL);
    if (Totals.isNothing(total, demand)) {
      return Reply.none(Outcome.WORTH_TOO_LITTLE, ranking, desired);
    }
    Bids bids = view.bidsOf(new double[] {total}, price);
    return Reply.bid(bids, ranking, 1, desired, total, price);
  }

  /** sup{z ≤ d : z ≤ Q(θ′(z))}: demand crosses the residual supply on a step, or between two. */
  private static double supplied(Valuation valuation, Auction rivals) {
    Auction.Step step =
        rivals.firstStep((price, residual) -> valuation.demandAt(price) <= residual);
    double atStep = Double.isInfinite(step.price()) ? 0 : valuation.demandAt(step.price());
    return Math.max(atStep, Math.min(step.residualBelow(), valuation.demand()));
  }

  /** The largest quantity that a budget pays for here: unit by unit from the cheapest up. */
  private static double paid(double budget, Auction rivals) {
    if (Double.isInfinite(budget)) {
      return rivals.quantity();
    }
    double quantity = 0;
    double left = budget;
    UnitCursor units = rivals.units();
    while (units.isValid()) {
      double price = units.price() * units.quantity();
      if (price > left) {
        return quantity + left / units.price();
      }
      quantity += units.quantity();
      left -= price;
      units.next();
    }
    return quantity;
  }
}
