package org.datamarket.analysis.claims;

import java.util.Arrays;
import java.util.Optional;
import org.datamarket.analysis.supremum.Coordination;
import org.datamarket.analysis.supremum.InfluenceSets;
import org.datamarket.kind.Kind;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;

/**
 * The Lemma "Opt-out buyer coordination" (Blocher &amp; Harris 2021), step by step: whatever a
 * buyer gets by bids at one price, coordinated bids at that price get it as well, and lose nothing.
 */
public interface Lemma extends BuyerClaim {
  /** When the Lemma speaks of a buyer's live bids. */
  String WINS_AT_ONE_PRICE = "its bids have one price and win something";

  /** Whether it does. */
  static boolean applies(Situation buyer) {
    return !Double.isNaN(buyer.price()) && winsSomething(buyer);
  }

  private static boolean winsSomething(Situation buyer) {
    Bids bids = buyer.bids();
    for (int k = 0; k < bids.size(); k++) {
      Auction rivals = buyer.rivalsAt(bids.seller(k));
      if (rivals.allocation(bids.bid(k)) > InfluenceSets.LIVE * rivals.quantity()) {
        return true;
      }
    }
    return false;
  }

  /** The coordinated bids for what its live bids get, at their price, if there is a pool. */
  static Optional<Bids> coordinated(Situation buyer) {
    double total = buyer.view().allocation(buyer.bids());
    return applies(buyer) ? Coordination.of(buyer.view(), total, buyer.price()) : Optional.empty();
  }

  @Override
  default String evidence(Situation buyer) {
    return "the bids %s get %s GB, coordinated they are %s"
        .formatted(
            buyer.bids(),
            buyer.view().allocation(buyer.bids()),
            coordinated(buyer).map(Bids::toString).orElse("impossible"));
  }

  /** Whether there is no pool: 1, or 0 if there is one. */
  @Kind(
      name = "lemma-pool",
      meaning = "A pool of sellers can meet equally what a buyer's bids get at their one price.")
  record Pool() implements Lemma {
    @Override
    public About about() {
      return new About(Source.LEMMA, WINS_AT_ONE_PRICE, Decision.ENUMERATION, Unit.FACT, true);
    }

    @Override
    public double violation(Situation buyer) {
      if (!applies(buyer)) {
        return Double.NaN;
      }
      return coordinated(buyer).isPresent() ? 0 : 1;
    }
  }

  /**
   * What a seller does not give of a coordinated ask, the most there is, as a share of the total.
   */
  @Kind(
      name = "lemma-exact",
      meaning = "Coordinated bids for what a buyer's bids get, at their price, get just that.")
  record Exact() implements Lemma {
    @Override
    public About about() {
      String hypothesis = WINS_AT_ONE_PRICE + ", and there is a pool";
      return new About(Source.LEMMA, hypothesis, Decision.CLEARING, Unit.SHARE, true);
    }

    @Override
    public double violation(Situation buyer) {
      return coordinated(buyer)
          .map(bids -> CoordinatedFeasible.largestShareMissing(buyer, bids))
          .orElse(Double.NaN);
    }
  }

  /** u_i(s_i) − u_i(the coordinated bids). */
  @Kind(
      name = "lemma-no-loss",
      meaning = "Coordinated bids for what a buyer's bids get, at their price, lose it nothing.")
  record NoLoss() implements Lemma {
    @Override
    public About about() {
      String hypothesis = WINS_AT_ONE_PRICE + ", and there is a pool";
      return new About(Source.LEMMA, hypothesis, Decision.CLEARING, Unit.MONEY, true);
    }

    @Override
    public double violation(Situation buyer) {
      return coordinated(buyer)
          .map(bids -> buyer.utility() - buyer.utility(bids))
          .orElse(Double.NaN);
    }

    @Override
    public String evidence(Situation buyer) {
      return coordinated(buyer)
          .map(
              bids ->
                  "the bids %s are worth %s $, coordinated they are %s, worth %s $"
                      .formatted(buyer.bids(), buyer.utility(), bids, buyer.utility(bids)))
          .orElse("");
    }
  }

  /** The utility of asking all sellers for the whole demand − u_i(reply) − ε. */
  @Kind(
      name = "lemma-no-loss-full",
      meaning =
          "Asking every seller in reach for the whole demand at the reply's price gains no more"
              + " than ε over the reply.")
  record NoLossFull() implements Lemma {
    @Override
    public About about() {
      return new About(Source.LEMMA, "the reply bids", Decision.CLEARING, Unit.MONEY, true);
    }

    @Override
    public double violation(Situation buyer) {
      return buyer.reply().bids().isEmpty()
          ? Double.NaN
          : buyer.utility(everywhere(buyer)) - buyer.replyUtility() - buyer.state().epsilon();
    }

    private static Bids everywhere(Situation buyer) {
      double[] asks = new double[buyer.view().size()];
      Arrays.fill(asks, buyer.valuation().demand());
      return buyer.view().bidsOf(asks, buyer.reply().price());
    }

    @Override
    public String evidence(Situation buyer) {
      return "the reply is worth %s $, asking all for all %s $"
          .formatted(buyer.replyUtility(), buyer.utility(everywhere(buyer)));
    }
  }
}
