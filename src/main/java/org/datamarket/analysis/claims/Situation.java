package org.datamarket.analysis.claims;

import java.util.EnumMap;
import java.util.Map;
import org.datamarket.analysis.claims.Claim.Unit;
import org.datamarket.analysis.supremum.CoordinatedSupremum;
import org.datamarket.analysis.supremum.CoordinatedSupremum.Reading;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.Reply;
import org.datamarket.strategy.supply.CheapestUnits;
import org.datamarket.strategy.supply.VisiblePrices;

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
  private double utility = Double.NaN;
  private double replyUtility = Double.NaN;
  private final Map<Reading, CoordinatedSupremum> coordinated = new EnumMap<>(Reading.class);

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

  /** Its live bids. */
  public Bids bids() {
    return view().own();
  }

  /** The one price of its live bids, $/GB; NaN if there are none, or several prices. */
  public double price() {
    return onePrice(bids());
  }

  /** The one price of some bids, $/GB; NaN if there are none, or several prices. */
  static double onePrice(Bids bids) {
    double price = bids.isEmpty() ? Double.NaN : bids.bid(0).price();
    for (int k = 1; k < bids.size(); k++) {
      price = bids.bid(k).price() == price ? price : Double.NaN;
    }
    return price;
  }

  /** Whether a rival bids a price, but for rounding, at a seller within reach. */
  public boolean hasRivalAt(double price) {
    double close = Math.max(VisiblePrices.SAME * price, state.tolerance(Unit.PRICE));
    for (int place = 0; place < view().size(); place++) {
      if (view().rivals(place).distanceToBid(price) <= close) {
        return true;
      }
    }
    return false;
  }

  /** The auction of a seller within reach, without the buyer's own bid. */
  public Auction rivalsAt(int seller) {
    return state.market().auction(seller).without(number, bids().at(seller));
  }

  /** u of some bids, $. */
  public double utility(Bids bids) {
    return view().utility(valuation(), bids);
  }

  /** a_i, what its live bids get, GB. */
  public double allocation() {
    return view().allocation(bids());
  }

  /** θ_i′(a_i), the worth of the last unit it has, or of the first if it has none, $/GB. */
  public double marginal() {
    return valuation().marginal(allocation());
  }

  /** u of its live bids, $. */
  public double utility() {
    if (Double.isNaN(utility)) {
      utility = utility(bids());
    }
    return utility;
  }

  /** u of its strategy's reply, $. */
  public double replyUtility() {
    if (Double.isNaN(replyUtility)) {
      replyUtility = utility(reply().bids());
    }
    return replyUtility;
  }

  /**
   * sup u over any bids whatever within its budget, $; NaN under strict ties, where best bids get
   * something else than the cheapest units.
   */
  public double best() {
    if (Double.isNaN(best) && state.isProportional()) {
      CheapestUnits units = CheapestUnits.worthwhile(valuation(), terms().budget(), view());
      best = valuation().value(units.total()) - units.cost();
    }
    return best;
  }

  /** sup u over coordinated bids within its budget, and where it is; not for strict ties. */
  public CoordinatedSupremum coordinated(Reading reading) {
    return coordinated.computeIfAbsent(
        reading, any -> CoordinatedSupremum.of(terms(), view(), reading));
  }

  /** sup u over coordinated bids within its budget, $; NaN under strict ties. */
  public double bestCoordinated(Reading reading) {
    return state.isProportional() ? coordinated(reading).utility() : Double.NaN;
  }
}
