package org.datamarket.claims.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Valuation;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;

/** Random bids of one market's buyers; it remembers their prices, so as to name them again. */
final class BidDraw {
  private static final int LARGEST_QUANTITY = 10;
  private static final int LARGEST_PRICE = 6;

  private final RandomGenerator random;
  private final Figures figures;
  private final MarketModel model;
  private final List<Double> named = new ArrayList<>();

  BidDraw(RandomGenerator random, Figures figures, MarketModel model) {
    this.random = random;
    this.figures = figures;
    this.model = model;
    model.sellers().stream().map(SellerSpec::initialReserve).forEach(named::add);
  }

  /** One price for all, which is the buyer's marginal value of what it asks for in all. */
  Bids truthful(int buyer) {
    int[] sellers = sellers(buyer);
    double[] asks = new double[sellers.length];
    boolean equal = random.nextBoolean();
    Valuation valuation = model.buyers().get(buyer).valuation();
    double left = valuation.demand();
    for (int k = 0; k < asks.length && left > 0; k++) {
      double ask = equal && k > 0 ? asks[0] : figures.quantity((int) Math.ceil(left));
      asks[k] = Math.min(ask, left);
      left -= asks[k];
    }
    double total = Math.min(Arrays.stream(asks).sum(), valuation.demand());
    double price = valuation.marginal(total);
    named.add(price);
    return bids(sellers, asks, prices(asks.length, price));
  }

  /** Any bids, at one price or at several. */
  Bids any(int buyer) {
    int[] sellers = sellers(buyer);
    double[] asks = new double[sellers.length];
    double[] prices = prices(asks.length, price());
    boolean onePrice = random.nextBoolean();
    for (int k = 0; k < asks.length; k++) {
      asks[k] = figures.quantity(LARGEST_QUANTITY);
      prices[k] = onePrice ? prices[k] : price();
    }
    return bids(sellers, asks, prices);
  }

  private double price() {
    double price =
        random.nextDouble() < 0.4
            ? named.get(random.nextInt(named.size()))
            : figures.price(LARGEST_PRICE);
    named.add(price);
    return price;
  }

  /** Some of the sellers in reach, at least one. */
  private int[] sellers(int buyer) {
    int degree = model.reach().degree(buyer);
    int always = random.nextInt(degree);
    List<Integer> some = new ArrayList<>();
    for (int k = 0; k < degree; k++) {
      if (k == always || random.nextDouble() < 0.6) {
        some.add(model.reach().seller(buyer, k));
      }
    }
    return some.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] prices(int count, double price) {
    double[] prices = new double[count];
    Arrays.fill(prices, price);
    return prices;
  }

  private static Bids bids(int[] sellers, double[] asks, double[] prices) {
    Bid[] bids = new Bid[asks.length];
    Arrays.setAll(bids, k -> asks[k] > 0 ? new Bid(asks[k], prices[k]) : Bid.NONE);
    return Bids.of(sellers, bids);
  }
}
