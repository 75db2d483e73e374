package org.datamarket.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.supply.Totals;

/**
 * The opt-out pool: the smallest n for which n equal asks can be met by the first n sellers, n(z) =
 * min{n : n · Q⁽ⁿ⁾ ≥ z}, Q⁽ⁿ⁾ the smallest residual among them (Blocher &amp; Harris 2021, Lemma
 * "Opt-out buyer coordination"; docs/model.md §4, step 2). Its sellers are those n, or the n that
 * sell such an ask for least.
 */
final class EqualShares implements PoolRule {
  private static final EqualShares LARGEST = new EqualShares(PoolChoice.LARGEST);
  private static final EqualShares CHEAPEST = new EqualShares(PoolChoice.CHEAPEST);

  private final PoolChoice choice;

  private EqualShares(PoolChoice choice) {
    this.choice = choice;
  }

  /** The rule with the largest or the cheapest sellers. */
  static EqualShares of(PoolChoice choice) {
    return choice == PoolChoice.CHEAPEST ? CHEAPEST : LARGEST;
  }

  @Override
  public boolean choosesByCost() {
    return choice == PoolChoice.CHEAPEST;
  }

  @Override
  public Ranking led(Ranking ranking, int size, double total, BuyerView view, RankingOrder order) {
    return choosesByCost()
        ? ranking.ledBy(cheapest(ranking, size, total, view), view, order)
        : ranking;
  }

  /** The n that sell an n-th of a total for least, of those that have so much left. */
  private static int[] cheapest(Ranking ranking, int size, double total, BuyerView view) {
    List<Offer> offers =
        IntStream.range(0, ranking.size())
            .filter(k -> Totals.meets(size * ranking.residual(k), total))
            .mapToObj(k -> Offer.of(ranking, k, total / size, view))
            .sorted(Offer.LARGEST_FIRST)
            .collect(Collectors.toCollection(ArrayList::new));
    int[] places = new int[size];
    for (int n = 0; n < size; n++) {
      double least = offers.stream().mapToDouble(Offer::cost).min().orElseThrow();
      Offer next =
          offers.stream().filter(o -> Totals.pays(least, o.cost())).findFirst().orElseThrow();
      offers.remove(next);
      places[n] = next.place();
    }
    return places;
  }

  /** What a seller takes for an ask; of those that take the same, the larger is the first. */
  private record Offer(int place, double cost, double residual, double reserve) {
    static final Comparator<Offer> LARGEST_FIRST =
        Comparator.comparingDouble(Offer::residual)
            .reversed()
            .thenComparingDouble(Offer::reserve)
            .thenComparingInt(Offer::place);

    static Offer of(Ranking ranking, int k, double ask, BuyerView view) {
      Auction rivals = view.rivals(ranking.place(k));
      double cost = rivals.costOf(Math.min(ask, rivals.quantity()));
      return new Offer(ranking.place(k), cost, ranking.residual(k), rivals.reserve());
    }
  }

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
    Ranking origin = ranking.origin();
    double smallest = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int n = 1; n < size; n++) {
      smallest = Math.min(smallest, origin.residual(n - 1));
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
    return choosesByCost()
        ? Grounds.EVERYTHING
        : PoolGrounds.of(view, order, valuation, crossing, price, ranking, size);
  }
}
