package org.datamarket.claims;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.datamarket.analysis.Status;
import org.datamarket.market.Market;
import org.datamarket.model.MarketModel;
import org.datamarket.run.Run;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;

/**
 * A market that was played to its end, and the turns and buyers at which claims are judged.
 *
 * @param model as it was drawn, seed included
 * @param status how it ended
 * @param rounds how many there were
 * @param market as it stands at the end
 * @param turns the sample, in order
 * @param fewTurns the places in it at which claims that take long are judged
 * @param fewBuyers the buyers for whom they are judged at the end
 */
record PlayedMarket(
    MarketModel model,
    Status status,
    int rounds,
    Market market,
    List<Turn> turns,
    int[] fewTurns,
    int[] fewBuyers) {

  /**
   * Plays a market; empty if it was stopped.
   *
   * @param sampling how many turns and buyers are looked at
   * @param stopped whether to stop, asked after every round
   */
  static Optional<PlayedMarket> play(
      MarketModel model, Sampling sampling, BooleanSupplier stopped) {
    Run run = Run.of(model.seed(), new FixedModel(model), DataMarket.Options.DEFAULT);
    TurnSample sample = new TurnSample(model.seed(), sampling.turns());
    run.simulation().watchTurns(sample);
    if (!playToEnd(run, stopped)) {
      return Optional.empty();
    }
    List<Turn> turns = sample.turns();
    return Optional.of(
        new PlayedMarket(
            model,
            run.simulation().status(),
            run.simulation().monitor().round(),
            run.simulation().market(),
            turns,
            sample.some(sampling.few(), turns.size()),
            sample.some(sampling.few(), model.buyers().size())));
  }

  private static boolean playToEnd(Run run, BooleanSupplier stopped) {
    try {
      return run.play(simulation -> !stopped.getAsBoolean());
    } catch (IOException impossible) {
      throw new IllegalStateException("nothing is written", impossible);
    }
  }

  boolean converged() {
    return status == Status.CONVERGED;
  }
}
