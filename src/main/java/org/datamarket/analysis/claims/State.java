package org.datamarket.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.analysis.claims.Claim.Unit;
import org.datamarket.analysis.supremum.InfluenceSets;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.Market;
import org.datamarket.market.Parabolic;
import org.datamarket.market.TieRule;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.strategy.RebidRule;

/**
 * A market as it stands: sellers with their reserves now and at first, buyers with their
 * valuations, budgets, reach and strategies, all live bids, ε and the tie rule. What claims are
 * judged on. The market must not change while this is used.
 */
public final class State {
  /** A violation of at most this share of what is at stake is rounding. */
  private static final double ROUNDING = 1e-9;

  /** A counterexample fails by at least this. */
  private static final double CLEAR = 0.02;

  private final MarketModel model;
  private final Market market;
  private final List<Situation> buyers;
  private final double stake;
  private InfluenceSets influence;
  private Boolean atRest;
  private double price = Double.NaN;
  private double quantity = Double.NaN;

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

  /**
   * What a violation in a unit may amount to by rounding: of money {@link #tolerance()}, of prices
   * and quantities 1e-9 of the largest there is or 1, whichever is more, otherwise 1e-9.
   */
  public double tolerance(Unit unit) {
    return switch (unit) {
      case MONEY -> tolerance();
      case PRICE -> ROUNDING * knownPrice();
      case QUANTITY -> ROUNDING * knownQuantity();
      case COUNT, SHARE, FACT -> ROUNDING;
    };
  }

  /**
   * What a violation must be at least to be worth reporting as a counterexample, so that no near
   * tie can be one: {@value #CLEAR} in its unit, or a thousand times its tolerance.
   */
  public double margin(Unit unit) {
    return Math.max(CLEAR, 1e3 * tolerance(unit));
  }

  private double knownPrice() {
    if (Double.isNaN(price)) {
      price = largestPrice();
    }
    return price;
  }

  private double knownQuantity() {
    if (Double.isNaN(quantity)) {
      quantity = largestQuantity();
    }
    return quantity;
  }

  private double largestPrice() {
    double largest = 1;
    for (int j = 0; j < market.sellers(); j++) {
      largest = Math.max(largest, market.auction(j).reserve());
    }
    for (int i = 0; i < market.buyers(); i++) {
      largest = Math.max(largest, market.bids(i).highestPrice());
    }
    return largest;
  }

  private double largestQuantity() {
    double largest = 1;
    for (int j = 0; j < market.sellers(); j++) {
      largest = Math.max(largest, market.auction(j).quantity());
    }
    for (int i = 0; i < market.buyers(); i++) {
      Bids bids = market.bids(i);
      for (int k = 0; k < bids.size(); k++) {
        largest = Math.max(largest, bids.bid(k).quantity());
      }
    }
    return largest;
  }

  /** Whether tied bids share: only then are the cheapest units what best bids get. */
  public boolean isProportional() {
    return model.ties() == TieRule.PROPORTIONAL;
  }

  /**
   * Whether nobody would move: no buyer's reply is accepted, no seller's reserve changes. By asking
   * all of them, so as well for a market that was never played.
   */
  public boolean isAtRest() {
    if (atRest == null) {
      atRest = buyers.stream().noneMatch(State::moves) && areReservesAtRest();
    }
    return atRest;
  }

  private static boolean moves(Situation buyer) {
    return RebidRule.decide(buyer.terms(), buyer.view(), buyer.reply()).accepted();
  }

  private boolean areReservesAtRest() {
    for (int j = 0; j < market.sellers(); j++) {
      Auction auction = market.auction(j);
      if (model.sellers().get(j).strategy().nextReserve(auction) != auction.reserve()) {
        return false;
      }
    }
    return true;
  }

  /** Who wins where, and whom that concerns. */
  public InfluenceSets influence() {
    if (influence == null) {
      influence = new InfluenceSets(market);
    }
    return influence;
  }

  /** The largest gain that any buyer could have by any bids, $, at least 0; NaN if unknown. */
  public double largestGap() {
    double largest = 0;
    for (Situation buyer : buyers) {
      largest = Math.max(largest, buyer.best() - buyer.utility());
    }
    return largest;
  }

  /** κ̄, the largest slope of θ′ if all valuations are parabolic, $/GB²; NaN if not. */
  public double largestSlope() {
    double largest = Double.NaN;
    for (BuyerSpec buyer : model.buyers()) {
      if (!(buyer.valuation() instanceof Parabolic parabolic)) {
        return Double.NaN;
      }
      largest = Double.isNaN(largest) ? parabolic.slope() : Math.max(largest, parabolic.slope());
    }
    return largest;
  }
}
