package org.datamarket.market;

import java.util.List;

/**
 * The curve that several bids of one buyer stand for (Maillé &amp; Tuffin, <i>Multi-bid auctions
 * for bandwidth allocation in communication networks</i>, INFOCOM 2004): pseudo-demand d̄(p) =
 * max{q^m : p^m ≥ p}, pseudo-marginal θ̄′(q) = max{p^m : q^m ≥ q} (as a left limit), θ̄ its
 * integral.
 *
 * @param bids by rising quantity and falling price; none for a buyer that wants nothing
 */
public record StepCurve(List<Bid> bids) implements Valuation {
  private static final long serialVersionUID = 1;

  /** Copies the list. */
  public StepCurve {
    bids = List.copyOf(bids);
  }

  @Override
  public double demand() {
    return bids.isEmpty() ? 0 : bids.get(bids.size() - 1).quantity();
  }

  @Override
  public double value(double z) {
    double value = 0;
    double from = 0;
    for (Bid bid : bids) {
      double to = Math.min(z, bid.quantity());
      if (to <= from) {
        return value;
      }
      value += bid.price() * (to - from);
      from = to;
    }
    return value;
  }

  @Override
  public double marginal(double z) {
    for (Bid bid : bids) {
      if (z <= bid.quantity()) {
        return bid.price();
      }
    }
    return 0;
  }

  @Override
  public double demandAt(double price) {
    double demand = 0;
    for (Bid bid : bids) {
      if (bid.price() < price) {
        return demand;
      }
      demand = bid.quantity();
    }
    return demand;
  }
}
