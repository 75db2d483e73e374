package org.datamarket.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.SellerAccount;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Valuation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.SellerSpec;

/**
 * Supply and demand of the whole market at the end, as if everybody saw everybody: what buyers want
 * at each price (their true marginal valuations), what they ask for in their bids, what sellers
 * offer at their reserves, and where it clears.
 *
 * @param wanted points from {@code highestPrice} down to 0; none if the valuations are not known
 * @param asked the bids
 * @param offered what sellers have to sell, at their final reserves
 * @param own the same at their own reserves
 * @param cleared what sellers sell, at their clearing prices
 * @param sold in all, GB; also what is sold by sellers that have no price
 * @param mostQuantity up to where quantities are worth a look, GB
 * @param highestPrice up to where prices are worth a look, money/GB
 */
public record SupplyDemand(
    Optional<List<Step>> wanted,
    Staircase asked,
    Staircase offered,
    Staircase own,
    Staircase cleared,
    double sold,
    double mostQuantity,
    double highestPrice) {
  private static final double TOP_SHARE = 0.02;
  private static final double MARGIN = 1.15;
  private static final double MOST_SUPPLIES = 3;

  /** The picture of a run's end. */
  public static SupplyDemand of(RunResult result) {
    List<SellerSpec> specs = result.model().sellers();
    List<SellerAccount> sellers = result.sellers();
    return of(
        Optional.of(result.model().buyers().stream().map(BuyerSpec::valuation).toList()),
        result.buyers().stream().map(BuyerAccount::bids).flatMap(SupplyDemand::steps).toList(),
        IntStream.range(0, specs.size())
            .mapToObj(j -> new Step(specs.get(j).quantity(), sellers.get(j).reserve()))
            .toList(),
        specs.stream().map(s -> new Step(s.quantity(), s.reserve())).toList(),
        sellers.stream().map(s -> new Step(s.sold(), s.clearing())).toList());
  }

  private static Stream<Step> steps(Bids bids) {
    return IntStream.range(0, bids.size())
        .mapToObj(bids::bid)
        .map((Bid bid) -> new Step(bid.quantity(), bid.price()));
  }

  /**
   * The picture of what agents want, ask for, offer and sell, each in the order of the model.
   *
   * @param valuations of the buyers, if they are known
   * @param asked the bids
   * @param offered at the final reserves
   * @param own at the sellers' own reserves
   * @param cleared at the clearing prices; NaN where nothing is sold, or a seller has no price
   */
  public static SupplyDemand of(
      Optional<List<Valuation>> valuations,
      List<Step> asked,
      List<Step> offered,
      List<Step> own,
      List<Step> cleared) {
    List<Step> sales = cleared.stream().filter(sale -> !Double.isNaN(sale.price())).toList();
    Staircase demand = Staircase.down(asked);
    Staircase supply = Staircase.up(offered);
    Staircase clearing = Staircase.up(sales);
    TrueDemand wanted = new TrueDemand(valuations.orElse(List.of()));
    double highest = highestPrice(wanted, demand, supply, clearing.last());
    return new SupplyDemand(
        valuations.map(known -> wanted.below(highest)),
        demand,
        supply,
        Staircase.up(own),
        clearing,
        cleared.stream().mapToDouble(Step::quantity).sum(),
        mostQuantity(supply.total(), Math.max(demand.total(), wanted.total())),
        highest);
  }

  /** Whether some seller's reserve is not its own any more. */
  public boolean haveReservesMoved() {
    return !own.equals(offered);
  }

  /** Wide enough for all that is offered and bid, unless one of the two dwarfs the other. */
  private static double mostQuantity(double supply, double demand) {
    double most =
        supply == 0
            ? demand
            : demand == 0
                ? supply
                : Math.min(Math.max(supply, demand), MOST_SUPPLIES * Math.min(supply, demand));
    return most > 0 ? MARGIN * most : 1;
  }

  /**
   * High enough for nearly all bids, for every clearing price, for the cheapest offers, and without
   * bids for the demand that matters.
   */
  private static double highestPrice(
      TrueDemand wanted, Staircase asked, Staircase offered, double cleared) {
    double bid = asked.isEmpty() ? 0 : asked.priceAt(TOP_SHARE * asked.total());
    double highest = Math.max(Math.max(bid, cleared), offered.first());
    if (asked.isEmpty()) {
      double matters = TOP_SHARE * Math.min(offered.total(), wanted.total());
      highest = Math.max(highest, wanted.priceOf(matters));
    }
    highest = Math.max(highest, Math.min(offered.last(), 2 * highest));
    return highest > 0 ? MARGIN * highest : 1;
  }
}
