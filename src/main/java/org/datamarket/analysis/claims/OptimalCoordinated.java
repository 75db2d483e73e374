package org.datamarket.analysis.claims;

import org.datamarket.analysis.supremum.CoordinatedSupremum;
import org.datamarket.analysis.supremum.CoordinatedSupremum.Reading;
import org.datamarket.kind.Kind;

/**
 * The coordinated supremum − u_i(reply) − ε: how much better than ε other coordinated bids could
 * do. There are two readings of "coordinated", so two claims.
 */
public interface OptimalCoordinated extends BuyerClaim {
  /** What coordinated means here. */
  Reading reading();

  @Override
  default About about() {
    String hypothesis = "proportional ties";
    return new About(Source.PROPOSITION, hypothesis, Decision.ENUMERATION, Unit.MONEY, false);
  }

  @Override
  default double violation(Situation buyer) {
    return buyer.bestCoordinated(reading()) - buyer.replyUtility() - buyer.state().epsilon();
  }

  @Override
  default String evidence(Situation buyer) {
    CoordinatedSupremum best = buyer.coordinated(reading());
    return "the reply is worth %s $, asking for %s GB of each of the sellers %s is worth %s $"
        .formatted(buyer.replyUtility(), best.ask(), best.sellers(), best.utility());
  }

  /** Among the bids of which each seller asked gives the same. */
  @Kind(
      name = "optimal-coordinated-met",
      meaning =
          "No coordinated bid that every seller asked meets gains a buyer more than ε over the"
              + " reply of its strategy.")
  record Met() implements OptimalCoordinated {
    @Override
    public Reading reading() {
      return Reading.MET;
    }
  }

  /** Among all equal asks, some of which may be filled in part. */
  @Kind(
      name = "optimal-coordinated-any",
      meaning =
          "No equal asks, filled or not, gain a buyer more than ε over the reply of its strategy.")
  record Any() implements OptimalCoordinated {
    @Override
    public Reading reading() {
      return Reading.ANY;
    }
  }
}
