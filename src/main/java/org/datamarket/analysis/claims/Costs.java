package org.datamarket.analysis.claims;

import org.datamarket.analysis.supremum.ExclusionCompensation;
import org.datamarket.kind.Kind;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;

/** What a buyer's live bids cost, bid by bid; the worst of them counts. */
public interface Costs extends BuyerClaim {
  /** By how much one bid fails, $. */
  double violation(Auction rivals, Bid bid);

  @Override
  default double violation(Situation buyer) {
    Bids bids = buyer.bids();
    double largest = Double.NaN;
    for (int k = 0; k < bids.size(); k++) {
      double one = violation(buyer.rivalsAt(bids.seller(k)), bids.bid(k));
      largest = k == 0 ? one : Math.max(largest, one);
    }
    return largest;
  }

  @Override
  default String evidence(Situation buyer) {
    return "its bids %s get %s GB and cost %s $"
        .formatted(
            buyer.bids(), buyer.view().allocation(buyer.bids()), buyer.view().cost(buyer.bids()));
  }

  /** c − p a. */
  @Kind(name = "cost-within-bid", meaning = "Nobody pays more for a unit than it has bid.")
  record WithinBid() implements Costs {
    @Override
    public About about() {
      return new About(Source.LAZAR_SEMRET, "it bids", Decision.CLEARING, Unit.MONEY, true);
    }

    @Override
    public double violation(Auction rivals, Bid bid) {
      return rivals.cost(bid) - bid.price() * rivals.allocation(bid);
    }
  }

  /** r a − c. */
  @Kind(name = "cost-above-reserve", meaning = "Nobody pays less for a unit than the reserve.")
  record AboveReserve() implements Costs {
    @Override
    public About about() {
      return new About(Source.LAZAR_SEMRET, "it bids", Decision.CLEARING, Unit.MONEY, true);
    }

    @Override
    public double violation(Auction rivals, Bid bid) {
      return rivals.reserve() * rivals.allocation(bid) - rivals.cost(bid);
    }
  }

  /** |c − ∫₀ᵃ P|. */
  @Kind(name = "cost-integral", meaning = "A bid costs what the cheapest units of its size cost.")
  record Integral() implements Costs {
    @Override
    public About about() {
      return new About(Source.TUFFIN, "it bids", Decision.CLEARING, Unit.MONEY, true);
    }

    @Override
    public double violation(Auction rivals, Bid bid) {
      double integral = ExclusionCompensation.integral(rivals, rivals.allocation(bid));
      return Math.abs(rivals.cost(bid) - integral);
    }
  }

  /** |Σ_k p_k (a_k(0) − a_k(s)) − ∫₀ᵃ P|. */
  @Kind(
      name = "exclusion-compensation",
      meaning =
          "What a bid takes from the others and from the seller, at their own prices, is what the"
              + " cheapest units of its size cost.")
  record Compensation() implements Costs {
    @Override
    public About about() {
      return new About(Source.LAZAR_SEMRET, "it bids", Decision.CLEARING, Unit.MONEY, true);
    }

    @Override
    public double violation(Auction rivals, Bid bid) {
      double integral = ExclusionCompensation.integral(rivals, rivals.allocation(bid));
      return Math.abs(ExclusionCompensation.sum(rivals, bid) - integral);
    }
  }
}
