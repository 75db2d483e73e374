package org.datamarket.mechanism;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoublePredicate;
import org.datamarket.mechanism.PostedGoal.Start;
import org.datamarket.mechanism.PostedTrades.Trade;

/**
 * The prices between two marked ones that have no marked price between them. Nothing jumps there,
 * but what is aimed at need not have one peak. So points at even steps are tried, and the best is
 * improved by golden section; but before that some points are spent on bounds, which mostly say
 * that nothing there is good enough.
 */
final class PostedGap {
  private static final int POINTS = 24;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double NARROW = 1e-10;

  private final PostedTrades trades;
  private final PostedGoal goal;
  private final Start low;
  private final Trade high;

  /** Prices between two that were looked at, and a bound on the goal there. */
  private record Piece(Start low, Trade high, double bound) {}

  /**
   * @param low the lower marked price, and what is wanted just above it
   * @param high what is traded just below the higher one
   */
  PostedGap(PostedTrades trades, PostedGoal goal, Start low, Trade high) {
    this.trades = trades;
    this.goal = goal;
    this.low = low;
    this.high = high;
  }

  double low() {
    return low.price();
  }

  double high() {
    return high.price();
  }

  /** A bound on the goal, $. */
  double bound() {
    return goal.bound(trades, low, high);
  }

  /**
   * Whether bounds at a few more prices say that the goal is nowhere above a mark, $. False if they
   * do not say so.
   */
  boolean isNowhereAbove(double mark) {
    PriorityQueue<Piece> pieces =
        new PriorityQueue<>(
            Comparator.comparingDouble((Piece piece) -> -piece.bound)
                .thenComparingDouble(piece -> piece.high.price()));
    pieces.add(piece(low, high));
    for (int tried = 0; tried < POINTS && pieces.peek().bound > mark; tried++) {
      Piece piece = pieces.poll();
      double middle = piece.low.price() + (piece.high.price() - piece.low.price()) / 2;
      Trade trade = at(middle);
      if (goal.of(people(), trade) > mark) {
        return false;
      }
      pieces.add(piece(piece.low, trade));
      pieces.add(piece(new Start(middle, trade.wants(), trade.volume()), piece.high));
    }
    return pieces.peek().bound <= mark;
  }

  private Piece piece(Start from, Trade to) {
    return new Piece(from, to, goal.bound(trades, from, to));
  }

  /** Whether some point at even steps is as good as a mark, of those whose prices count. */
  boolean isSomewhere(double mark, DoublePredicate counts) {
    for (int k = 1; k <= POINTS; k++) {
      if (counts.test(point(k)) && goal.of(people(), at(point(k))) >= mark) {
        return true;
      }
    }
    return false;
  }

  /** The best that golden section finds around the highest of points at even steps. */
  Trade climb() {
    int peak = 1;
    double highest = Double.NEGATIVE_INFINITY;
    Trade top = null;
    for (int k = 1; k <= POINTS; k++) {
      Trade trade = at(point(k));
      double here = goal.of(people(), trade);
      if (here > highest) {
        highest = here;
        top = trade;
        peak = k;
      }
    }
    double from = point(peak - 1);
    double to = point(peak + 1);
    Trade left = inside(from, to, 1 - GOLDEN);
    Trade right = inside(from, to, GOLDEN);
    while (to - from > NARROW * to) {
      boolean fallsOff = goal.of(people(), left) >= goal.of(people(), right);
      top = better(top, fallsOff ? left : right);
      if (fallsOff) {
        to = right.price();
        right = left;
        left = inside(from, to, 1 - GOLDEN);
      } else {
        from = left.price();
        left = right;
        right = inside(from, to, GOLDEN);
      }
    }
    return better(better(top, left), right);
  }

  private double point(int k) {
    return low.price() + (high.price() - low.price()) * k / (POINTS + 1);
  }

  private Trade inside(double from, double to, double share) {
    return at(from + share * (to - from));
  }

  private Trade better(Trade one, Trade other) {
    return goal.of(people(), other) > goal.of(people(), one) ? other : one;
  }

  private Trade at(double price) {
    return trades.between(low.wants(), high.wants(), price);
  }

  private Population people() {
    return trades.setting().population();
  }
}
