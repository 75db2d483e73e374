package org.datamarket.strategy;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.UnitCursor;
import org.datamarket.market.Valuation;

/** Other bids that a buyer could make within its budget, to compare its reply with. */
public final class Alternatives {
  private final BuyerTerms terms;
  private final BuyerView view;
  private double best = Double.NEGATIVE_INFINITY;

  private Alternatives(BuyerTerms terms, BuyerView view) {
    this.terms = terms;
    this.view = view;
  }

  /**
   * The best utility among so many random bids, no bids, and bids at every step of visible supply,
   * $.
   */
  public static double best(BuyerTerms terms, BuyerView view, int count, SplittableRandom random) {
    Alternatives alternatives = new Alternatives(terms, view);
    alternatives.consider(Bids.NONE);
    alternatives.considerEveryStep();
    for (int k = 0; k < count; k++) {
      alternatives.considerAny(random);
    }
    return alternatives.best;
  }

  private void consider(Bids bids) {
    if (view.cost(bids) <= terms.budget()) {
      best = Math.max(best, view.utility(terms.valuation(), bids));
    }
  }

  /**
   * All that is left at each price, at it and just above it, and no more than is worth that price.
   */
  private void considerEveryStep() {
    Valuation valuation = terms.valuation();
    forEachStep(
        price -> {
          double[] left = new double[view.size()];
          double all = 0;
          for (int k = 0; k < left.length; k++) {
            left[k] = view.rivals(k).residual(price);
            all += left[k];
          }
          double wanted = Math.min(1, valuation.demandAt(price) / Math.max(all, Double.MIN_NORMAL));
          double[] part = new double[left.length];
          for (int k = 0; k < left.length; k++) {
            part[k] = left[k] * wanted;
          }
          consider(view.bidsOf(left, price));
          consider(view.bidsOf(left, Math.nextUp(price)));
          consider(view.bidsOf(part, price));
          consider(view.bidsOf(part, Math.nextUp(price)));
        });
  }

  private void forEachStep(Consumer<Double> visitor) {
    for (int k = 0; k < view.size(); k++) {
      for (UnitCursor units = view.rivals(k).units(); units.isValid(); units.next()) {
        visitor.accept(units.price());
      }
    }
  }

  /** At a random price or a few, around those that are there; for random parts of what is left. */
  private void considerAny(SplittableRandom random) {
    int[] sellers = new int[view.size()];
    Bid[] bids = new Bid[view.size()];
    boolean onePrice = random.nextBoolean();
    double price = anyPrice(random);
    double share = random.nextDouble(1.2);
    for (int k = 0; k < sellers.length; k++) {
      sellers[k] = view.seller(k);
      double at = onePrice ? price : anyPrice(random);
      double most = Math.min(terms.valuation().demand(), view.rivals(k).residual(at));
      double part = random.nextBoolean() ? share : random.nextDouble();
      bids[k] = random.nextInt(4) == 0 ? Bid.NONE : new Bid(most * Math.min(1, part), at);
    }
    consider(Bids.of(sellers, bids));
  }

  private double anyPrice(SplittableRandom random) {
    Auction rivals = view.rivals(random.nextInt(view.size()));
    double own = terms.valuation().marginal(terms.valuation().demand() * random.nextDouble());
    double around = rivals.nearestPrice(Math.min(own, Double.MAX_VALUE));
    return switch (random.nextInt(4)) {
      case 0 -> around;
      case 1 -> Math.nextUp(around);
      case 2 -> around * random.nextDouble(0.9, 1.1);
      default -> Math.min(own, Double.MAX_VALUE);
    };
  }
}
