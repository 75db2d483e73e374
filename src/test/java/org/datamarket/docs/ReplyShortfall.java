package org.datamarket.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.datamarket.analysis.NashGap;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.Cumulative;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.ProgressiveReserve;
import org.datamarket.strategy.Reply;
import org.datamarket.strategy.Waterfill;

/**
 * How much less a reply gains than the best there is: θ(z) − c of the cheapest units that are worth
 * their price, less the utility of the reply, in the markets of docs/model.md §8.
 */
final class ReplyShortfall {
  private static final double EPSILON = 0.3;
  private static final int BUYERS = 25;

  /**
   * After these rounds every buyer is asked what it would bid; and when the market has come to its
   * end.
   */
  private static final int[] ROUNDS = {1, 2, 5, 10, 20, Integer.MAX_VALUE};

  private static final String INTRODUCTION =
      """
      # How far a reply is from the best one

      The opt-out strategy chooses how much to bid for by what is available, not by what it costs; so does
      `cumulative`. This page measures what that gives away: the utility of the best bids there are (the
      supremum over all bids whatever, rivals' bids and reserves as they stand, docs/model.md §7) less that
      of the strategy's own reply, shaded as it would bid it. `waterfill` stands beside them for comparison:
      its reply is the best one but for shading, which gives away ε at most.

      The markets are those of docs/model.md §8: %d buyers, demand lognormal (median 5 GB, σ 0.5), alpha-fair
      (σ ~ U[5, 15], α ~ U[0.2, 0.8]) or parabolic (θ′(0) ~ U[5, 15]); supply 0.3 or 0.7 of demand, in turn,
      split at random; full reach; progressive reserves from 0.1; ε = %s; sequential, in random order, at most
      300 rounds. %d markets a row; every buyer is asked for its reply after rounds 1, 2, 5, 10 and 20 and
      when the market has come to its end.

      *None*: the share of replies that give away less than 1e-9 of their buyer's θ(d). Shares of the utility
      are of the utility of the best bids, over the replies with a best utility above ε.

      | strategy | valuations | sellers | replies | none | at most ε | median, ε | 90 %%, ε | largest, ε | median of utility | 90 %% of utility | largest of utility |
      |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
      """;

  private static final String END =
      """

      Made by `mvn -Dtest=ReplyShortfallTest -Dupdate.docs=true test`, from a fixed seed.
      """;

  /** One reply's shortfall, and the utility of the best bids, $. */
  private record Sample(double shortfall, double best, double scale) {}

  private final int markets;

  ReplyShortfall(int markets) {
    this.markets = markets;
  }

  /** The whole page. */
  String page() {
    StringBuilder page =
        new StringBuilder(String.format(Locale.ROOT, INTRODUCTION, BUYERS, EPSILON, markets));
    for (BuyerStrategy strategy : List.of(new OptOut(), new Cumulative(), new Waterfill())) {
      for (boolean parabolic : new boolean[] {false, true}) {
        for (int sellers : new int[] {1, 2, 5, 10}) {
          page.append(row(strategy, parabolic, sellers));
        }
      }
    }
    return page.append(END).toString();
  }

  private String row(BuyerStrategy strategy, boolean parabolic, int sellers) {
    List<Sample> samples = new ArrayList<>();
    for (int seed = 0; seed < markets; seed++) {
      sample(model(strategy, parabolic, sellers, seed), samples);
    }
    double[] inEpsilons =
        samples.stream().mapToDouble(s -> s.shortfall / EPSILON).sorted().toArray();
    double[] ofUtility =
        samples.stream()
            .filter(s -> s.best > EPSILON)
            .mapToDouble(s -> s.shortfall / s.best)
            .sorted()
            .toArray();
    double none =
        share(samples.stream().filter(s -> s.shortfall <= 1e-9 * s.scale).count(), samples);
    double little =
        share(samples.stream().filter(s -> s.shortfall <= EPSILON * (1 + 1e-9)).count(), samples);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %d | %.1f %% | %.1f %% | %.2f | %.2f | %.1f | %.1f %% | %.1f %% | %.1f %%"
            + " |\n",
        name(strategy),
        parabolic ? "parabolic" : "alpha-fair",
        sellers,
        samples.size(),
        100 * none,
        100 * little,
        quantile(inEpsilons, 0.5),
        quantile(inEpsilons, 0.9),
        quantile(inEpsilons, 1),
        100 * quantile(ofUtility, 0.5),
        100 * quantile(ofUtility, 0.9),
        100 * quantile(ofUtility, 1));
  }

  private static String name(BuyerStrategy strategy) {
    return strategy instanceof OptOut
        ? "opt-out"
        : strategy instanceof Cumulative ? "cumulative" : "waterfill";
  }

  private static double share(long count, List<Sample> samples) {
    return (double) count / samples.size();
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  private static void sample(MarketModel model, List<Sample> samples) {
    DataMarket simulation = new DataMarket(model.seed(), seed -> model);
    simulation.start();
    for (int round : ROUNDS) {
      simulation.playUntil(round);
      for (Buyer buyer : simulation.buyers()) {
        samples.add(sample(buyer, simulation.market().view(buyer.number())));
      }
    }
  }

  private static Sample sample(Buyer buyer, BuyerView view) {
    Valuation valuation = buyer.terms().valuation();
    Reply reply = buyer.spec().strategy().reply(buyer.terms(), view);
    double best = NashGap.of(buyer.terms(), view, 0);
    double shortfall = best - view.utility(valuation, reply.bids());
    return new Sample(Math.max(0, shortfall), best, valuation.value(valuation.demand()));
  }

  private static MarketModel model(
      BuyerStrategy strategy, boolean parabolic, int sellers, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<BuyerSpec> buyers = new ArrayList<>();
    double demanded = 0;
    for (int i = 0; i < BUYERS; i++) {
      double demand = 5 * StrictMath.exp(0.5 * random.nextGaussian());
      double scale = random.nextDouble(5, 15);
      Valuation valuation =
          parabolic
              ? new Parabolic(demand, scale / demand)
              : new AlphaFair(demand, scale, random.nextDouble(0.2, 0.8), 0);
      buyers.add(
          new BuyerSpec("B" + i, "", valuation, Double.POSITIVE_INFINITY, strategy, Bids.NONE));
      demanded += demand;
    }
    double supply = (seed % 2 == 0 ? 0.3 : 0.7) * demanded;
    double[] shares = random.doubles(sellers, 0.3, 1.7).toArray();
    double whole = Arrays.stream(shares).sum();
    List<SellerSpec> offers = new ArrayList<>();
    for (double share : shares) {
      String id = "S" + offers.size();
      offers.add(
          new SellerSpec(id, "", supply * share / whole, 0.1, 0.1, new ProgressiveReserve()));
    }
    return new MarketModel(
        "reply-shortfall",
        "",
        "$",
        seed,
        EPSILON,
        TieRule.PROPORTIONAL,
        new Activation.Sequential(true),
        300,
        buyers,
        offers,
        Reach.full(BUYERS, sellers));
  }
}
