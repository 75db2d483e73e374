package org.datamarket.strategy;

import java.io.Serializable;
import org.datamarket.market.Bids;

/**
 * The bids a strategy wants, and the reasoning that led to them: what an inspector shows and a test
 * compares.
 *
 * @param outcome why there are bids, or none
 * @param bids the bids; none unless the outcome is {@link Outcome#BID}
 * @param ranking ℓ_i at the price of the bids, the first first; a pool that is not the first of ℓ_i
 *     comes before it
 * @param poolSize n, how many sellers of the ranking are asked: for strategies without a pool, how
 *     many bids there are
 * @param desiredTotal z*, GB
 * @param bidTotal v, GB: the total after shading
 * @param price the one unit price of the bids, $/GB; NaN without a bid
 * @param forgone what opting out of all other sellers gives up of the most that any bids could get,
 *     $; NaN unless the strategy asks
 * @param grounds as long as what they name holds, the reply would be the same
 */
public record Reply(
    Outcome outcome,
    Bids bids,
    Ranking ranking,
    int poolSize,
    double desiredTotal,
    double bidTotal,
    double price,
    double forgone,
    Grounds grounds)
    implements Serializable {

  /** Why a reply bids, or does not. */
  public enum Outcome {
    /** It bids. */
    BID("bids for what its pool can give"),
    /** No visible seller has anything left at a price that the buyer would pay. */
    NOTHING_LEFT("no visible seller has anything left at a price it would pay"),
    /**
     * The pool of sellers that would meet the whole demand does not exist, and the buyer abstains.
     */
    DEMAND_INFEASIBLE("no pool of sellers meets its whole demand, so it abstains"),
    /** All it could get is worth less than ε more than nothing. */
    WORTH_TOO_LITTLE("what it could get is worth no more than ε"),
    /** The budget pays for nothing. */
    OUT_OF_BUDGET("its budget pays for nothing"),
    /**
     * What the strategy wants would cost more than the budget, as the live bids do: see {@link
     * RebidRule}.
     */
    OVER_BUDGET("what its strategy wants would cost more than its budget");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** The reason in words, to follow "the buyer …". */
    public String words() {
      return words;
    }
  }

  /** Bids that rest on everything the buyer sees. */
  public static Reply bid(
      Bids bids,
      Ranking ranking,
      int poolSize,
      double desiredTotal,
      double bidTotal,
      double price) {
    return new Reply(
        Outcome.BID,
        bids,
        ranking,
        poolSize,
        desiredTotal,
        bidTotal,
        price,
        Double.NaN,
        Grounds.EVERYTHING);
  }

  /** This reply, with what its pool gives up. */
  Reply forgoing(double utility) {
    return new Reply(
        outcome, bids, ranking, poolSize, desiredTotal, bidTotal, price, utility, grounds);
  }

  /** This reply, resting on less than everything. */
  Reply on(Grounds newGrounds) {
    return new Reply(
        outcome, bids, ranking, poolSize, desiredTotal, bidTotal, price, forgone, newGrounds);
  }

  /** No bids at all, for a reason. */
  public static Reply none(Outcome outcome, Ranking ranking, double desiredTotal) {
    return new Reply(
        outcome,
        Bids.NONE,
        ranking,
        0,
        desiredTotal,
        0,
        Double.NaN,
        Double.NaN,
        Grounds.EVERYTHING);
  }
}
