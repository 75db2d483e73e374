package org.datamarket.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.market.Market;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;

/**
 * A market as it stands: sellers with their reserves now and at first, buyers with their
 * valuations, budgets, reach and strategies, all live bids, ε and the tie rule. What claims are
 * judged on. The market must not change while this is used.
 */
public final class State {
  /** A violation of at most this share of what is at stake is rounding. */
  private static final double ROUNDING = 1e-9;

  private final MarketModel model;
  private final Market market;
  private final List<Situation> buyers;
  private final double stake;

  /**
   * A market as it stands.
   *
   * @param model as it was drawn
   * @param market its bids and reserves now
   */
  public State(MarketModel model, Market market) {
    this.model = model;
    this.market = market;
    List<Situation> situations = new ArrayList<>();
    double most = 1;
    for (int i = 0; i < market.buyers(); i++) {
      situations.add(new Situation(this, i));
      BuyerSpec buyer = model.buyers().get(i);
      most = Math.max(most, buyer.valuation().value(buyer.valuation().demand()));
    }
    this.buyers = List.copyOf(situations);
    this.stake = most;
  }

  /** A market as it begins. */
  public static State beginning(MarketModel model) {
    return new State(model, model.opening());
  }

  /** The market as it was drawn. */
  public MarketModel model() {
    return model;
  }

  /** Its bids and reserves now. */
  public Market market() {
    return market;
  }

  /** ε, $. */
  public double epsilon() {
    return model.epsilon();
  }

  /** The buyers' situations, by number. */
  public List<Situation> buyers() {
    return buyers;
  }

  /**
   * What a violation in $ may amount to by rounding: 1e-9 of max(1 $, max θ_i(d_i)). Violations of
   * prices and quantities are judged by 1e-9 of what they are compared with.
   */
  public double tolerance() {
    return ROUNDING * stake;
  }
}
