package org.datamarket.strategy;

import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.supply.Totals;

/**
 * The opt-out pool: the smallest n for which n equal asks can be met by the first n sellers, n(z) =
 * min{n : n · Q⁽ⁿ⁾ ≥ z}, Q⁽ⁿ⁾ the smallest residual among them (Blocher &amp; Harris 2021, Lemma
 * "Opt-out buyer coordination"; docs/model.md §4, step 2).
 */
final class EqualShares implements PoolRule {
  static final EqualShares RULE = new EqualShares();

  private EqualShares() {}

  @Override
  public double gives(Ranking ranking, int size) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      smallest = Math.min(smallest, ranking.residual(k));
    }
    return size * smallest;
  }

  @Override
  public boolean asksEqually() {
    return true;
  }

  @Override
  public int size(Ranking ranking, double total) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int n = 1; n <= ranking.size(); n++) {
      smallest = Math.min(smallest, ranking.residual(n - 1));
      if (Totals.meets(n * smallest, total)) {
        return n;
      }
    }
    return 0;
  }

  @Override
  public double lowerEnd(Ranking ranking, int size) {
    double smallest = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int n = 1; n < size; n++) {
      smallest = Math.min(smallest, ranking.residual(n - 1));
      most = Math.max(most, n * smallest);
    }
    return most;
  }

  @Override
  public double ask(Ranking ranking, int size, double total, int k) {
    return total / size;
  }

  @Override
  public double lastUnitPrice(Ranking ranking, int size, double total, BuyerView view) {
    double prices = 0;
    for (int k = 0; k < size; k++) {
      Auction rivals = view.rivals(ranking.place(k));
      prices += rivals.marketPrice(Math.min(total / size, rivals.quantity()));
    }
    return prices / size;
  }

  @Override
  public Crossing crossing(Valuation valuation, BuyerView view, RankingOrder order) {
    return new EqualSharesCrossing(valuation, view, order).find();
  }

  @Override
  public Grounds grounds(
      BuyerView view,
      RankingOrder order,
      Valuation valuation,
      Crossing crossing,
      double price,
      Ranking ranking,
      int size) {
    return PoolGrounds.of(view, order, valuation, crossing, price, ranking, size);
  }
}
