package org.datamarket.strategy;

import java.util.Arrays;
import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;

/**
 * The largest total z ≤ d with z ≤ max over n of n · Q⁽ⁿ⁾(θ′(z)), Q⁽ⁿ⁾ the n-th largest residual: the
 * crossing of demand and coordinated supply (docs/model.md §4, step 3).
 *
 * <p>A total meets z ≤ n · Q⁽ⁿ⁾(θ′(z)) when it meets z ≤ n · Q_j(θ′(z)) at n sellers or more. For one n
 * and one seller the largest such z lies where demand crosses one staircase, found in one descent
 * of its book; the n-th largest of these is the answer for n. The answer for all n comes by policy
 * iteration: solve for one n, ask at the price found which n could do better, and go on with the
 * most promising. Two or three turns are usual, and each takes O(reach · log bids).
 */
final class EqualSharesCrossing {
  private final Valuation valuation;
  private final BuyerView view;
  private Crossing best = new Crossing(0, Double.POSITIVE_INFINITY, false);

  EqualSharesCrossing(Valuation valuation, BuyerView view) {
    this.valuation = valuation;
    this.view = view;
  }

  /** The largest total, and where it lies; the demand itself lies at its own marginal value. */
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
        ? new Crossing(demand, valuation.marginal(demand), false)
        : best;
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
            (price, residual) ->
                n * residual >= demand || valuation.demandAt(price) <= n * residual);
    double atStep = Double.isInfinite(step.price()) ? 0 : valuation.demandAt(step.price());
    double below = n * step.residualBelow();
    return new Meeting(Math.max(below, atStep), step.price(), below <= atStep);
  }

  /** What a seller could give to any total beyond the best one found. */
  private double residualBeyondBest(Auction rivals) {
    return best.onStep() ? rivals.residualBelow(best.price()) : rivals.residual(best.price());
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
