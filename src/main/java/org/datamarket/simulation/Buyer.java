package org.datamarket.simulation;

import java.util.Optional;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.model.AgentNames;
import org.datamarket.model.BuyerSpec;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.RebidRule;
import org.datamarket.strategy.RebidRule.Decision;
import org.datamarket.strategy.Reply;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * A buyer: when it acts, it asks its strategy for a reply to what it sees, and bids again if that
 * gains more than ε or its bids have come to cost more than its budget (docs/model.md §4, §6). It
 * keeps its last decision, with all the reasoning, for anyone to inspect.
 *
 * <p>Work without a possible effect is skipped: a buyer that has seen no news does nothing, and one
 * whose last reply still {@linkplain org.datamarket.strategy.Grounds stands} weighs it again
 * without asking its strategy.
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

  /** Takes a turn. */
  @Override
  public void step(SimState state) {
    DataMarket simulation = (DataMarket) state;
    Exchange exchange = simulation.exchange();
    simulation.monitor().countTurn();
    simulation.turnBegins(number);
    if (exchange.hasNews(number)) {
      act(simulation, exchange.look(number));
      exchange.replied(number);
    } else if (!simulation.skipsUnchanged()) {
      BuyerView view = exchange.look(number);
      check(decide(view).accepted(), "bids again though nothing it sees has changed");
    }
  }

  private void act(DataMarket simulation, BuyerView view) {
    Exchange exchange = simulation.exchange();
    Reply reply;
    if (lastReplyStands(exchange, view)) {
      reply = lastDecision.reply();
      check(
          !simulation.skipsUnchanged()
              && !spec.strategy().reply(terms, view).bids().equals(reply.bids()),
          "replies otherwise though its last reply stands");
    } else {
      reply = spec.strategy().reply(terms, view);
      simulation.monitor().countReply(exchange.isStale(number));
    }
    lastDecision = RebidRule.decide(terms, view, reply);
    simulation.turnTaken(number, view);
    if (lastDecision.accepted()) {
      Bids bids = lastDecision.reply().bids();
      simulation.monitor().countMessage(this, bids, simulation.now());
      exchange.send(number, bids);
    }
  }

  private boolean lastReplyStands(Exchange exchange, BuyerView view) {
    if (lastDecision == null) {
      return false;
    }
    Reply reply = lastDecision.reply();
    for (int k = 0; k < view.size(); k++) {
      if (exchange.hasNewsOf(number, k) && !reply.grounds().hold(k, view.rivals(k))) {
        return false;
      }
    }
    return true;
  }

  private void check(boolean broken, String what) {
    if (broken) {
      throw new IllegalStateException(this + " " + what);
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

  /** The last decision: what its strategy wanted, and whether it bid; empty before the first. */
  public Optional<Decision> lastDecision() {
    return Optional.ofNullable(lastDecision);
  }

  /** What people call it: its id, and before that what it is unless the id says so itself. */
  @Override
  public String toString() {
    return AgentNames.of("Buyer", spec.id());
  }
}
