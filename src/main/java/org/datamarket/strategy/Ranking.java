package org.datamarket.strategy;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;

/**
 * ℓ_i, the sellers that have something left for a buyer at its price, in the order in which it
 * turns to them (docs/model.md §4, step 1): by residual supply, by quantity on offer or by
 * uncontested supply, the largest first; ties by the lower reserve, then by the seller's number. A
 * strategy whose pool is not the first of these puts its pool in front.
 */
public final class Ranking implements Serializable {
  private static final long serialVersionUID = 2;

  /** A residual below this share of the quantity on offer is the rounding of a sum, not supply. */
  public static final double ROUNDING = 1e-12;

  private static final Ranking EMPTY = new Ranking(0, new int[0], new int[0], new double[0]);

  /** The ranking that this one has come from by putting a pool in front; itself if none was. */
  private final Ranking origin;

  private final double price;
  private final int[] places;
  private final int[] sellers;
  private final double[] residuals;

  private Ranking(double price, int[] places, int[] sellers, double[] residuals) {
    this(null, price, places, sellers, residuals);
  }

  private Ranking(Ranking origin, double price, int[] places, int[] sellers, double[] residuals) {
    this.origin = origin == null ? this : origin;
    this.price = price;
    this.places = places;
    this.sellers = sellers;
    this.residuals = residuals;
  }

  /** A ranking without sellers. */
  public static Ranking empty() {
    return EMPTY;
  }

  /**
   * The ranking of the visible sellers at a price, by binary insertion: O(reach · log bids + reach
   * · log reach), but for the moving of numbers in an array.
   *
   * @param price the buyer's price, $/GB
   */
  public static Ranking at(BuyerView view, double price, RankingOrder order) {
    double[] residuals = new double[view.size()];
    double[] keys = order == RankingOrder.OFFER ? new double[view.size()] : residuals;
    int[] places = new int[view.size()];
    int count = 0;
    for (int k = 0; k < view.size(); k++) {
      Auction rivals = view.rivals(k);
      residuals[k] = order.left(rivals, price);
      if (residuals[k] > ROUNDING * rivals.quantity()) {
        keys[k] = order == RankingOrder.OFFER ? rivals.quantity() : residuals[k];
        int at = rank(k, keys, places, count, view);
        System.arraycopy(places, at, places, at + 1, count++ - at);
        places[at] = k;
      }
    }
    int[] sellers = new int[count];
    double[] ranked = new double[count];
    for (int k = 0; k < count; k++) {
      sellers[k] = view.seller(places[k]);
      ranked[k] = residuals[places[k]];
    }
    return new Ranking(price, Arrays.copyOf(places, count), sellers, ranked);
  }

  /**
   * The same sellers, those of a pool in front: for strategies whose pool is not the first sellers.
   *
   * @param pool their places in the view, the first the buyer turns to first; one that has nothing
   *     left is added
   * @param order by which the others are ranked, and what counts as left
   */
  Ranking ledBy(int[] pool, BuyerView view, RankingOrder order) {
    int[] led = IntStream.concat(Arrays.stream(pool), Arrays.stream(places)).distinct().toArray();
    return new Ranking(
        origin,
        price,
        led,
        Arrays.stream(led).map(view::seller).toArray(),
        Arrays.stream(led).mapToDouble(place -> order.left(view.rivals(place), price)).toArray());
  }

  /** The order in which the sellers were ranked before a pool was put in front. */
  Ranking origin() {
    return origin;
  }

  /** How many of the sellers ranked so far stay before another one. */
  private static int rank(int place, double[] keys, int[] places, int count, BuyerView view) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (comesBefore(place, places[middle], keys, view)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static boolean comesBefore(int place, int other, double[] keys, BuyerView view) {
    return keys[place] != keys[other]
        ? keys[place] > keys[other]
        : view.rivals(place).reserve() < view.rivals(other).reserve();
  }

  /** The price at which the residuals hold, $/GB. */
  public double price() {
    return price;
  }

  /** How many sellers have something left. */
  public int size() {
    return sellers.length;
  }

  /** The place in the buyer's view of the k-th ranked seller, the first being 0. */
  public int place(int k) {
    return places[k];
  }

  /** The number in the market of the k-th ranked seller. */
  public int seller(int k) {
    return sellers[k];
  }

  /**
   * What the k-th ranked seller has left: its residual supply or, in that order, its uncontested
   * one, GB.
   */
  public double residual(int k) {
    return residuals[k];
  }
}
