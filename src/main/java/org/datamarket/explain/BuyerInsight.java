package org.datamarket.explain;

import java.util.List;
import java.util.Optional;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.market.BuyerView;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;
import org.datamarket.strategy.RebidRule.Decision;

/**
 * What a buyer has, what it sees, and why it bids where it bids, with the market as it stands. It
 * is computed afresh from the buyer's own strategy and changes nothing. Where news takes time, what
 * the buyer has is the market's truth, and all its reasoning rests on what has reached it so far.
 *
 * @param buyer the buyer's id
 * @param strategy the name of its strategy
 * @param currency the label of money
 * @param demand d, GB
 * @param budget the most it can pay; infinite when unlimited
 * @param epsilon ε
 * @param account its live bids, and what they get and cost
 * @param value θ of what it gets
 * @param marginal θ′ of what it gets
 * @param now what it would decide if it replied to the market as it stands
 * @param ranking the price of its reply, and the sellers in the order in which it turns to them;
 *     then those that have nothing for it
 * @param poolEnd where the pool ends, and why
 * @param steps how its reply comes about, number by number
 * @param bids its live bids
 * @param lastDecision why it did what it last did, to follow its name
 * @param nextDecision what it would do on its turn now, and why, to follow its name
 * @param last what it last decided; empty before its first turn
 * @param since what has moved in its reach since its last turn; empty before its first one, and of
 *     a buyer that was not watched then
 * @param best the best that it could do by any bids whatever
 * @param surplus θ(z) less the cheapest cost of z
 * @param delayed whether news takes time to reach the buyer, so that what it sees may be out of
 *     date
 */
public record BuyerInsight(
    String buyer,
    String strategy,
    String currency,
    double demand,
    double budget,
    double epsilon,
    BuyerAccount account,
    double value,
    double marginal,
    Decision now,
    Ranked ranking,
    String poolEnd,
    ReplySteps steps,
    List<LiveBid> bids,
    String lastDecision,
    String nextDecision,
    Optional<Decision> last,
    Optional<SinceLastTurn> since,
    BestBids best,
    Surplus surplus,
    boolean delayed) {

  /** The sellers in the buyer's reach at a price, $/GB. */
  public record Ranked(double price, List<Rank> rows) {}

  /**
   * One seller in the buyer's reach.
   *
   * @param rank its place in the ranking, 1 for the first; 0 if it has nothing for the buyer
   * @param number the seller's number
   * @param seller its id
   * @param residual what it has left at the buyer's price, GB
   * @param reserve $/GB
   * @param poolGives what a pool that ends with this seller can give in all, GB; NaN where the
   *     strategy has no pool or the seller is not ranked
   * @param asked what the buyer's reply asks of it, GB; 0 if it opts out
   * @param standing whether it is in the pool, and why not, in words
   */
  public record Rank(
      int rank,
      int number,
      String seller,
      double residual,
      double reserve,
      double poolGives,
      double asked,
      String standing) {
    /** Whether the reply bids there. */
    public boolean inPool() {
      return asked > 0;
    }
  }

  /** A bid at a seller: GB asked for, $/GB, GB got, $ paid. */
  public record LiveBid(
      int number, String seller, double quantity, double price, double allocation, double cost) {}

  /** What has moved in its reach since its last turn, and by whom, in a sentence. */
  public String moved() {
    if (last.isEmpty()) {
      return "It has not had a turn yet.";
    }
    return since
        .map(SinceLastTurn::inWords)
        .orElse("What has moved since then is known from its next turn on.");
  }

  /** A buyer's insight; call it inside the schedule's lock. */
  public static BuyerInsight of(DataMarket market, Buyer buyer) {
    int number = buyer.number();
    return of(market, buyer, market.seenBy(number), market.market().view(number));
  }

  /**
   * A buyer's insight at an earlier moment, with the last decision that it has taken since.
   *
   * @param seen what it saw then
   * @param truth its part of the market then
   */
  public static BuyerInsight of(DataMarket market, Buyer buyer, BuyerView seen, BuyerView truth) {
    return new BuyerReading(market, buyer, seen, truth).insight();
  }
}
