package org.datamarket.claims.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Bids;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.Few;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.ProgressiveReserve;
import org.datamarket.strategy.RankingOrder;
import org.datamarket.strategy.Shading;
import org.datamarket.strategy.Shortfall;
import org.datamarket.strategy.TruthfulSingle;
import org.datamarket.strategy.Waterfill;

/** One random state being drawn. */
final class StateDraw {
  private static final int MOST_BUYERS = 5;
  private static final int LARGEST_QUANTITY = 10;
  private static final int LARGEST_VALUE = 5;
  private static final List<Double> SLACKS = List.of(0.0, 0.1, 0.1, 0.5, 1.0);
  private static final List<Double> FEES =
      List.of(0.1, 0.1, 0.1, 0.1, 0.01, 0.3, 0.5, 1.0, 5.0, 20.0);

  private final RandomGenerator random;
  private final RandomGenerator others;
  private final TieRule ties;
  private final Figures figures;

  /**
   * @param others which best replies do with few sellers; of its own, so that the rest of a state
   *     is as it would be without
   */
  StateDraw(RandomGenerator random, RandomGenerator others, TieRule ties) {
    this.random = random;
    this.others = others;
    this.ties = ties;
    this.figures = new Figures(random, chance(0.6));
  }

  MarketModel model(String name) {
    int sellers = chance(0.35) ? 1 : 2 + random.nextInt(2);
    List<SellerSpec> offers = sellers(sellers);
    int buyers = 1 + random.nextInt(MOST_BUYERS);
    Reach reach = reach(buyers, sellers);
    double epsilon = FEES.get(random.nextInt(FEES.size()));
    MarketModel unbid =
        new MarketModel(
            name,
            "",
            "$",
            1,
            epsilon,
            ties,
            new Activation.Sequential(false),
            Rest.MOST_ROUNDS,
            buyers(buyers, reach),
            offers,
            reach);
    double way = random.nextDouble();
    if (way < 0.1) {
      return unbid;
    }
    Optional<MarketModel> rest = way < 0.4 ? Rest.of(unbid).map(Rest::asModel) : Optional.empty();
    return rest.orElseGet(() -> withBids(unbid));
  }

  private List<SellerSpec> sellers(int count) {
    List<SellerSpec> sellers = new ArrayList<>();
    boolean free = chance(0.3);
    boolean moving = chance(0.2);
    for (int j = 1; j <= count; j++) {
      double reserve = free || chance(0.2) ? 0 : figures.price(3);
      double now = moving && chance(0.3) ? reserve + figures.price(2) : reserve;
      sellers.add(
          new SellerSpec(
              "s%s".formatted(j),
              "",
              figures.quantity(LARGEST_QUANTITY),
              reserve,
              now,
              moving ? new ProgressiveReserve() : new FixedReserve()));
    }
    return sellers;
  }

  private Reach reach(int buyers, int sellers) {
    if (sellers == 1 || chance(0.6)) {
      return Reach.full(buyers, sellers);
    }
    int[][] lists = new int[buyers][];
    for (int i = 0; i < buyers; i++) {
      int set = 1 + random.nextInt((1 << sellers) - 1);
      lists[i] = IntStream.range(0, sellers).filter(j -> (set >> j & 1) == 1).toArray();
    }
    return Reach.of(lists, sellers);
  }

  private List<BuyerSpec> buyers(int count, Reach reach) {
    List<BuyerSpec> buyers = new ArrayList<>();
    int family = random.nextInt(5);
    int rule = random.nextInt(4);
    Shading shading = chance(0.1) ? Shading.LAZAR_SEMRET : Shading.UTILITY;
    for (int i = 0; i < count; i++) {
      Valuation valuation =
          i > 0 && chance(0.2) ? buyers.get(i - 1).valuation() : valuation(family);
      buyers.add(
          new BuyerSpec(
              "b%s".formatted(i + 1),
              "",
              valuation,
              Double.POSITIVE_INFINITY,
              strategy(rule, shading, reach.degree(i)),
              Bids.NONE));
    }
    return buyers;
  }

  /** Of the families 0 and 1 all are linear or parabolic, of the others any. */
  private Valuation valuation(int family) {
    double demand = figures.quantity(LARGEST_QUANTITY);
    return switch (family <= 1 ? family : random.nextInt(3)) {
      case 0 -> new Linear(demand, figures.quantity(LARGEST_VALUE));
      case 1 -> new Parabolic(demand, figures.quantity(3));
      default ->
          new AlphaFair(
              demand,
              figures.quantity(LARGEST_QUANTITY),
              (1 + random.nextInt(8)) / 10.0,
              chance(0.5) ? 0 : 1);
    };
  }

  /** By the rules 0 and 1 all opt out, by 2 none does, by 3 each as it comes. */
  private BuyerStrategy strategy(int rule, Shading shading, int degree) {
    boolean optsOut = rule <= 1 || (rule == 3 && chance(0.5));
    if (optsOut) {
      return new OptOut(RankingOrder.RESIDUAL, Shortfall.PARTIAL, shading);
    }
    if (degree == 1 && chance(0.5)) {
      return new TruthfulSingle(shading);
    }
    return others.nextDouble() < 0.4
        ? new Few(SLACKS.get(others.nextInt(SLACKS.size())), shading)
        : new Waterfill(shading);
  }

  private MarketModel withBids(MarketModel unbid) {
    BidDraw bids = new BidDraw(random, figures, unbid);
    boolean allTruthful = chance(0.4);
    MarketModel model = unbid;
    for (int i = 0; i < unbid.buyers().size(); i++) {
      double way = random.nextDouble();
      if (way < 0.85) {
        model =
            Edits.withBids(model, i, allTruthful || way < 0.35 ? bids.truthful(i) : bids.any(i));
      }
    }
    return model;
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
