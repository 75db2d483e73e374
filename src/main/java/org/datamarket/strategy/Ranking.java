package org.datamarket.strategy;

import java.io.Serializable;
import java.util.Arrays;
import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;

/**
 * ℓ_i, the sellers that have something left for a buyer at its price, in the order in which it
 * turns to them (docs/model.md §4, step 1): by residual supply or by quantity on offer, the largest
 * first; ties by the lower reserve, then by the seller's number.
 */
public final class Ranking implements Serializable {
  private static final long serialVersionUID = 1;

  /** A residual below this share of the quantity on offer is the rounding of a sum, not supply. */
  static final double ROUNDING = 1e-12;

  private static final Ranking EMPTY = new Ranking(0, new int[0], new int[0], new double[0]);

  private final double price;
  private final int[] places;
  private final int[] sellers;
  private final double[] residuals;

  private Ranking(double price, int[] places, int[] sellers, double[] residuals) {
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
   * The ranking of the visible sellers at a price: O(reach · log bids + reach · log reach).
   *
   * @param price the buyer's price, $/GB
   */
  public static Ranking at(BuyerView view, double price, RankingOrder order) {
    int[] places = new int[view.size()];
    double[] residuals = new double[view.size()];
    double[] keys = new double[view.size()];
    int count = 0;
    for (int k = 0; k < view.size(); k++) {
      Auction rivals = view.rivals(k);
      double residual = rivals.residual(price);
      if (residual > ROUNDING * rivals.quantity()) {
        double key = order == RankingOrder.RESIDUAL ? residual : rivals.quantity();
        int at = count++;
        while (at > 0 && comesBefore(view, k, key, places[at - 1], keys[at - 1])) {
          places[at] = places[at - 1];
          residuals[at] = residuals[at - 1];
          keys[at] = keys[at - 1];
          at--;
        }
        places[at] = k;
        residuals[at] = residual;
        keys[at] = key;
      }
    }
    int[] first = Arrays.copyOf(places, count);
    int[] sellers = new int[count];
    for (int k = 0; k < count; k++) {
      sellers[k] = view.seller(first[k]);
    }
    return new Ranking(price, first, sellers, Arrays.copyOf(residuals, count));
  }

  private static boolean comesBefore(
      BuyerView view, int place, double key, int otherPlace, double otherKey) {
    if (key != otherKey) {
      return key > otherKey;
    }
    return view.rivals(place).reserve() < view.rivals(otherPlace).reserve();
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

  /** The residual supply of the k-th ranked seller, GB. */
  public double residual(int k) {
    return residuals[k];
  }
}
