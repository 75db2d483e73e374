package org.datamarket.mechanism.quantized;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.datamarket.analysis.optimum.Delivery;
import org.datamarket.market.Auction;
import org.datamarket.market.Clearing;
import org.datamarket.market.Valuation;
import org.datamarket.mechanism.Outcome;
import org.datamarket.mechanism.Outcome.NoDetail;
import org.datamarket.mechanism.Outcome.Payments;
import org.datamarket.mechanism.Outcome.Prices;
import org.datamarket.mechanism.Population;
import org.datamarket.mechanism.Setting;

/**
 * A population whose buyers go to one seller each ({@link SellerChoice}), where prices of a grid
 * can be named only: every seller's auction is played by itself.
 */
final class SellersGrids {
  /** Prices go up to where demand is this share of supply, where somebody would pay any price. */
  private static final double LITTLE = 1e-3;

  private static final double STEP_UP = 1.5;

  private final Population people;
  private final List<List<Integer>> guests = new ArrayList<>();
  private final double[] allocation;
  private final double[] cost;
  private final double[] sold;
  private final double[] revenue;
  private final double[] price;
  private final List<Delivery> deliveries = new ArrayList<>();
  private double unmet;
  private int messages;

  private SellersGrids(Setting setting) {
    people = setting.population();
    for (int j = 0; j < people.sellers(); j++) {
      guests.add(new ArrayList<>());
    }
    int[] chosen = SellerChoice.of(people.reach(), setting.rules().seed());
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] != SellerChoice.NONE) {
        guests.get(chosen[i]).add(i);
      }
    }
    allocation = new double[people.buyers()];
    cost = new double[people.buyers()];
    sold = new double[people.sellers()];
    revenue = new double[people.sellers()];
    price = new double[people.sellers()];
    Arrays.fill(price, Double.NaN);
  }

  /**
   * What comes of it.
   *
   * @param levels M + 1
   * @param step δ, $/GB; 0 for even steps up to the highest price that anybody would pay
   * @param play how an auction is played
   */
  static Outcome outcome(
      Setting setting, int levels, double step, Function<QuantizedMarket, QuantizedPlay> play) {
    SellersGrids sellers = new SellersGrids(setting);
    double usual = step > 0 ? step : sellers.highestPrice() / Math.max(1, levels - 1);
    for (int j = 0; j < sellers.guests.size(); j++) {
      if (usual > 0 && (levels - 1) * usual >= sellers.people.reserves()[j]) {
        sellers.play(j, new PriceGrid(usual, levels, sellers.people.reserves()[j]), play);
      }
    }
    return sellers.outcome();
  }

  /**
   * The highest θ_κ,i′(0), $/GB; where that is infinite, a price at which demand is less than a
   * thousandth of supply.
   */
  private double highestPrice() {
    double highest = 0;
    double finite = 0;
    for (Valuation valuation : people.valuations()) {
      double first = valuation.marginal(0);
      highest = Math.max(highest, first);
      finite =
          Math.max(
              finite, Double.isInfinite(first) ? valuation.marginal(valuation.demand()) : first);
    }
    if (!Double.isInfinite(highest)) {
      return highest;
    }
    double supply = Arrays.stream(people.quantities()).sum();
    double price = finite > 0 ? finite : 1;
    while (supply > 0 && demand(price) >= LITTLE * supply) {
      price *= STEP_UP;
    }
    return price;
  }

  private double demand(double price) {
    double demand = 0;
    for (Valuation valuation : people.valuations()) {
      demand += valuation.demandAt(price);
    }
    return demand;
  }

  private void play(int seller, PriceGrid grid, Function<QuantizedMarket, QuantizedPlay> how) {
    List<Integer> buyers = guests.get(seller);
    List<Valuation> valuations = buyers.stream().map(people.valuations()::get).toList();
    QuantizedMarket market = new QuantizedMarket(grid, people.quantities()[seller], valuations);
    QuantizedPlay play = how.apply(market);
    Profile end = play.end();
    Clearing clearing = market.clearing(end);
    messages += changes(play);
    sold[seller] = clearing.sold();
    for (int k = 0; k < buyers.size(); k++) {
      int buyer = buyers.get(k);
      double got = clearing.allocation()[k];
      allocation[buyer] = got;
      cost[buyer] = clearing.cost()[k];
      revenue[seller] += clearing.cost()[k];
      unmet += Math.max(0, end.quantities().get(k) - got);
      if (got > 0) {
        deliveries.add(new Delivery(buyer, seller, got));
      }
    }
    if (clearing.sold() > 0) {
      price[seller] = lowestWinning(market.auction(end));
    }
  }

  private static double lowestWinning(Auction auction) {
    double lowest = Double.NaN;
    for (Auction.Award award : auction.awards()) {
      if (award.allocation() > 0) {
        lowest = award.bid().price();
      }
    }
    return lowest;
  }

  /** How many bids were sent: all first ones, and every one that changed. */
  private static int changes(QuantizedPlay play) {
    int changes = play.path().get(0).levels().size();
    for (int t = 1; t < play.path().size(); t++) {
      Profile before = play.path().get(t - 1);
      Profile now = play.path().get(t);
      for (int i = 0; i < now.levels().size(); i++) {
        boolean same =
            before.levels().get(i).equals(now.levels().get(i))
                && before.quantities().get(i).equals(now.quantities().get(i));
        changes += same ? 0 : 1;
      }
    }
    return changes;
  }

  private Outcome outcome() {
    return new Outcome(
        allocation,
        sold,
        Optional.of(new Payments(cost, Optional.of(revenue), 0)),
        Optional.of(new Prices(price, Optional.empty())),
        unmet,
        messages,
        deliveries,
        new NoDetail());
  }
}
