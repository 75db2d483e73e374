package org.datamarket.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Linear;
import org.datamarket.market.Logarithmic;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.naive.NaiveMarket;
import org.datamarket.naive.NaiveStrategies;
import org.datamarket.naive.NaiveValuation;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.Cumulative;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.PoolChoice;
import org.datamarket.strategy.ProgressiveReserve;
import org.datamarket.strategy.RankingOrder;
import org.datamarket.strategy.Shading;
import org.datamarket.strategy.Shortfall;
import org.datamarket.strategy.TruthfulSingle;
import org.datamarket.strategy.Waterfill;

/** The naive markets as models, and how two ends of one market differ. */
final class Twins {
  private static final double CLOSE = 1e-9;
  private static final double NUDGE = 1e-11;

  /** Where a nudge is magnified this much, rounding may be, too. */
  private static final double MOVED = 1000 * NUDGE;

  private Twins() {}

  /**
   * Without skipping, every skipped reply is computed all the same, and must be the one that
   * stands.
   */
  static DataMarket play(MarketModel model, boolean skips) {
    DataMarket simulation = new DataMarket(1, seed -> model, new DataMarket.Options(skips, false));
    simulation.start();
    simulation.playUntil(Integer.MAX_VALUE);
    return simulation;
  }

  /** Only opt-out buyers can rank by offer. */
  static NaiveMarket.Setup byResidualUnlessOptOut(NaiveMarket.Setup setup) {
    List<NaiveMarket.Buyer> buyers = new ArrayList<>();
    for (NaiveMarket.Buyer buyer : setup.buyers()) {
      NaiveStrategies.Rule rule = buyer.rule();
      boolean optOut = rule.strategy() == NaiveStrategies.Strategy.OPT_OUT;
      NaiveStrategies.Rule byResidual =
          new NaiveStrategies.Rule(
              rule.strategy(), NaiveStrategies.Ranking.RESIDUAL, rule.shading(), rule.shortfall());
      buyers.add(
          new NaiveMarket.Buyer(
              buyer.valuation(), buyer.budget(), buyer.reach(), optOut ? rule : byResidual));
    }
    return with(setup, setup.sellers(), buyers);
  }

  static NaiveMarket.Setup with(
      NaiveMarket.Setup setup, List<NaiveMarket.Seller> sellers, List<NaiveMarket.Buyer> buyers) {
    return new NaiveMarket.Setup(
        sellers,
        buyers,
        setup.ties(),
        setup.epsilon(),
        setup.roundLimit(),
        setup.activation(),
        setup.initialBids());
  }

  // ---------------------------------------------------------------- comparing

  static String difference(
      DataMarket simulation, NaiveMarket.Setup setup, NaiveMarket.Outcome expected) {
    String end =
        simulation.status()
            + " "
            + simulation.monitor().period()
            + " after "
            + simulation.monitor().round()
            + " with "
            + simulation.monitor().messages();
    String expectedEnd =
        expected.status()
            + " "
            + expected.period()
            + " after "
            + expected.rounds()
            + " with "
            + expected.messages();
    if (!end.equals(expectedEnd)) {
      return end + ", not " + expectedEnd;
    }
    for (int i = 0; i < setup.buyers().size(); i++) {
      double demand = setup.buyers().get(i).valuation().demand();
      for (int j = 0; j < setup.sellers().size(); j++) {
        Bid bid = simulation.market().bids(i).at(j);
        org.datamarket.naive.Bid other = expected.bids()[i][j];
        boolean none = other == null || other.quantity() == 0;
        boolean same =
            none
                ? bid.isNone()
                : Math.abs(bid.quantity() - other.quantity()) <= CLOSE * demand
                    && Math.abs(bid.price() - other.price()) <= CLOSE * other.price();
        if (!same) {
          return "buyer " + i + " at seller " + j + ": " + bid + ", not " + other;
        }
      }
    }
    for (int j = 0; j < setup.sellers().size(); j++) {
      double reserve = simulation.market().auction(j).reserve();
      if (!(Math.abs(reserve - expected.reserves()[j]) <= CLOSE * reserve)) {
        return "reserve of seller " + j + ": " + reserve + ", not " + expected.reserves()[j];
      }
    }
    return "";
  }

  /**
   * Whether the naive path ends in the same way, with the same counts and with bids that are the
   * same to 1e-8, when all numbers change by up to 1e-11 of themselves.
   */
  static boolean isRobust(NaiveMarket.Setup setup, NaiveMarket.Outcome expected) {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 20; trial++) {
      NaiveMarket.Outcome other =
          NaiveMarket.play(nearby(setup, x -> x * (1 + NUDGE * random.nextDouble(-1, 1))));
      if (other.status() != expected.status()
          || other.rounds() != expected.rounds()
          || other.messages() != expected.messages()
          || haveMoved(expected.bids(), other.bids())) {
        return false;
      }
    }
    return true;
  }

  private static boolean haveMoved(
      org.datamarket.naive.Bid[][] before, org.datamarket.naive.Bid[][] after) {
    for (int i = 0; i < before.length; i++) {
      for (int j = 0; j < before[i].length; j++) {
        org.datamarket.naive.Bid bid = before[i][j];
        org.datamarket.naive.Bid other = after[i][j];
        boolean isLive = org.datamarket.naive.Bid.isLive(bid);
        if (isLive != org.datamarket.naive.Bid.isLive(other)
            || (isLive
                && (hasMoved(bid.quantity(), other.quantity())
                    || hasMoved(bid.price(), other.price())))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasMoved(double before, double after) {
    return Math.abs(after - before) > MOVED * before;
  }

  private static NaiveMarket.Setup nearby(NaiveMarket.Setup setup, DoubleUnaryOperator change) {
    List<NaiveMarket.Seller> sellers = new ArrayList<>();
    for (NaiveMarket.Seller seller : setup.sellers()) {
      sellers.add(
          new NaiveMarket.Seller(
              change.applyAsDouble(seller.quantity()),
              change.applyAsDouble(seller.reserve()),
              seller.progressive(),
              seller.delta()));
    }
    List<NaiveMarket.Buyer> buyers = new ArrayList<>();
    for (NaiveMarket.Buyer buyer : setup.buyers()) {
      buyers.add(
          new NaiveMarket.Buyer(
              nearby(buyer.valuation(), change),
              change.applyAsDouble(buyer.budget()),
              buyer.reach(),
              buyer.rule()));
    }
    return with(setup, sellers, buyers);
  }

  private static NaiveValuation nearby(NaiveValuation own, DoubleUnaryOperator change) {
    double demand = change.applyAsDouble(own.demand());
    double scale = change.applyAsDouble(own.scale());
    NaiveValuation near =
        switch (own.kind()) {
          case ALPHA_FAIR -> NaiveValuation.alphaFair(demand, scale, own.alpha(), own.base());
          case LOGARITHMIC -> NaiveValuation.logarithmic(demand, scale, own.base());
          case PARABOLIC -> NaiveValuation.parabolic(demand, scale);
          case LINEAR -> NaiveValuation.linear(demand, scale);
        };
    return near.withIsp(change.applyAsDouble(own.ispPrice()));
  }

  // ---------------------------------------------------------------- the same market as a model

  static MarketModel model(NaiveMarket.Setup setup) {
    List<SellerSpec> sellers = new ArrayList<>();
    for (NaiveMarket.Seller seller : setup.sellers()) {
      sellers.add(
          new SellerSpec(
              "S" + sellers.size(),
              "",
              seller.quantity(),
              seller.reserve(),
              seller.reserve(),
              seller.progressive() ? new ProgressiveReserve(seller.delta()) : new FixedReserve()));
    }
    List<BuyerSpec> buyers = new ArrayList<>();
    int[][] reach = new int[setup.buyers().size()][];
    for (NaiveMarket.Buyer buyer : setup.buyers()) {
      int i = buyers.size();
      reach[i] = setup.reachOf(i);
      buyers.add(
          new BuyerSpec(
              "B" + i,
              "",
              valuation(buyer.valuation()),
              buyer.budget(),
              strategy(buyer.rule()),
              initialBids(setup, i)));
    }
    boolean sequential = setup.activation() == NaiveMarket.Activation.SEQUENTIAL;
    return new MarketModel(
        "random",
        "",
        "$",
        1,
        setup.epsilon(),
        TieRule.valueOf(setup.ties().name()),
        sequential ? new Activation.Sequential(false) : new Activation.Simultaneous(),
        setup.roundLimit(),
        buyers,
        sellers,
        Reach.of(reach, sellers.size()));
  }

  private static Bids initialBids(NaiveMarket.Setup setup, int buyer) {
    if (setup.initialBids() == null) {
      return Bids.NONE;
    }
    int sellers = setup.sellers().size();
    Bid[] bids = new Bid[sellers];
    for (int j = 0; j < sellers; j++) {
      org.datamarket.naive.Bid bid = setup.initialBids()[buyer][j];
      bids[j] = bid == null ? Bid.NONE : new Bid(bid.quantity(), bid.price());
    }
    return Bids.of(IntStream.range(0, sellers).toArray(), bids);
  }

  private static Valuation valuation(NaiveValuation naive) {
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

  private static BuyerStrategy strategy(NaiveStrategies.Rule rule) {
    Shading shading = Shading.valueOf(rule.shading().name());
    Shortfall shortfall = Shortfall.valueOf(rule.shortfall().name());
    return switch (rule.strategy()) {
      case OPT_OUT ->
          new OptOut(
              RankingOrder.valueOf(rule.ranking().name()),
              rule.cheapestPool() ? PoolChoice.CHEAPEST : PoolChoice.LARGEST,
              shortfall,
              shading);
      case CUMULATIVE -> new Cumulative(shortfall, shading);
      case WATERFILL -> new Waterfill(shading);
      case TRUTHFUL_SINGLE -> new TruthfulSingle(shading);
    };
  }
}
