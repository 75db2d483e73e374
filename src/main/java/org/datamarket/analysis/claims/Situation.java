package org.datamarket.analysis.claims;

import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.Reply;
import org.datamarket.strategy.supply.CheapestUnits;

/**
 * One buyer in a state: what it wants, sees and bids, what its strategy would bid now, and the
 * suprema to which that is compared. Each is computed once, when it is asked for.
 */
public final class Situation {
  private final State state;
  private final int number;
  private BuyerTerms terms;
  private BuyerView view;
  private Reply reply;
  private double best = Double.NaN;

  Situation(State state, int number) {
    this.state = state;
    this.number = number;
  }

  /** The state it stands in. */
  public State state() {
    return state;
  }

  /** Its number: its place in the model. */
  public int number() {
    return number;
  }

  /** What the model says of it. */
  public BuyerSpec spec() {
    return state.model().buyers().get(number);
  }

  /** θ. */
  public Valuation valuation() {
    return spec().valuation();
  }

  /** What it wants and can pay. */
  public BuyerTerms terms() {
    if (terms == null) {
      terms = new BuyerTerms(valuation(), spec().budget(), state.epsilon());
    }
    return terms;
  }

  /** The rivals' bids at the sellers in its reach, and its own. */
  public BuyerView view() {
    if (view == null) {
      view = state.market().view(number);
    }
    return view;
  }

  /** What its strategy would bid now, whether or not that would be worth the fee. */
  public Reply reply() {
    if (reply == null) {
      reply = spec().strategy().reply(terms(), view());
    }
    return reply;
  }

  /** u of its live bids, $. */
  public double utility() {
    return view().utility(valuation(), view().own());
  }

  /** u of its strategy's reply, $. */
  public double replyUtility() {
    return view().utility(valuation(), reply().bids());
  }

  /** sup u over any bids whatever within its budget, $. */
  public double best() {
    if (Double.isNaN(best)) {
      CheapestUnits units = CheapestUnits.worthwhile(valuation(), terms().budget(), view());
      best = valuation().value(units.total()) - units.cost();
    }
    return best;
  }
}
