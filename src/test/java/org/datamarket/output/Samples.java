package org.datamarket.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.analysis.RunResult;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.random.RandomStreams;
import org.datamarket.run.Run;
import org.datamarket.simulation.DataMarket;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.ProgressiveReserve;
import org.datamarket.strategy.SellerStrategy;
import org.datamarket.strategy.Waterfill;

/** Small markets that end in different ways, and one that is not so small. */
public final class Samples {
  private Samples() {}

  /** Plays a market to its end, keeping a trace. */
  public static RunResult play(MarketModel model) {
    DataMarket.Options options = new DataMarket.Options(true, true);
    Run run = Run.of(model.seed(), seed -> model, options);
    run.simulation().playUntil(Integer.MAX_VALUE);
    return run.result();
  }

  /** A market of parts, with full reach, sequential in a fixed order. */
  public static MarketModel market(
      String name, double epsilon, List<BuyerSpec> buyers, List<SellerSpec> sellers) {
    return new MarketModel(
        name,
        "",
        "$",
        7,
        epsilon,
        TieRule.PROPORTIONAL,
        new Activation.Sequential(false),
        1000,
        buyers,
        sellers,
        Reach.full(buyers.size(), sellers.size()));
  }

  public static BuyerSpec buyer(String id, Valuation valuation, BuyerStrategy strategy) {
    return new BuyerSpec(id, "", valuation, Double.POSITIVE_INFINITY, strategy, Bids.NONE);
  }

  public static SellerSpec seller(
      String id, double quantity, double reserve, SellerStrategy strategy) {
    return new SellerSpec(id, "", quantity, reserve, reserve, strategy);
  }

  /**
   * Six buyers, three sellers, one of them with a quotation mark and a comma in its name;
   * converges.
   */
  public static MarketModel small() {
    List<BuyerSpec> buyers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Valuation valuation =
          i % 2 == 0
              ? new AlphaFair(4 + i, 6 + i, 0.5, 0)
              : new Parabolic(5 + i, 2.0 / (5 + i) * i);
      buyers.add(
          new BuyerSpec(
              "B" + i,
              i < 3 ? "homes" : "firms",
              valuation,
              i == 0 ? 9 : Double.POSITIVE_INFINITY,
              i == 5 ? new Waterfill() : new OptOut(),
              i == 1
                  ? Bids.of(new int[] {0, 2}, new Bid[] {new Bid(1, 1.5), new Bid(2, 1.5)})
                  : Bids.NONE));
    }
    return market(
        "small",
        0.1,
        buyers,
        List.of(
            seller("S0", 6, 0.1, new ProgressiveReserve()),
            seller("S \"one\", it is", 5, 0.2, new ProgressiveReserve()),
            seller("S2", 8, 0.1, new FixedReserve())));
  }

  /** 200 buyers and 40 sellers, each buyer seeing 12. */
  public static MarketModel large(long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(RandomStreams.POPULATION);
    List<BuyerSpec> buyers = new ArrayList<>();
    double demand = 0;
    for (int i = 0; i < 200; i++) {
      double d = 2 * Math.exp(0.6 * random.nextGaussian());
      demand += d;
      Valuation valuation =
          new AlphaFair(d, 5 + 10 * random.nextDouble(), 0.2 + 0.6 * random.nextDouble(), 0);
      buyers.add(
          new BuyerSpec(
              "buyers-" + (i + 1),
              "buyers",
              valuation,
              Double.POSITIVE_INFINITY,
              new OptOut(),
              Bids.NONE));
    }
    double[] quantities = new double[40];
    Arrays.setAll(quantities, j -> Math.exp(0.8 * random.nextGaussian()));
    double scale = 0.6 * demand / Arrays.stream(quantities).sum();
    List<SellerSpec> sellers = new ArrayList<>();
    for (int j = 0; j < 40; j++) {
      sellers.add(
          new SellerSpec(
              "sellers-" + (j + 1),
              "sellers",
              scale * quantities[j],
              0.1,
              0.1,
              new ProgressiveReserve()));
    }
    int[][] reach = new int[200][];
    Arrays.setAll(reach, i -> draw(random));
    return new MarketModel(
        "quickstart-like",
        "",
        "$",
        seed,
        0.3,
        TieRule.PROPORTIONAL,
        new Activation.Sequential(true),
        1000,
        buyers,
        sellers,
        Reach.of(reach, 40));
  }

  /** Twelve of forty. */
  private static int[] draw(RandomGenerator random) {
    int[] all = new int[40];
    Arrays.setAll(all, j -> j);
    for (int k = 0; k < 12; k++) {
      int other = k + random.nextInt(40 - k);
      int swapped = all[k];
      all[k] = all[other];
      all[other] = swapped;
    }
    return Arrays.copyOf(all, 12);
  }

  /** Over in one round, because the buyers never bid: data is dearer than it is worth to them. */
  public static MarketModel nothingSells() {
    return market(
        "nothing sells",
        0.1,
        List.of(
            buyer("A", new Linear(10, 1), new OptOut()),
            buyer("B", new Parabolic(8, 0.25), new OptOut())),
        List.of(seller("S", 12, 3, new FixedReserve()), seller("T", 4, 5, new FixedReserve())));
  }

  /** Stopped by a limit of one round, in mid-play. */
  public static MarketModel oneRound() {
    MarketModel small = small();
    return withLimit(small, 1, TieRule.PROPORTIONAL);
  }

  /**
   * Stopped after one round, in which A and B bid for 3 GB each while that cost nothing; then C and
   * D bid, and either now pays 6 $.
   *
   * @param budgetOfB $; A's is 2.5 $
   */
  public static MarketModel overBudget(double budgetOfB) {
    List<BuyerSpec> buyers =
        List.of(
            new BuyerSpec("A", "", new Linear(3, 4), 2.5, new OptOut(), Bids.NONE),
            new BuyerSpec("B", "", new Linear(3, 4), budgetOfB, new OptOut(), Bids.NONE),
            buyer("C", new Linear(10, 2), new OptOut()),
            buyer("D", new Linear(4, 3), new OptOut()));
    SellerSpec seller = seller("S", 10, 0, new FixedReserve());
    return withLimit(market("over budget", 0.1, buyers, List.of(seller)), 1, TieRule.PROPORTIONAL);
  }

  /** The small market under strict ties, where there is no Nash gap. */
  public static MarketModel strict() {
    return withLimit(small(), 1000, TieRule.STRICT);
  }

  private static MarketModel withLimit(MarketModel model, int limit, TieRule ties) {
    return new MarketModel(
        model.name(),
        model.description(),
        model.currency(),
        model.seed(),
        model.epsilon(),
        ties,
        model.activation(),
        limit,
        model.buyers(),
        model.sellers(),
        model.reach());
  }

  /** One seller, one buyer with an ISP to fall back on, money called kr. */
  public static MarketModel withIsp() {
    MarketModel model =
        market(
            "with ISP",
            0.05,
            List.of(buyer("only", WithIsp.of(new Parabolic(10, 1), 4), new Waterfill())),
            List.of(seller("S", 3, 0.5, new FixedReserve())));
    return new MarketModel(
        model.name(),
        model.description(),
        "kr",
        (1L << 60) + 1,
        model.epsilon(),
        model.ties(),
        model.activation(),
        model.roundLimit(),
        model.buyers(),
        model.sellers(),
        model.reach());
  }
}
