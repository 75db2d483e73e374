package org.datamarket.strategy;

import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.supply.MergedUnits;
import org.datamarket.strategy.supply.Totals;

/**
 * The cumulative pool: the first sellers until their residuals add up to the total; each is asked
 * for what it can give, the last for what is missing (docs/model.md §4, other strategies).
 */
final class FillInOrder implements PoolRule {
  static final FillInOrder RULE = new FillInOrder();

  private FillInOrder() {}

  @Override
  public double gives(Ranking ranking, int size) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += ranking.residual(k);
    }
    return sum;
  }

  @Override
  public boolean asksEqually() {
    return false;
  }

  @Override
  public int size(Ranking ranking, double total) {
    double sum = 0;
    for (int n = 1; n <= ranking.size(); n++) {
      sum += ranking.residual(n - 1);
      if (Totals.meets(sum, total)) {
        return n;
      }
    }
    return 0;
  }

  @Override
  public double lowerEnd(Ranking ranking, int size) {
    return gives(ranking, size - 1);
  }

  @Override
  public double ask(Ranking ranking, int size, double total, int k) {
    return k < size - 1 ? ranking.residual(k) : Math.max(0, total - lowerEnd(ranking, size));
  }

  @Override
  public double lastUnitPrice(Ranking ranking, int size, double total, BuyerView view) {
    int last = size - 1;
    Auction rivals = view.rivals(ranking.place(last));
    return rivals.marketPrice(Math.min(ask(ranking, size, total, last), rivals.quantity()));
  }

  @Override
  public Crossing crossing(Valuation valuation, BuyerView view, RankingOrder order) {
    MergedUnits units = new MergedUnits(view);
    double supply = 0;
    while (units.isValid()) {
      double price = units.price();
      double below = supply;
      while (units.isValid() && units.price() == price) {
        supply += units.quantity();
        units.next();
      }
      double wanted = valuation.demandAt(price);
      if (wanted <= supply) {
        return below > wanted
            ? new Crossing(below, valuation.marginal(below), false)
            : new Crossing(wanted, price, true);
      }
    }
    return new Crossing(supply, valuation.marginal(supply), false);
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
    return Grounds.EVERYTHING;
  }
}
