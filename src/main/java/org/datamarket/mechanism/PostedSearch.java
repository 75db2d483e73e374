package org.datamarket.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.datamarket.mechanism.Outcome.Payments;
import org.datamarket.mechanism.Outcome.Posted;
import org.datamarket.mechanism.Outcome.Prices;

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

  private static final int POINTS = 24;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double NARROW = 1e-10;

  private final Population people;
  private final PostedGoal goal;
  private final List<Tried> tried = new ArrayList<>();
  private PostedMarket best;
  private double most = Double.NEGATIVE_INFINITY;

  private record Tried(double price, double value) {}

  private PostedSearch(Population people, PostedGoal goal) {
    this.people = people;
    this.goal = goal;
  }

  static Outcome best(Setting setting, PostedGoal goal) {
    double[] marks = MarkedPrices.of(setting);
    if (marks.length == 0) {
      return nothing(setting);
    }
    return new PostedSearch(setting.population(), goal).best(marks);
  }

  private Outcome best(double[] marks) {
    double[] values = new double[marks.length];
    for (int k = 0; k < marks.length; k++) {
      values[k] = tryMark(marks[k]);
    }
    double highest = Arrays.stream(values).max().orElseThrow();
    takeFirst(marks, values, highest);
    for (int k = 0; k + 1 < marks.length; k++) {
      improveBetween(marks[k], marks[k + 1]);
    }
    return outcome(tried.stream().noneMatch(this::isAnotherAsGood));
  }

  private boolean isAnotherAsGood(Tried one) {
    boolean elsewhere = Math.abs(one.price() - best.price()) > ELSEWHERE * best.price();
    return elsewhere && one.value() >= most - AS_GOOD * Math.abs(most);
  }

  private double tryMark(double price) {
    double value = Double.NEGATIVE_INFINITY;
    for (Side side : goal.sides()) {
      value = Math.max(value, goal.of(people, PostedMarket.at(people, price, side)));
    }
    tried.add(new Tried(price, value));
    return value;
  }

  private void takeFirst(double[] marks, double[] values, double highest) {
    double enough = highest - SAME * Math.abs(highest);
    int first = 0;
    while (values[first] < enough) {
      first++;
    }
    for (Side side : goal.sides()) {
      PostedMarket market = PostedMarket.at(people, marks[first], side);
      if (best == null && goal.of(people, market) >= enough) {
        best = market;
        most = goal.of(people, market);
      }
    }
  }

  /** Looks for something better between two marked prices. */
  private void improveBetween(double low, double high) {
    PostedMarket from = PostedMarket.at(people, low, Side.ABOVE);
    PostedMarket to = PostedMarket.at(people, high, Side.BELOW);
    if (goal.bound(people, from, to) < most - AS_GOOD * Math.abs(most)) {
      return;
    }
    int peak = 1;
    PostedMarket highest = null;
    double value = Double.NEGATIVE_INFINITY;
    for (int k = 1; k <= POINTS; k++) {
      PostedMarket market = PostedMarket.at(people, point(low, high, k), Side.AT);
      double here = goal.of(people, market);
      tried.add(new Tried(market.price(), here));
      if (here > value) {
        value = here;
        highest = market;
        peak = k;
      }
    }
    PostedMarket refined = climb(point(low, high, peak - 1), point(low, high, peak + 1), highest);
    if (goal.of(people, refined) > most + BETTER * Math.abs(most)) {
      best = refined;
      most = goal.of(people, refined);
    }
  }

  private static double point(double low, double high, int k) {
    return low + (high - low) * k / (POINTS + 1);
  }

  /** Golden section between two prices around the best so far. */
  private PostedMarket climb(double from, double to, PostedMarket start) {
    double low = from;
    double high = to;
    PostedMarket left = inside(low, high, 1 - GOLDEN);
    PostedMarket right = inside(low, high, GOLDEN);
    PostedMarket top = start;
    while (high - low > NARROW * high) {
      boolean fallsOff = goal.of(people, left) >= goal.of(people, right);
      top = better(top, fallsOff ? left : right);
      if (fallsOff) {
        high = right.price();
        right = left;
        left = inside(low, high, 1 - GOLDEN);
      } else {
        low = left.price();
        left = right;
        right = inside(low, high, GOLDEN);
      }
    }
    return better(better(top, left), right);
  }

  private PostedMarket inside(double low, double high, double share) {
    return PostedMarket.at(people, low + share * (high - low), Side.AT);
  }

  private PostedMarket better(PostedMarket one, PostedMarket other) {
    return goal.of(people, other) > goal.of(people, one) ? other : one;
  }

  private Outcome outcome(boolean unique) {
    double price = best.price();
    double[] allocation = best.plan().allocation();
    double[] sold = best.plan().sold();
    double[] cost = Arrays.stream(allocation).map(total -> price * total).toArray();
    double[] revenue = Arrays.stream(sold).map(total -> price * total).toArray();
    double[] prices = new double[sold.length];
    for (int j = 0; j < prices.length; j++) {
      boolean offers = PostedMarket.offers(people.reserves()[j], price, best.side());
      prices[j] = offers ? price : Double.NaN;
    }
    double unmet = 0;
    for (int i = 0; i < allocation.length; i++) {
      unmet += Math.max(0, best.wants()[i] - allocation[i]);
    }
    return new Outcome(
        allocation,
        sold,
        Optional.of(new Payments(cost, Optional.of(revenue), 0)),
        Optional.of(new Prices(prices, Optional.empty())),
        unmet,
        allocation.length,
        best.plan().deliveries(),
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
