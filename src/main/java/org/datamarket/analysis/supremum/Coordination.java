package org.datamarket.analysis.supremum;

import java.util.Optional;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.strategy.Ranking;
import org.datamarket.strategy.RankingOrder;
import org.datamarket.strategy.supply.Totals;

/**
 * The coordinated bids by which a buyer would get a total at a price: the same ask at each of the
 * smallest pool of sellers that can meet it, n = min{n : n · Q⁽ⁿ⁾(p) ≥ A} (Blocher &amp; Harris
 * 2021, Lemma "Opt-out buyer coordination"; docs/model.md §4, step 2).
 */
public final class Coordination {
  /** A total this close, relatively, is met. */
  private static final double SAME = 1e-9;

  private Coordination() {}

  /**
   * The bids; empty if no pool can meet the total at the price.
   *
   * @param total A, GB, above 0
   * @param price p, $/GB
   */
  public static Optional<Bids> of(BuyerView view, double total, double price) {
    Ranking ranking = Ranking.at(view, price, RankingOrder.RESIDUAL);
    for (int n = 1; n <= ranking.size(); n++) {
      if (n * ranking.residual(n - 1) >= total * (1 - SAME)) {
        double[] asks = new double[view.size()];
        for (int k = 0; k < n; k++) {
          asks[ranking.place(k)] = total / n;
        }
        return Optional.of(view.bidsOf(asks, price));
      }
    }
    return Optional.empty();
  }

  /**
   * The fewest sellers that could meet a total at a price by equal asks, and clearly so; so many as
   * given if no fewer can.
   */
  public static int fewestByEqualAsks(BuyerView view, double total, double price, int given) {
    Ranking ranking = Ranking.at(view, price, RankingOrder.RESIDUAL);
    for (int n = 1; n < given && n <= ranking.size(); n++) {
      if (n * ranking.residual(n - 1) >= total * (1 + SAME)) {
        return n;
      }
    }
    return given;
  }

  /** The same by asks of any size, if only just. */
  public static int fewestByAnyAsks(BuyerView view, double total, double price, int given) {
    Ranking ranking = Ranking.at(view, price, RankingOrder.RESIDUAL);
    double sum = 0;
    for (int n = 1; n < given && n <= ranking.size(); n++) {
      sum += ranking.residual(n - 1);
      if (Totals.meets(sum, total)) {
        return n;
      }
    }
    return given;
  }
}
