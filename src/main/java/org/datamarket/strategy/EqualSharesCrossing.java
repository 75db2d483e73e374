package org.datamarket.strategy;

import java.util.Arrays;
import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.supply.Totals;

/**
 * The largest total z ≤ d with z ≤ max over n of n · Q⁽ⁿ⁾(θ′(z)), Q⁽ⁿ⁾ the n-th largest residual:
 * the crossing of demand and coordinated supply (docs/model.md §4, step 3).
 *
 * <p>A total meets z ≤ n · Q⁽ⁿ⁾(θ′(z)) when it meets z ≤ n · Q_j(θ′(z)) at n sellers or more. For
 * one n and one seller the largest such z lies where demand crosses one staircase, found in one
 * descent of its book; the n-th largest of these is the answer for n. The answer for all n comes by
 * policy iteration: solve for one n, ask at the price found which n could do better, and go on with
 * the most promising. Two or three turns are usual, and each takes O(reach · log bids).
 *
 * <p>With uncontested supply U in the place of Q, a total whose price is that of a step has not yet
 * the units that the step frees; all smaller totals have them, if θ′ falls there. The crossing is
 * then the end of the totals that are met and need not be met itself.
 */
final class EqualSharesCrossing {
  private final Valuation valuation;
  private final BuyerView view;
  private final RankingOrder order;
  private Crossing best = new Crossing(0, Double.POSITIVE_INFINITY, false);

  EqualSharesCrossing(Valuation valuation, BuyerView view, RankingOrder order) {
    this.valuation = valuation;
    this.view = view;
    this.order = order;
  }

  /**
   * The largest total, and where it lies; the demand itself lies at its own marginal value, and on
   * a step only if it is not met there.
   */
  Crossing find() {
    double demand = valuation.demand();
    double[] residuals = new double[view.size()];
    boolean[] solved = new boolean[view.size() + 1];
    int n = view.size() == 0 ? 0 : 1;
    while (n > 0 && !Totals.meets(best.total(), demand)) {
      solved[n] = true;
      solve(n);
      n = mostPromising(residuals, solved);
    }
    return Totals.meets(best.total(), demand)
        ? new Crossing(demand, valuation.marginal(demand), !isMet(demand))
        : best;
  }

  /** Whether the demand is met at its own price, as by residual it always is. */
  private boolean isMet(double demand) {
    return order != RankingOrder.UNCONTESTED
        || EqualShares.of(PoolChoice.LARGEST)
                .size(Ranking.at(view, valuation.marginal(demand), order), demand)
            > 0;
  }

  /** Raises the best crossing to that of pools of n, if it is higher. */
  private void solve(int n) {
    Meeting[] meetings = new Meeting[view.size()];
    int count = 0;
    for (int k = 0; k < view.size(); k++) {
      if (n * residualBeyondBest(view.rivals(k)) > best.total()) {
        Meeting meeting = meeting(view.rivals(k), n);
        meetings[count++] = meeting;
        if (n == 1) {
          raise(meeting);
        }
      }
    }
    if (n > 1 && count >= n) {
      Arrays.sort(meetings, 0, count, (a, b) -> Double.compare(b.total(), a.total()));
      raise(meetings[n - 1]);
    }
  }

  private void raise(Meeting meeting) {
    double total = meeting.total();
    if (total > best.total()) {
      best =
          meeting.onStep()
              ? new Crossing(total, meeting.step(), true)
              : new Crossing(total, valuation.marginal(total), false);
    }
  }

  /**
   * The largest total at one seller, on a step of its supply or below one.
   *
   * @param step the price of that step, $/GB
   */
  private record Meeting(double total, double step, boolean onStep) {}

  /** The largest z ≤ d with z ≤ n · Q(θ′(z)) at one seller. */
  private Meeting meeting(Auction rivals, int n) {
    double demand = valuation.demand();
    Auction.Step step =
        rivals.firstStep(
            (price, residual) -> n * residual >= demand || wantedFrom(price) <= n * residual);
    double atStep = Double.isInfinite(step.price()) ? 0 : wantedFrom(step.price());
    double below = below(rivals, step, n);
    return new Meeting(Math.max(below, atStep), step.price(), below <= atStep);
  }

  /**
   * The largest total that has the units of a step at its price: none that has just that price, if
   * they are contested.
   */
  private double wantedFrom(double price) {
    boolean contested = order.from(price, valuation) == RankingOrder.UNCONTESTED;
    return contested ? 0 : valuation.demandAt(price);
  }

  /** The largest total that does without the units of a step. */
  private double below(Auction rivals, Auction.Step step, int n) {
    boolean lowest = step.price() == rivals.reserve();
    return order == RankingOrder.UNCONTESTED && lowest
        ? Math.min(valuation.demandAt(step.price()), n * rivals.uncontested(step.price()))
        : n * step.residualBelow();
  }

  /** What a seller could give to any total beyond the best one found. */
  private double residualBeyondBest(Auction rivals) {
    return best.onStep() ? rivals.residualBelow(best.price()) : order.left(rivals, best.price());
  }

  /** The n whose pool could give the most beyond the best total, by the price there; 0 if none. */
  private int mostPromising(double[] residuals, boolean[] solved) {
    for (int k = 0; k < residuals.length; k++) {
      residuals[k] = residualBeyondBest(view.rivals(k));
    }
    Arrays.sort(residuals);
    int promising = 0;
    double most = best.total();
    for (int n = 1; n <= residuals.length; n++) {
      double met = n * residuals[residuals.length - n];
      if (met > most && !solved[n]) {
        promising = n;
        most = met;
      }
    }
    return promising;
  }
}
