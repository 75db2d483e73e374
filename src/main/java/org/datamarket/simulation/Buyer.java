package org.datamarket.simulation;

import java.util.Optional;
import org.datamarket.market.BuyerView;
import org.datamarket.model.BuyerSpec;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.RebidRule;
import org.datamarket.strategy.RebidRule.Decision;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * A buyer: when it acts, it asks its strategy for a reply to what it sees, and bids again if that
 * gains more than ε (docs/model.md §4, §6). It keeps its last decision, with all the reasoning, for
 * anyone to inspect.
 */
public final class Buyer implements Steppable {
  private static final long serialVersionUID = 1;

  private final int number;
  private final BuyerSpec spec;
  private final BuyerTerms terms;
  private Decision lastDecision;

  Buyer(int number, BuyerSpec spec, BuyerTerms terms) {
    this.number = number;
    this.spec = spec;
    this.terms = terms;
  }

  /**
   * Replies, unless nothing that the buyer sees has changed since it last did: the reply would be
   * the same, and has been weighed already.
   */
  @Override
  public void step(SimState state) {
    DataMarket simulation = (DataMarket) state;
    Exchange exchange = simulation.exchange();
    Monitor monitor = simulation.monitor();
    monitor.countTurn();
    if (exchange.hasNews(number)) {
      monitor.countReply(exchange.isStale(number));
      lastDecision = decide(exchange.look(number));
      if (lastDecision.accepted()) {
        monitor.countMessage(this, lastDecision.reply().bids(), state.schedule.getTime());
        exchange.send(number, lastDecision.reply().bids());
      }
      exchange.replied(number);
    } else if (!simulation.skipsUnchanged() && decide(exchange.look(number)).accepted()) {
      throw new IllegalStateException(
          "buyer " + spec.id() + " bids again though nothing it sees has changed");
    }
  }

  /** What the buyer would decide if it saw this. */
  public Decision decide(BuyerView view) {
    return RebidRule.decide(terms, view, spec.strategy().reply(terms, view));
  }

  /** The buyer's number: its place in the model. */
  public int number() {
    return number;
  }

  /** What the model says of the buyer. */
  public BuyerSpec spec() {
    return spec;
  }

  /** What it wants and can pay. */
  public BuyerTerms terms() {
    return terms;
  }

  /** The last time it replied: what its strategy wanted, and whether it bid; empty before. */
  public Optional<Decision> lastDecision() {
    return Optional.ofNullable(lastDecision);
  }

  @Override
  public String toString() {
    return "Buyer " + spec.id();
  }
}
