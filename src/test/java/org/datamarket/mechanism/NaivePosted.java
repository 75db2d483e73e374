package org.datamarket.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best posted price as it is defined: every marked price on every side, each gap between two of
 * them at even steps and by golden section, and a plan for every price that is looked at.
 */
final class NaivePosted {
  private static final int POINTS = 24;

  /** No peak rises so far above points at even steps. */
  private static final double HOPELESS = 0.95;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final Population people;
  private final boolean welfare;
  private final List<double[]> tried = new ArrayList<>();
  private PostedMarket best;
  private double most = Double.NEGATIVE_INFINITY;

  NaivePosted(Population people, boolean welfare) {
    this.people = people;
    this.welfare = welfare;
  }

  PostedMarket best(double[] marks) {
    Side[] sides = welfare ? new Side[] {Side.AT, Side.BELOW, Side.ABOVE} : new Side[] {Side.AT};
    double[] values = new double[marks.length];
    for (int k = 0; k < marks.length; k++) {
      values[k] = Double.NEGATIVE_INFINITY;
      for (Side side : sides) {
        values[k] = Math.max(values[k], of(PostedMarket.at(people, marks[k], side)));
      }
      tried.add(new double[] {marks[k], values[k]});
    }
    double highest = Arrays.stream(values).max().orElseThrow();
    double enough = highest - 1e-12 * Math.abs(highest);
    for (int k = 0; best == null; k++) {
      for (Side side : sides) {
        PostedMarket market = PostedMarket.at(people, marks[k], side);
        if (best == null && of(market) >= enough) {
          best = market;
          most = of(market);
        }
      }
    }
    for (int k = 0; k + 1 < marks.length; k++) {
      lookBetween(marks[k], marks[k + 1]);
    }
    return best;
  }

  double most() {
    return most;
  }

  /** Whether nothing more than 1 % off comes as near to the best as this share of it. */
  boolean isUnique(double share) {
    return tried.stream()
        .noneMatch(
            one ->
                Math.abs(one[0] - best.price()) > 1e-2 * best.price()
                    && one[1] >= most - share * Math.abs(most));
  }

  private double of(PostedMarket market) {
    return welfare ? market.welfare(people) : market.revenue();
  }

  private void lookBetween(double low, double high) {
    int peak = 1;
    double value = Double.NEGATIVE_INFINITY;
    for (int k = 1; k <= POINTS; k++) {
      double price = point(low, high, k);
      double here = at(price);
      tried.add(new double[] {price, here});
      if (here > value) {
        value = here;
        peak = k;
      }
    }
    if (value < HOPELESS * most) {
      return;
    }
    double from = point(low, high, peak - 1);
    double to = point(low, high, peak + 1);
    double left = from + (1 - GOLDEN) * (to - from);
    double right = from + GOLDEN * (to - from);
    double atLeft = at(left);
    double atRight = at(right);
    double price = point(low, high, peak);
    while (to - from > 1e-10 * to) {
      boolean fallsOff = atLeft >= atRight;
      double higher = Math.max(atLeft, atRight);
      price = higher > value ? (fallsOff ? left : right) : price;
      value = Math.max(value, higher);
      from = fallsOff ? from : left;
      to = fallsOff ? right : to;
      double next = from + (fallsOff ? 1 - GOLDEN : GOLDEN) * (to - from);
      double atNext = at(next);
      double kept = fallsOff ? left : right;
      double atKept = fallsOff ? atLeft : atRight;
      left = fallsOff ? next : kept;
      atLeft = fallsOff ? atNext : atKept;
      right = fallsOff ? kept : next;
      atRight = fallsOff ? atKept : atNext;
    }
    if (at(price) > most + 1e-9 * Math.abs(most)) {
      best = PostedMarket.at(people, price, Side.AT);
      most = at(price);
    }
  }

  private double at(double price) {
    return of(PostedMarket.at(people, price, Side.AT));
  }

  private static double point(double low, double high, int k) {
    return low + (high - low) * k / (POINTS + 1);
  }
}
