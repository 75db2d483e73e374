package org.datamarket.analysis.claims;

import org.datamarket.analysis.supremum.Coordination;
import org.datamarket.kind.Kind;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.Reply;

/** How many sellers fewer than the reply asks could supply its total at its price. */
public interface PoolMinimal extends BuyerClaim {
  /** The fewest sellers that could, at most as many as the reply asks. */
  int fewest(Situation buyer, Reply reply);

  @Override
  default About about() {
    return new About(
        Source.PROPOSITION, "an opt-out reply that bids", Decision.ENUMERATION, Unit.COUNT, true);
  }

  @Override
  default double violation(Situation buyer) {
    Reply reply = buyer.reply();
    boolean optsOut = buyer.spec().strategy() instanceof OptOut;
    return reply.bids().isEmpty() || !optsOut
        ? Double.NaN
        : (double) reply.bids().size() - fewest(buyer, reply);
  }

  @Override
  default String evidence(Situation buyer) {
    Reply reply = buyer.reply();
    return "the reply asks %s sellers for %s GB, which %s could supply at its price"
        .formatted(reply.bids().size(), reply.bidTotal(), fewest(buyer, reply));
  }

  /**
   * By equal asks. Among the sets of m sellers, the m with the most left at the price can meet the
   * largest equal ask; so these alone decide.
   */
  @Kind(
      name = "pool-minimal",
      meaning = "No fewer sellers than the reply asks could meet its total at its price equally.")
  record EqualAsks() implements PoolMinimal {
    @Override
    public int fewest(Situation buyer, Reply reply) {
      return Coordination.fewestByEqualAsks(
          buyer.view(), reply.bidTotal(), reply.price(), reply.bids().size());
    }
  }

  /** By asks of any size, which nobody claims: for information. */
  @Kind(
      name = "pool-any-split",
      meaning =
          "No fewer sellers than the reply asks could supply its total at its price by any asks;"
              + " nobody claims this.")
  record AnySplit() implements PoolMinimal {
    @Override
    public int fewest(Situation buyer, Reply reply) {
      return Coordination.fewestByAnyAsks(
          buyer.view(), reply.bidTotal(), reply.price(), reply.bids().size());
    }
  }
}
