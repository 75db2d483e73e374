package org.datamarket.strategy;

import java.util.Arrays;
import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.supply.Totals;
import org.datamarket.strategy.supply.VisiblePrices;

/**
 * What an opt-out reply without a budget rests on: for each seller its residual just below and at
 * the price where demand met supply, and at the price of the bids; or its uncontested supply, if
 * the buyer ranks by that.
 *
 * <p>The desired total z* stays while the sellers that met it together still can, and no seller can
 * give more to a larger total than it could. The pool of the bids stays while its sellers have just
 * as much at the bids' price, and no other has more. Bids that change at other prices do not
 * matter.
 */
final class PoolGrounds implements Grounds {
  private static final long serialVersionUID = 2;

  private final RankingOrder order;
  private final double crossing;
  private final boolean onStep;

  /**
   * Whether the crossing lies between steps and below the demand: a step that comes near could
   * decide by rounding.
   */
  private final boolean betweenSteps;

  private final double price;

  /** What each seller must be able to give at the crossing; 0 for those that z* does not need. */
  private final double[] needed;

  private final double[] beyondCrossing;
  private final double[] atPrice;
  private final double[] reserves;
  private final boolean[] inPool;

  private PoolGrounds(
      BuyerView view,
      RankingOrder order,
      Valuation valuation,
      Crossing crossing,
      double price,
      boolean[] inPool,
      double[] needed) {
    this.order = order;
    this.crossing = crossing.price();
    this.onStep = crossing.onStep();
    this.betweenSteps = !onStep && crossing.total() < valuation.demand();
    this.price = price;
    this.inPool = inPool;
    this.needed = needed;
    this.beyondCrossing = new double[view.size()];
    this.atPrice = new double[view.size()];
    this.reserves = new double[view.size()];
    for (int place = 0; place < view.size(); place++) {
      Auction rivals = view.rivals(place);
      beyondCrossing[place] = beyondCrossing(rivals);
      atPrice[place] = order.left(rivals, price);
      reserves[place] = rivals.reserve();
    }
  }

  /**
   * The grounds of a reply; {@link Grounds#EVERYTHING} where rounding or a tie could decide.
   *
   * @param order by residual, or uncontested
   * @param crossing where demand met supply
   * @param price the price of the bids, θ′(v) itself
   * @param ranking the ranking at that price, of which the first make up the pool
   * @param size n
   */
  static Grounds of(
      BuyerView view,
      RankingOrder order,
      Valuation valuation,
      Crossing crossing,
      double price,
      Ranking ranking,
      int size) {
    double[] needed = needed(view, order, crossing);
    boolean tied = size < ranking.size() && ranking.residual(size) == ranking.residual(size - 1);
    if (needed.length == 0 || tied) {
      return EVERYTHING;
    }
    boolean[] inPool = new boolean[view.size()];
    for (int k = 0; k < size; k++) {
      inPool[ranking.place(k)] = true;
    }
    PoolGrounds grounds = new PoolGrounds(view, order, valuation, crossing, price, inPool, needed);
    boolean roundingDecides =
        grounds.seesAlmostThePrice(view)
            || (crossing.onStep()
                && grounds.mostBeyondCrossing() >= crossing.total() * (1 - Totals.SAME));
    return roundingDecides ? EVERYTHING : grounds;
  }

  private boolean seesAlmostThePrice(BuyerView view) {
    for (int place = 0; place < view.size(); place++) {
      if (seesAlmostThePrice(view.rivals(place))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether there is a price that the bids' price could be set to, or that lies where demand meets
   * supply but for rounding.
   */
  private boolean seesAlmostThePrice(Auction rivals) {
    double nearest = rivals.nearestPrice(price);
    return (nearest != price && isSame(nearest, price))
        || (betweenSteps && isSame(rivals.nearestPrice(crossing), crossing));
  }

  /**
   * What the smallest pool that meets the crossing's total needs of each seller; empty if none
   * does.
   */
  private static double[] needed(BuyerView view, RankingOrder order, Crossing crossing) {
    RankingOrder there = crossing.onStep() ? RankingOrder.RESIDUAL : order;
    Ranking ranking = Ranking.at(view, crossing.price(), there);
    for (int n = 1; n <= ranking.size(); n++) {
      if (n * ranking.residual(n - 1) >= crossing.total()) {
        double[] needed = new double[view.size()];
        for (int k = 0; k < n; k++) {
          needed[ranking.place(k)] = crossing.onStep() ? crossing.total() / n : ranking.residual(k);
        }
        return needed;
      }
    }
    return new double[0];
  }

  /** max n · Q⁽ⁿ⁾ just beyond the crossing. */
  private double mostBeyondCrossing() {
    double[] sorted = beyondCrossing.clone();
    Arrays.sort(sorted);
    double most = 0;
    for (int n = 1; n <= sorted.length; n++) {
      most = Math.max(most, n * sorted[sorted.length - n]);
    }
    return most;
  }

  private double beyondCrossing(Auction rivals) {
    return onStep && order == RankingOrder.RESIDUAL
        ? rivals.residualBelow(crossing)
        : order.left(rivals, crossing);
  }

  @Override
  public boolean hold(int place, Auction rivals) {
    return rivals.reserve() >= reserves[place]
        && !seesAlmostThePrice(rivals)
        && beyondCrossing(rivals) <= beyondCrossing[place]
        && stillGivesWhatIsNeeded(place, rivals)
        && stillRanks(place, order.left(rivals, price));
  }

  private boolean stillGivesWhatIsNeeded(int place, Auction rivals) {
    double given = onStep ? rivals.residual(crossing) : order.left(rivals, crossing);
    return needed[place] == 0 || (onStep ? given > needed[place] : given == needed[place]);
  }

  private boolean stillRanks(int place, double residual) {
    return inPool[place] ? residual == atPrice[place] : residual <= atPrice[place];
  }

  private static boolean isSame(double visible, double other) {
    return Math.abs(visible - other) <= VisiblePrices.SAME * other;
  }
}
