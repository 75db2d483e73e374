package org.datamarket.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.datamarket.Cases;
import org.datamarket.analysis.Status;
import org.datamarket.document.UserMistake;
import org.datamarket.market.BuyerView;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.distribution.Constant;
import org.datamarket.model.distribution.Exponential;
import org.datamarket.model.file.ModelFile;
import org.datamarket.naive.NaiveMarket;
import org.datamarket.naive.NaiveValuation;
import org.datamarket.naive.RandomMarkets;
import org.datamarket.naive.Ties;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.Ranking;
import org.datamarket.strategy.RankingOrder;
import org.datamarket.strategy.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Budgets bind always: what a buyer cannot pay is worth −∞ to it, so nobody ends above its budget
 * in a run that converged (docs/model.md §4, step 6). The markets are those of {@link
 * RandomMarkets} with budgets that pay for little, many with bids at the beginning that cost more.
 */
class BudgetsTest {
  private static final int ROUND_LIMIT = 100;
  private static final int LAZAR_SEMRET_SEEDS = 200;
  private static final int OPT_OUT_SEEDS = 100;

  /**
   * Markets with budgets of nothing, of 0.3 % to a half of what the demand is worth, and unlimited.
   */
  private static NaiveMarket.Setup tight(long seed) {
    NaiveMarket.Setup drawn = Twins.byResidualUnlessOptOut(RandomMarkets.market(seed));
    SplittableRandom random = new SplittableRandom(~seed);
    List<NaiveMarket.Buyer> buyers = new ArrayList<>();
    for (NaiveMarket.Buyer buyer : drawn.buyers()) {
      double worth = buyer.valuation().value(buyer.valuation().demand());
      double budget =
          switch (random.nextInt(8)) {
            case 0 -> Double.POSITIVE_INFINITY;
            case 1 -> 0;
            default -> worth * Math.pow(10, random.nextDouble(-2.5, -0.3));
          };
      buyers.add(new NaiveMarket.Buyer(buyer.valuation(), budget, buyer.reach(), buyer.rule()));
    }
    boolean simultaneous = seed % 4 == 3;
    return new NaiveMarket.Setup(
        drawn.sellers(),
        buyers,
        seed % 2 == 0 ? Ties.PROPORTIONAL : Ties.STRICT,
        drawn.epsilon(),
        ROUND_LIMIT,
        simultaneous ? NaiveMarket.Activation.SIMULTANEOUS : NaiveMarket.Activation.SEQUENTIAL,
        seed % 3 == 0 ? firstBids(drawn, random) : null);
  }

  private static org.datamarket.naive.Bid[][] firstBids(
      NaiveMarket.Setup setup, SplittableRandom random) {
    var bids = new org.datamarket.naive.Bid[setup.buyers().size()][setup.sellers().size()];
    for (int i = 0; i < bids.length; i++) {
      NaiveValuation valuation = setup.buyers().get(i).valuation();
      for (int j : setup.reachOf(i)) {
        double quantity = valuation.demand() * random.nextDouble(0.1, 1);
        double price = valuation.marginal(quantity * random.nextDouble(0.1, 1));
        bids[i][j] = random.nextBoolean() ? new org.datamarket.naive.Bid(quantity, price) : null;
      }
    }
    return bids;
  }

  private static boolean wasOverBudget(DataMarket simulation) {
    return simulation.monitor().rounds().stream().anyMatch(round -> round.overBudget() > 0);
  }

  private static void assertWithinBudgets(DataMarket simulation) {
    if (simulation.status() == Status.CONVERGED) {
      assertThat(simulation.ledger().overBudget()).isZero();
      assertThat(simulation.restrictedGap()).isLessThanOrEqualTo(simulation.model().epsilon());
    }
  }

  /** As in {@link MarketsDifferentialTest}. */
  @Test
  void play_tightBudgets_endsAsTheNaiveMarkets() {
    int markets = Cases.of(1260);
    int excused = 0;
    int over = 0;
    int converged = 0;
    for (long seed = 0; seed < markets; seed++) {
      NaiveMarket.Setup setup = tight(seed);
      NaiveMarket.Outcome expected = NaiveMarket.play(setup);
      DataMarket simulation = Twins.play(Twins.model(setup), seed % 5 > 0);
      String difference = Twins.difference(simulation, setup, expected);
      if (!difference.isEmpty()) {
        assertThat(Twins.isRobust(setup, expected)).as("market %d: %s", seed, difference).isFalse();
        excused++;
      }
      assertWithinBudgets(simulation);
      over += wasOverBudget(simulation) ? 1 : 0;
      converged += simulation.status() == Status.CONVERGED ? 1 : 0;
    }
    assertThat(excused).isLessThanOrEqualTo(markets / 50 + 1);
    assertThat(over).isGreaterThan(markets / 4);
    assertThat(converged).isGreaterThan(markets / 2);
  }

  private static Activation activation(long seed) {
    return switch ((int) (seed / 2 % 4)) {
      case 0 -> new Activation.Sequential(true);
      case 1 -> new Activation.Sequential(false);
      case 2 -> new Activation.Simultaneous();
      default -> new Activation.Asynchronous(new Exponential(1), new Constant(0.4));
    };
  }

  /**
   * Turns without news change nothing, and a reply that stands is the one that would be computed.
   */
  @Test
  void play_skippedOrNot_isTheSame_andNobodyRestsAboveItsBudget() {
    int over = 0;
    int markets = Cases.of(2400);
    for (long seed = 0; seed < markets; seed++) {
      MarketModel model = with(Twins.model(tight(seed)), activation(seed), null);
      DataMarket skips = Twins.play(model, true);
      DataMarket asks = Twins.play(model, false);
      assertThat(skips.stateHash()).as("market %d", seed).isEqualTo(asks.stateHash());
      assertThat(skips.monitor().rounds()).isEqualTo(asks.monitor().rounds());
      assertWithinBudgets(skips);
      over += wasOverBudget(skips) ? 1 : 0;
    }
    assertThat(over).isGreaterThan(markets / 4);
  }

  /** Where without the rule half of the buyers end above theirs. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 96})
  void play_lazarAndSemretsMarket_convergesWithinBudgets(int buyers) throws UserMistake {
    ModelFile file = model("lazar-semret.yaml", "buyers.count=" + buyers);
    int over = 0;
    int runs = Cases.of(LAZAR_SEMRET_SEEDS);
    for (int seed = 1; seed <= runs; seed++) {
      DataMarket simulation = Twins.play(file.withSeed(seed).draw(), true);
      assertThat(simulation.status()).isEqualTo(Status.CONVERGED);
      assertWithinBudgets(simulation);
      over += wasOverBudget(simulation) ? 1 : 0;
    }
    if (buyers >= 6) {
      assertThat(over).isPositive();
    }
  }

  @Test
  void play_optOutMarketsWithBudgets_convergeWithinThem() throws UserMistake {
    ModelFile file =
        model(
            "quickstart.yaml",
            "buyers.count=50",
            "sellers.count=10",
            "reach.sellers=5",
            "buyers.budget={uniform: {min: 1, max: 15}}");
    int converged = 0;
    int over = 0;
    int runs = Cases.of(OPT_OUT_SEEDS);
    for (int seed = 1; seed <= runs; seed++) {
      DataMarket simulation = Twins.play(file.withSeed(seed).draw(), true);
      assertWithinBudgets(simulation);
      converged += simulation.status() == Status.CONVERGED ? 1 : 0;
      over += wasOverBudget(simulation) ? 1 : 0;
    }
    assertThat(converged).isGreaterThan(runs * 3 / 4);
    assertThat(over).isGreaterThan(runs / 2);
  }

  private static ModelFile model(String name, String... overrides) throws UserMistake {
    return ModelFile.read(Path.of("models", name), List.of(overrides));
  }

  /** Wants its whole demand of its first seller, whatever that costs. */
  private record Careless() implements BuyerStrategy {
    @Override
    public Reply reply(BuyerTerms terms, BuyerView view) {
      double total = terms.valuation().demand();
      double price = terms.valuation().marginal(total / 2);
      Ranking ranking = Ranking.at(view, price, RankingOrder.RESIDUAL);
      if (ranking.size() == 0) {
        return Reply.none(Reply.Outcome.NOTHING_LEFT, ranking, 0);
      }
      double[] asks = new double[view.size()];
      asks[ranking.place(0)] = total;
      return Reply.bid(view.bidsOf(asks, price), ranking, 1, total, total, price);
    }
  }

  /** What a strategy of one's own wants is not bid if it costs more than the budget. */
  @Test
  void play_strategyThatKnowsNoBudget_isHeldToIt() {
    int optedOut = 0;
    for (long seed = 0; seed < Cases.of(400); seed++) {
      DataMarket simulation =
          Twins.play(
              with(Twins.model(tight(seed)), activation(seed), new Careless()), seed % 2 == 0);
      assertWithinBudgets(simulation);
      for (Buyer buyer : simulation.buyers()) {
        optedOut +=
            buyer.lastDecision().orElseThrow().reply().outcome() == Reply.Outcome.OVER_BUDGET
                ? 1
                : 0;
      }
    }
    assertThat(optedOut).isPositive();
  }

  private static MarketModel with(
      MarketModel model, Activation activation, BuyerStrategy strategy) {
    List<BuyerSpec> buyers = new ArrayList<>();
    for (BuyerSpec buyer : model.buyers()) {
      buyers.add(
          new BuyerSpec(
              buyer.id(),
              buyer.group(),
              buyer.valuation(),
              buyer.budget(),
              strategy == null ? buyer.strategy() : strategy,
              buyer.initialBids()));
    }
    return new MarketModel(
        model.name(),
        model.description(),
        model.currency(),
        model.seed(),
        model.epsilon(),
        model.ties(),
        activation,
        model.roundLimit(),
        buyers,
        model.sellers(),
        model.reach());
  }
}
