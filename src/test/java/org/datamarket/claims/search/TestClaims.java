package org.datamarket.claims.search;

import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Situation;
import org.datamarket.kind.Kind;

/** Claims of which it is easy to see how they fare. */
final class TestClaims {
  private TestClaims() {}

  /** That a buyer with bids has none. */
  @Kind(name = "bids", meaning = "Who bids, does not bid.")
  record Bids() implements BuyerClaim {
    @Override
    public About about() {
      return new About(Source.DRAFT, "", Decision.CLEARING, Unit.COUNT, true);
    }

    @Override
    public double violation(Situation buyer) {
      int bids = buyer.spec().initialBids().size();
      return bids == 0 ? Double.NaN : bids;
    }
  }
}
