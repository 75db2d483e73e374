package org.datamarket.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.analysis.optimum.CompetitivePrices;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.market.Bid;
import org.datamarket.market.StepCurve;
import org.datamarket.market.Valuation;
import org.datamarket.mechanism.Outcome.MultiBids;
import org.datamarket.mechanism.Outcome.Payments;

/**
 * Multi-bid auctions (Maillé &amp; Tuffin, INFOCOM 2004; docs/mechanisms.md §4): each buyer sends M
 * truthful bids (q^m, p^m), p^m = θ_κ′(q^m), once. They stand for a curve θ̄ of steps ({@link
 * StepCurve}); the allocation is P(θ̄, r) and payments are Clarke's on θ̄, which at one seller is
 * the auction as it was published, except that the seller loses ties. The bids lie at even steps of
 * quantity: q^m = q̂ m / M, q̂ = D_i(least reserve in reach); if q̂ &lt; d_i the last price is that
 * reserve.
 *
 * @param bids M, at least 1
 */
@Kind(
    name = "multi-bid",
    meaning = "Every buyer sends several bids once, and pays what its presence costs the others.")
public record MultiBid(
    @Meaning(
            value = "How many bids a buyer sends, M.",
            unit = "1",
            range = "[1, 1000000]",
            otherwise = "8")
        int bids)
    implements Mechanism {

  /**
   * @throws IllegalArgumentException if there is no bid
   */
  public MultiBid {
    if (bids < 1) {
      throw new IllegalArgumentException("bids must be at least 1, not %s".formatted(bids));
    }
  }

  @Override
  public Outcome clear(Setting setting) {
    Population people = setting.population();
    List<List<Bid>> offers = offers(people);
    List<Valuation> curves = offers.stream().<Valuation>map(StepCurve::new).toList();
    Plan plan = Plan.of(curves, people.quantities(), people.reserves(), people.reach());
    CompetitivePrices bounds =
        CompetitivePrices.of(plan, curves, people.quantities(), people.reserves(), people.reach());
    double[] cost = people.externality(curves, plan).ofAll();
    return new Outcome(
        plan.allocation(),
        plan.sold(),
        Optional.of(new Payments(cost, Optional.empty(), 0)),
        Optional.of(Clearing.prices(bounds, bounds.low())),
        people.unmet(people.leastInReach(bounds.low()), plan.allocation()),
        offers.stream().mapToInt(List::size).sum(),
        plan.deliveries(),
        new MultiBids(offers, gap(people, curves)));
  }

  /** Each buyer's bids, by rising quantity; none from a buyer that wants nothing. */
  List<List<Bid>> offers(Population people) {
    double[] least = people.leastInReach(people.reserves());
    List<List<Bid>> offers = new ArrayList<>();
    for (int i = 0; i < people.buyers(); i++) {
      offers.add(offers(people.valuations().get(i), least[i]));
    }
    double[] prices = offers.stream().flatMap(List::stream).mapToDouble(Bid::price).toArray();
    HigherPrices higher = HigherPrices.of(prices);
    return offers.stream()
        .map(
            list ->
                list.stream().map(bid -> new Bid(bid.quantity(), higher.of(bid.price()))).toList())
        .toList();
  }

  private List<Bid> offers(Valuation valuation, double leastReserve) {
    double most = valuation.demandAt(leastReserve);
    if (most == 0) {
      return List.of();
    }
    List<Bid> offers = new ArrayList<>();
    for (int m = 1; m < bids; m++) {
      double quantity = most * m / bids;
      offers.add(new Bid(quantity, valuation.marginal(quantity)));
    }
    boolean stopped = most < valuation.demand();
    offers.add(new Bid(most, stopped ? leastReserve : valuation.marginal(most)));
    return offers;
  }

  private static double gap(Population people, List<Valuation> curves) {
    double gap = 0;
    for (int i = 0; i < people.buyers(); i++) {
      double most = curves.get(i).demand();
      gap += people.worth(i, most) - curves.get(i).value(most);
    }
    return gap;
  }
}
