package org.datamarket.claims.search;

import java.util.Optional;
import org.datamarket.analysis.Status;
import org.datamarket.analysis.claims.State;
import org.datamarket.market.Market;
import org.datamarket.model.MarketModel;
import org.datamarket.run.Run;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;

/**
 * A market that has come to rest.
 *
 * @param model the market as it was played
 * @param market its bids and reserves in the end
 */
record Rest(MarketModel model, Market market) {
  /** A market that moves after so many rounds is not waited for. */
  static final int MOST_ROUNDS = 60;

  /** A market played from no bids, in the order of its buyers; empty if it does not settle. */
  static Optional<Rest> of(MarketModel model) {
    MarketModel played = Edits.inOrder(Edits.withoutBids(model));
    DataMarket simulation =
        Run.of(played.seed(), new FixedModel(played), DataMarket.Options.DEFAULT).simulation();
    simulation.playUntil(MOST_ROUNDS);
    return simulation.status() == Status.CONVERGED
        ? Optional.of(new Rest(played, simulation.market()))
        : Optional.empty();
  }

  State state() {
    return new State(model, market);
  }

  /** The market as a model that begins with the bids and reserves of the end. */
  MarketModel asModel() {
    return Edits.beginning(model, market);
  }
}
