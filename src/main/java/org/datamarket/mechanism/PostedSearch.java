package org.datamarket.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.datamarket.mechanism.Outcome.Payments;
import org.datamarket.mechanism.Outcome.Posted;
import org.datamarket.mechanism.Outcome.Prices;
import org.datamarket.mechanism.PostedGoal.Start;
import org.datamarket.mechanism.PostedTrades.Trade;

/**
 * The best posted price (docs/mechanisms.md §3). Every marked price is tried, on every side that
 * counts; of those equally good (1e-12, relatively) the lowest is taken, then at, below, above.
 * Between two marked prices there may be a better one, and neither goal need have one peak there:
 * where a bound does not rule it out, points are tried and the best is improved by golden section;
 * such a price is taken only if it is better by 1e-9.
 */
final class PostedSearch {
  private static final double SAME = 1e-12;
  private static final double BETTER = 1e-9;

  /** A price further off than this share of the best is another price. */
  private static final double ELSEWHERE = 1e-2;

  /** To within this share another price is as good, and is looked for. */
  private static final double AS_GOOD = 1e-6;

  private final Population people;
  private final PostedGoal goal;
  private final PostedTrades trades;
  private final double[] prices;

  /** By number, those that were looked at; the others can neither win nor be as good. */
  private final Mark[] marks;

  private final List<PostedGap> gaps = new ArrayList<>();
  private double most = Double.NEGATIVE_INFINITY;
  private Trade best;

  /**
   * A marked price.
   *
   * @param value the most of the goal on its sides, $
   * @param below what is traded just below it
   * @param start what is wanted just above it
   */
  private record Mark(double price, double value, Trade below, Start start) {}

  /** The marked prices between two that were looked at, and a bound on the goal there. */
  private record Range(int low, int high, double bound) {}

  private PostedSearch(Setting setting, PostedGoal goal, double[] prices) {
    this.people = setting.population();
    this.goal = goal;
    this.trades = new PostedTrades(setting, goal == PostedGoal.WELFARE);
    this.prices = prices;
    this.marks = new Mark[prices.length];
  }

  static Outcome best(Setting setting, PostedGoal goal) {
    double[] prices = MarkedPrices.of(setting);
    if (prices.length == 0) {
      return nothing(setting);
    }
    return new PostedSearch(setting, goal, prices).best();
  }

  private Outcome best() {
    lookAtMarks();
    takeFirst();
    for (PostedGap gap : gaps) {
      improveIn(gap);
    }
    return outcome(isUnique());
  }

  /** The most promising range first, until none promises what would be as good as the best. */
  private void lookAtMarks() {
    lookAt(prices.length - 1);
    lookAt(0);
    PriorityQueue<Range> ranges =
        new PriorityQueue<>(
            Comparator.comparingDouble((Range range) -> -range.bound)
                .thenComparingInt(range -> -range.low));
    addRange(ranges, 0, prices.length - 1);
    while (!ranges.isEmpty() && ranges.peek().bound >= asGood()) {
      Range range = ranges.poll();
      int middle = (range.low + range.high) / 2;
      if (middle == range.low) {
        Mark high = marks[range.high];
        gaps.add(new PostedGap(trades, goal, marks[range.low].start, high.below));
      } else {
        lookAt(middle);
        addRange(ranges, range.low, middle);
        addRange(ranges, middle, range.high);
      }
    }
    gaps.sort(Comparator.comparingDouble(PostedGap::low));
  }

  private void addRange(PriorityQueue<Range> ranges, int low, int high) {
    if (low < high) {
      double bound = goal.bound(trades, marks[low].start, marks[high].below);
      ranges.add(new Range(low, high, bound));
    }
  }

  private double asGood() {
    return most - AS_GOOD * Math.abs(most);
  }

  private void lookAt(int mark) {
    double price = prices[mark];
    Trade at = trades.at(price, Side.AT);
    Trade below = trades.isReserve(price) ? trades.at(price, Side.BELOW) : at;
    double[] above = PostedMarket.wants(people, price, Side.ABOVE);
    double value = goal.of(people, at);
    if (goal.sides().contains(Side.BELOW) && below != at) {
      value = Math.max(value, goal.of(people, below));
    }
    if (goal.sides().contains(Side.ABOVE) && trades.jumps(at.wants(), above)) {
      value = Math.max(value, goal.of(people, trades.at(price, Side.ABOVE)));
    }
    most = Math.max(most, value);
    marks[mark] = new Mark(price, value, below, new Start(price, above, at.volume()));
  }

  /** The lowest of the marks that are equally good, at the first of its sides that is. */
  private void takeFirst() {
    double enough = most - SAME * Math.abs(most);
    int first = 0;
    while (marks[first] == null || marks[first].value < enough) {
      first++;
    }
    for (Side side : goal.sides()) {
      if (best == null) {
        Trade trade = trades.at(prices[first], side);
        double value = goal.of(people, trade);
        if (value >= enough) {
          best = trade;
          most = value;
        }
      }
    }
  }

  /** Looks for something better between two marked prices. */
  private void improveIn(PostedGap gap) {
    double better = most + BETTER * Math.abs(most);
    boolean cannot = goal == PostedGoal.WELFARE && trades.setting().optimum() <= better;
    if (cannot || gap.isNowhereAbove(better)) {
      return;
    }
    Trade found = gap.climb();
    double value = goal.of(people, found);
    if (value > better) {
      best = found;
      most = value;
    }
  }

  private boolean isUnique() {
    for (Mark mark : marks) {
      if (mark != null && isElsewhere(mark.price) && mark.value >= asGood()) {
        return false;
      }
    }
    for (PostedGap gap : gaps) {
      if (isElsewhere(gap.low()) || isElsewhere(gap.high())) {
        if (gap.bound() >= asGood()
            && !gap.isNowhereAbove(Math.nextDown(asGood()))
            && gap.isSomewhere(asGood(), this::isElsewhere)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isElsewhere(double price) {
    return Math.abs(price - best.price()) > ELSEWHERE * best.price();
  }

  private Outcome outcome(boolean unique) {
    double price = best.price();
    PostedMarket market = PostedMarket.at(people, price, best.side());
    double[] allocation = market.plan().allocation();
    double[] sold = market.plan().sold();
    double[] cost = Arrays.stream(allocation).map(total -> price * total).toArray();
    double[] revenue = Arrays.stream(sold).map(total -> price * total).toArray();
    double[] asked = new double[sold.length];
    for (int j = 0; j < asked.length; j++) {
      boolean offers = PostedMarket.offers(people.reserves()[j], price, best.side());
      asked[j] = offers ? price : Double.NaN;
    }
    double unmet = 0;
    for (int i = 0; i < allocation.length; i++) {
      unmet += Math.max(0, market.wants()[i] - allocation[i]);
    }
    return new Outcome(
        allocation,
        sold,
        Optional.of(new Payments(cost, Optional.of(revenue), 0)),
        Optional.of(new Prices(asked, Optional.empty())),
        unmet,
        allocation.length,
        market.plan().deliveries(),
        new Posted(price, best.side(), unique));
  }

  /** Nobody and nothing has a price: no buyer wants anything, no seller has anything. */
  private static Outcome nothing(Setting setting) {
    Outcome outcome = new NoMarket().clear(setting);
    double[] none = new double[setting.population().sellers()];
    Arrays.fill(none, Double.NaN);
    return new Outcome(
        outcome.allocation(),
        outcome.sold(),
        outcome.payments(),
        Optional.of(new Prices(none, Optional.empty())),
        0,
        setting.population().buyers(),
        outcome.deliveries(),
        new Posted(Double.NaN, Side.AT, true));
  }
}
