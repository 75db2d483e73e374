package org.datamarket.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.datamarket.analysis.optimum.Delivery;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.mechanism.MechanismMeasures;
import org.datamarket.mechanism.Outcome;
import org.datamarket.mechanism.Outcome.Payments;
import org.datamarket.mechanism.Outcome.Prices;
import org.datamarket.mechanism.Population;
import org.datamarket.mechanism.Setting;

/**
 * What a mechanism that clears once leaves everybody with (docs/mechanisms.md), in the shape in
 * which a market of auctions is accounted for. What one buyer has from one seller stands as a bid
 * for just that, at what the buyer pays for a unit; where nobody pays, at the price that it faces.
 *
 * @param buyers by number
 * @param sellers by number
 * @param measures what is measured of it all; NaN where it takes auctions
 */
public record Settlement(List<BuyerAccount> buyers, List<SellerAccount> sellers, Measures measures)
    implements Serializable {
  /** What flows of less than this share of a seller's quantity are. */
  private static final double ROUNDING = 1e-9;

  /** Copies the lists. */
  public Settlement {
    buyers = List.copyOf(buyers);
    sellers = List.copyOf(sellers);
  }

  /** Settles an outcome. */
  public static Settlement of(Setting setting, Outcome outcome) {
    List<List<Delivery>> byBuyer = new ArrayList<>();
    for (int i = 0; i < outcome.allocation().length; i++) {
      byBuyer.add(new ArrayList<>());
    }
    int[] served = new int[outcome.sold().length];
    Population people = setting.population();
    for (Delivery delivery : outcome.deliveries()) {
      if (delivery.quantity() > ROUNDING * people.quantities()[delivery.seller()]) {
        byBuyer.get(delivery.buyer()).add(delivery);
        served[delivery.seller()]++;
      }
    }
    double[] faced =
        outcome
            .prices()
            .map(prices -> people.leastInReach(prices.price()))
            .orElseGet(() -> new double[people.buyers()]);
    List<BuyerAccount> buyers = new ArrayList<>();
    for (int i = 0; i < byBuyer.size(); i++) {
      buyers.add(buyer(people, outcome, i, byBuyer.get(i), faced[i]));
    }
    List<SellerAccount> sellers = new ArrayList<>();
    for (int j = 0; j < served.length; j++) {
      sellers.add(seller(people, outcome, j, served[j]));
    }
    MechanismMeasures measures = MechanismMeasures.of(setting, outcome);
    return new Settlement(buyers, sellers, measures(measures));
  }

  private static BuyerAccount buyer(
      Population people, Outcome outcome, int i, List<Delivery> deliveries, double faced) {
    double allocation = outcome.allocation()[i];
    double cost = outcome.payments().map(p -> p.cost()[i]).orElse(Double.NaN);
    boolean paid = outcome.payments().isPresent();
    double unitPrice = paid && allocation > 0 ? Math.max(0, cost / allocation) : faced;
    List<Delivery> inOrder =
        deliveries.stream().sorted((a, b) -> Integer.compare(a.seller(), b.seller())).toList();
    int[] from = inOrder.stream().mapToInt(Delivery::seller).toArray();
    double[] quantities = inOrder.stream().mapToDouble(Delivery::quantity).toArray();
    Bid[] bids = Arrays.stream(quantities).mapToObj(q -> new Bid(q, unitPrice)).toArray(Bid[]::new);
    double[] costs =
        Arrays.stream(quantities).map(q -> paid ? cost * (q / allocation) : Double.NaN).toArray();
    return new BuyerAccount(
        Bids.of(from, bids),
        quantities,
        costs,
        allocation,
        cost,
        people.value(i, allocation) - cost,
        Double.NaN,
        BuyerAccount.isOver(people.budgets()[i], cost));
  }

  private static SellerAccount seller(Population people, Outcome outcome, int j, int served) {
    double sold = outcome.sold()[j];
    return new SellerAccount(
        people.reserves()[j],
        served,
        served,
        sold,
        outcome
            .payments()
            .flatMap(Payments::sellerRevenue)
            .map(revenue -> revenue[j])
            .orElse(Double.NaN),
        sold > 0 ? price(outcome.prices(), j) : Double.NaN);
  }

  private static double price(Optional<Prices> prices, int j) {
    return prices.map(p -> p.price()[j]).orElse(Double.NaN);
  }

  private static Measures measures(MechanismMeasures of) {
    return new Measures(
        of.welfare(),
        of.optimum(),
        of.efficiency(),
        Double.NaN,
        Double.NaN,
        of.revenue(),
        of.supply(),
        of.sold(),
        of.unmetDemand(),
        of.priceMean(),
        of.priceDispersion(),
        of.clearing(),
        of.jain(),
        of.envy(),
        Double.NaN,
        of.overage(),
        of.overBudget(),
        of.surplus());
  }
}
