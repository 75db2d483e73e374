package org.datamarket.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.FinalMeasures;
import org.datamarket.analysis.Measures;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Settlement;
import org.datamarket.analysis.Status;
import org.datamarket.analysis.SufficientCondition;
import org.datamarket.analysis.optimum.PlannersOptimum;
import org.datamarket.market.Auction;
import org.datamarket.market.TieRule;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.datamarket.simulation.ModelSource;
import org.datamarket.simulation.Monitor;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.RebidRule.Decision;

/** One run of a market, from a model and a seed to a result: the only way a run happens. */
public final class Run {
  private final DataMarket simulation;

  private Run(DataMarket simulation) {
    this.simulation = simulation;
  }

  /** Is told of every round, and may stop the run. */
  @FunctionalInterface
  public interface Observer {
    /**
     * A round has ended.
     *
     * @return whether to go on
     * @throws IOException if it cannot write what it wants to keep; ends the run
     */
    boolean roundEnded(DataMarket simulation) throws IOException;
  }

  /** A new run, before its first round. */
  public static Run of(long seed, ModelSource source, DataMarket.Options options) {
    DataMarket simulation = new DataMarket(seed, source, options);
    simulation.start();
    return new Run(simulation);
  }

  /** A run to go on with, for instance one read from a checkpoint. */
  public static Run of(DataMarket started) {
    return new Run(started);
  }

  /** A whole run at once, with the defaults: from the model's own seed to its result. */
  public static RunResult toEnd(MarketModel model) {
    Run run = of(model.seed(), new FixedModel(model), DataMarket.Options.DEFAULT);
    run.simulation.playUntil(Integer.MAX_VALUE);
    return run.result();
  }

  /**
   * Plays until the run is over, or the observer stops it; whether it is over.
   *
   * @throws IllegalStateException if no round ends any more, though the run is not over: a restored
   *     one whose schedule is empty
   */
  public boolean play(Observer observer) throws IOException {
    boolean goesOn = true;
    while (goesOn && simulation.status() == Status.RUNNING) {
      int round = simulation.monitor().round();
      simulation.playUntil(round + 1);
      if (simulation.status() == Status.RUNNING && simulation.monitor().round() == round) {
        throw new IllegalStateException("nothing is scheduled, and the run is not over");
      }
      goesOn = observer.roundEnded(simulation);
    }
    return simulation.status() != Status.RUNNING;
  }

  /** The simulation as it stands. */
  public DataMarket simulation() {
    return simulation;
  }

  /** The result as the market stands. */
  public RunResult result() {
    MarketModel model = simulation.model();
    Monitor monitor = simulation.monitor();
    simulation.ledger().update();
    PlannersOptimum optimum = optimum(model);
    Optional<Settlement> settlement = simulation.ledger().settlement();
    List<Decision> decisions = settlement.isPresent() ? List.of() : simulation.decisions();
    Measures measures =
        settlement
            .map(Settlement::measures)
            .orElseGet(
                () ->
                    FinalMeasures.of(
                        model,
                        simulation.market(),
                        simulation.ledger(),
                        optimum.welfare(),
                        DataMarket.restrictedGap(decisions)));
    return new RunResult(
        model,
        monitor.status(),
        monitor.period(),
        monitor.messages(),
        monitor.replies(),
        monitor.staleReplies(),
        monitor.turns(),
        monitor.rounds(),
        measures,
        optimum,
        accounts(),
        slacks(decisions),
        auctions(),
        settlement,
        monitor.trace(),
        simulation.stateHash());
  }

  private static PlannersOptimum optimum(MarketModel model) {
    return PlannersOptimum.of(
        model.buyers().stream().map(BuyerSpec::valuation).toList(),
        model.sellers().stream().mapToDouble(SellerSpec::quantity).toArray(),
        model.sellers().stream().mapToDouble(SellerSpec::reserve).toArray(),
        model.network());
  }

  private List<Double> slacks(List<Decision> decisions) {
    MarketModel model = simulation.model();
    if (decisions.isEmpty()) {
      return Collections.nCopies(model.buyers().size(), Double.NaN);
    }
    List<Double> slacks = new ArrayList<>();
    for (int i = 0; i < decisions.size(); i++) {
      BuyerSpec buyer = model.buyers().get(i);
      BuyerTerms terms = new BuyerTerms(buyer.valuation(), buyer.budget(), model.epsilon());
      slacks.add(
          model.ties() == TieRule.STRICT
              ? Double.NaN
              : SufficientCondition.slack(
                  terms, simulation.market().view(i), decisions.get(i).reply()));
    }
    return slacks;
  }

  private List<BuyerAccount> accounts() {
    List<BuyerAccount> accounts = new ArrayList<>();
    for (int i = 0; i < simulation.ledger().buyers(); i++) {
      accounts.add(simulation.ledger().account(i));
    }
    return accounts;
  }

  private List<Auction> auctions() {
    List<Auction> auctions = new ArrayList<>();
    for (int j = 0; j < simulation.market().sellers(); j++) {
      auctions.add(simulation.market().auction(j));
    }
    return auctions;
  }
}
