package org.datamarket.mechanism.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.Linear;
import org.datamarket.market.Logarithmic;
import org.datamarket.market.Market;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.naive.Bid;
import org.datamarket.naive.NaiveValuation;
import org.datamarket.naive.Ties;

/**
 * Small random markets of resources and routes: whole multiples of a power of two, which are added
 * without rounding, so that prices and quantities tie often; with zeros, in very small and very
 * large units.
 */
final class RandomRoutes {
  private final SplittableRandom random;
  private final double gigabyte;
  private final double dollar;

  private RandomRoutes(SplittableRandom random) {
    this.random = random;
    this.gigabyte = Math.scalb(1.0, random.nextInt(3) == 0 ? random.nextInt(61) - 30 : 0);
    this.dollar = Math.scalb(1.0, random.nextInt(3) == 0 ? random.nextInt(61) - 30 : 0);
  }

  /** A market without bids. */
  static NaiveRoutes empty(SplittableRandom random, int mostResources, int mostBuyers) {
    return new RandomRoutes(random).market(mostResources, mostBuyers);
  }

  /** A market with any bids at all. */
  static NaiveRoutes withBids(SplittableRandom random, int mostResources, int mostBuyers) {
    RandomRoutes draw = new RandomRoutes(random);
    NaiveRoutes market = draw.market(mostResources, mostBuyers);
    for (int i = 0; i < market.bids.length; i++) {
      double quantity = draw.quantity(40);
      for (int l : market.routes[i]) {
        double asked = random.nextInt(4) == 0 ? draw.quantity(40) : quantity;
        boolean bids = random.nextInt(5) > 0;
        market.bids[i][l] = bids ? new Bid(asked, draw.price(48)) : null;
      }
    }
    return market;
  }

  private NaiveRoutes market(int mostResources, int mostBuyers) {
    int resources = 1 + random.nextInt(mostResources);
    double[] quantities = new double[resources];
    double[] reserves = new double[resources];
    for (int l = 0; l < resources; l++) {
      quantities[l] = random.nextInt(12) == 0 ? 0 : quantity(80);
      reserves[l] = random.nextInt(3) == 0 ? 0 : price(random.nextInt(8) == 0 ? 64 : 8);
    }
    int buyers = 1 + random.nextInt(mostBuyers);
    List<NaiveValuation> valuations = new ArrayList<>();
    int[][] routes = new int[buyers][];
    for (int i = 0; i < buyers; i++) {
      valuations.add(valuation());
      routes[i] = IntStream.range(0, resources).filter(l -> random.nextInt(3) > 0).toArray();
    }
    double epsilon = gigabyte * dollar * (1 + random.nextInt(8)) / 64;
    Ties ties = random.nextInt(5) == 0 ? Ties.STRICT : Ties.PROPORTIONAL;
    return new NaiveRoutes(
        quantities, reserves, valuations, routes, epsilon, random.nextBoolean(), ties);
  }

  private double quantity(int most) {
    return (1 + random.nextInt(most)) * gigabyte / 8;
  }

  private double price(int most) {
    return (1 + random.nextInt(most)) * dollar / 8;
  }

  private NaiveValuation valuation() {
    double demand = random.nextInt(15) == 0 ? 0 : quantity(80);
    NaiveValuation own =
        switch (random.nextInt(5)) {
          case 0 -> NaiveValuation.linear(demand, price(64));
          case 1 ->
              NaiveValuation.alphaFair(
                  demand, price(64), 0.5, random.nextBoolean() ? 0 : quantity(8));
          case 2 -> NaiveValuation.logarithmic(demand, price(64) * gigabyte, quantity(8));
          default ->
              NaiveValuation.parabolic(
                  demand, Math.scalb(1.0, random.nextInt(4) - 2) * dollar / gigabyte);
        };
    return random.nextInt(6) == 0 ? own.withIsp(price(32)) : own;
  }

  static Valuation valuation(NaiveValuation naive) {
    double demand = naive.demand();
    Valuation own =
        switch (naive.kind()) {
          case ALPHA_FAIR -> new AlphaFair(demand, naive.scale(), naive.alpha(), naive.base());
          case LOGARITHMIC -> new Logarithmic(demand, naive.scale(), naive.base());
          case PARABOLIC -> new Parabolic(demand, naive.scale());
          case LINEAR -> new Linear(demand, naive.scale());
        };
    return Double.isInfinite(naive.ispPrice()) ? own : WithIsp.of(own, naive.ispPrice());
  }

  /** The same market. */
  static RoutesMarket market(NaiveRoutes naive) {
    TieRule ties = naive.ties == Ties.STRICT ? TieRule.STRICT : TieRule.PROPORTIONAL;
    List<Auction> resources = new ArrayList<>();
    for (int l = 0; l < naive.quantities.length; l++) {
      resources.add(Auction.of(naive.quantities[l], naive.reserves[l], ties));
    }
    return new RoutesMarket(
        resources,
        naive.valuations.stream().map(RandomRoutes::valuation).toList(),
        Reach.of(naive.routes, naive.quantities.length),
        naive.epsilon,
        naive.residual ? RoutePrice.RESIDUAL : RoutePrice.MARGINAL);
  }

  /** The same bids. */
  static Market state(NaiveRoutes naive) {
    Market state = market(naive).withoutBids();
    for (int i = 0; i < naive.bids.length; i++) {
      Bids bids = Bids.NONE;
      for (int l : naive.routes[i]) {
        Bid bid = naive.bids[i][l];
        if (Bid.isLive(bid)) {
          bids = bids.with(l, new org.datamarket.market.Bid(bid.quantity(), bid.price()));
        }
      }
      state.submit(i, bids);
    }
    return state;
  }
}
