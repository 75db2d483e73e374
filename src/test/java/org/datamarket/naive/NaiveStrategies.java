package org.datamarket.naive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What a buyer would bid, rule by rule. The desired total is found piece by piece: between two
 * successive prices of the visible auctions all residual supplies are constant, so on each piece of
 * totals the ranking is fixed; the pieces are tried from the largest totals down.
 *
 * <p>Readings taken where the rules leave room:
 *
 * <ul>
 *   <li>Residual supplies, and so rankings, are compared as the doubles they are, without
 *       tolerance.
 *   <li>"A total of at least d(1 − 1e-12) counts as d" holds for the desired total and for what a
 *       pool can meet alike.
 *   <li>A price is set to the nearest of the rivals' prices and reserves within 1e-9 of it (the
 *       lower of two equally near), before the ranking at that price is made. Every live rival bid
 *       at a visible seller counts, also one below the reserve.
 *   <li>Shading never goes below the end of the stretch on which θ′ is constant, nor starts from
 *       within it, whatever the rule.
 *   <li>Whatever the reason why the shaded total has no pool, the pool of the desired total is
 *       kept.
 *   <li>Where the price as bid would lead a total that the budget pays for to a pool that it does
 *       not pay for, the pool at the truthful price is kept.
 *   <li>The shaded total counts as affordable up to 1e-12 of the budget, so that rounding alone
 *       never lowers it.
 *   <li>{@code ABSTAIN} concerns opt-out, cumulative and truthful-single, and lack of supply only,
 *       whatever the budget.
 *   <li>With {@code UNCONTESTED} the desired total is the end of those that can be met. It need not
 *       be met itself, since at just its own price a rival's bid may be in the way; if it is the
 *       demand, it is then shaded like any other.
 *   <li>Of the cheapest sellers, those whose costs differ by at most 1e-12 of themselves cost the
 *       same.
 *   <li>Waterfill takes units while θ′ is strictly above their price (matters only where θ′ is
 *       constant).
 * </ul>
 */
public final class NaiveStrategies {

  /** How a buyer spreads its demand over the sellers. */
  public enum Strategy {
    OPT_OUT,
    CUMULATIVE,
    WATERFILL,
    TRUTHFUL_SINGLE
  }

  /**
   * What sellers are ranked by: what they can give at the buyer's price, what they offer, or what
   * no tied bid asks for.
   */
  public enum Ranking {
    RESIDUAL,
    OFFER,
    UNCONTESTED
  }

  /** How far below the desired total the bid stays. */
  public enum Shading {
    UTILITY,
    LAZAR_SEMRET,
    NONE
  }

  /** What to do when supply does not reach to the demand. */
  public enum Shortfall {
    PARTIAL,
    ABSTAIN
  }

  /** A buyer's way of bidding. */
  public record Rule(
      Strategy strategy,
      Ranking ranking,
      boolean cheapestPool,
      Shading shading,
      Shortfall shortfall) {

    public Rule(Strategy strategy, Ranking ranking, Shading shading, Shortfall shortfall) {
      this(strategy, ranking, false, shading, shortfall);
    }

    public static Rule of(Strategy strategy) {
      return new Rule(strategy, Ranking.RESIDUAL, Shading.UTILITY, Shortfall.PARTIAL);
    }
  }

  /**
   * The bids (null: none), one a seller; the desired total z*, the total v bid for, and the unit
   * price.
   */
  public record Reply(Bid[] bids, double desired, double total, double price) {}

  static final double COUNTS_AS_ALL = 1 - 1e-12;
  static final double NEAR = 1e-9;
  static final double AFFORDABLE = 1 + 1e-12;

  private final Rule rule;
  private final NaiveValuation valuation;
  private final double budget;
  private final double epsilon;
  private final NaiveAuction[] auctions;
  private final int[] reach;
  private final int buyer;

  /** A total, and what each seller of the reach is asked for, in the order of the reach. */
  private record Plan(double total, double price, double[] asks) {}

  NaiveStrategies(
      Rule rule,
      NaiveValuation valuation,
      double budget,
      double epsilon,
      NaiveAuction[] auctions,
      int[] reach,
      int buyer) {
    this.rule = rule;
    this.valuation = valuation;
    this.budget = budget;
    this.epsilon = epsilon;
    this.auctions = auctions;
    this.reach = Arrays.stream(reach).sorted().toArray();
    this.buyer = buyer;
  }

  /** The reply of a buyer to the auctions as they stand; its own bids in them do not count. */
  public static Reply reply(
      Rule rule,
      NaiveValuation valuation,
      double budget,
      double epsilon,
      NaiveAuction[] auctions,
      int[] reach,
      int buyer) {
    return new NaiveStrategies(rule, valuation, budget, epsilon, auctions, reach, buyer).reply();
  }

  /**
   * The supremum of what the buyer could get out of the auctions by any bids whatever within its
   * budget, the others' bids and the reserves as they stand.
   */
  public static double bestUtility(
      NaiveValuation valuation, double budget, NaiveAuction[] auctions, int[] reach, int buyer) {
    Rule waterfill = Rule.of(Strategy.WATERFILL);
    NaiveStrategies best =
        new NaiveStrategies(waterfill, valuation, budget, 0, auctions, reach, buyer);
    Plan desired = best.largest(valuation.demand(), budget);
    return desired == null
        ? valuation.value(0)
        : valuation.value(desired.total) - best.cost(desired.price, desired.asks);
  }

  /** The desired total, without a thought of the bids; 0 if there is none. */
  double total() {
    Plan desired = largest(valuation.demand(), budget);
    return desired == null ? 0 : desired.total;
  }

  // ---------------------------------------------------------------- the reply

  private Reply reply() {
    if (rule.ranking == Ranking.UNCONTESTED
        && rule.strategy == Strategy.OPT_OUT
        && nothingIsUncontested()) {
      Rule byResidual =
          new Rule(
              rule.strategy, Ranking.RESIDUAL, rule.cheapestPool, rule.shading, rule.shortfall);
      return reply(byResidual, valuation, budget, epsilon, auctions, reach, buyer);
    }
    Plan desired = desired(budget);
    if (desired == null || abstains()) {
      return noBid(desired == null ? 0 : desired.total);
    }
    double total = shade(desired.total);
    Plan plan = planAt(total, desired);
    if (!affordable(plan)) {
      Plan less = largest(total, budget);
      if (less == null) {
        return noBid(desired.total);
      }
      plan = planAt(less.total, less);
      if (!affordable(plan)) {
        plan = new Plan(less.total, plan.price, less.asks);
      }
    }
    return plan.total < NEAR * valuation.demand() ? noBid(desired.total) : bid(desired.total, plan);
  }

  private boolean nothingIsUncontested() {
    Plan unlimited = largest(valuation.demand(), Double.POSITIVE_INFINITY);
    return unlimited == null || unlimited.total < NEAR * valuation.demand();
  }

  private boolean abstains() {
    if (rule.shortfall == Shortfall.PARTIAL || rule.strategy == Strategy.WATERFILL) {
      return false;
    }
    Plan unlimited = desired(Double.POSITIVE_INFINITY);
    return unlimited == null || unlimited.total < valuation.demand();
  }

  private Plan desired(double limit) {
    return rule.strategy == Strategy.TRUTHFUL_SINGLE
        ? largestAtOneSeller(limit)
        : largest(valuation.demand(), limit);
  }

  private Reply noBid(double desired) {
    return new Reply(new Bid[auctions.length], desired, 0, 0);
  }

  private Reply bid(double desired, Plan plan) {
    Bid[] bids = new Bid[auctions.length];
    for (int s = 0; s < reach.length; s++) {
      if (plan.asks[s] > 0 && plan.asks[s] >= NEAR * plan.total) {
        bids[reach[s]] = new Bid(plan.asks[s], plan.price);
      }
    }
    return new Reply(bids, desired, plan.total, plan.price);
  }

  /**
   * The plan for a total at its own price; the asks of another plan, in proportion, where that
   * price has no pool for it.
   */
  private Plan planAt(double total, Plan otherwise) {
    double price = snapped(valuation.marginal(total));
    double[] asks = total > 0 ? asks(price, total) : new double[reach.length];
    if (asks == null) {
      asks = Arrays.stream(otherwise.asks).map(ask -> ask * total / otherwise.total).toArray();
    }
    return new Plan(total, price, asks);
  }

  double shade(double desired) {
    double constantUpTo = valuation.constantUpTo();
    if (desired <= constantUpTo) {
      return desired;
    }
    double shaded =
        switch (rule.shading) {
          case NONE -> desired;
          case LAZAR_SEMRET -> Math.max(0, desired - epsilon / valuation.marginal(0));
          case UTILITY ->
              epsilon == 0 || desired == valuation.demand() && isMetAtItsPrice(desired)
                  ? desired
                  : valuation.smallestWithin(desired, epsilon);
        };
    return Math.max(shaded, constantUpTo);
  }

  private boolean isMetAtItsPrice(double total) {
    return rule.ranking != Ranking.UNCONTESTED || asks(valuation.marginal(total), total) != null;
  }

  double snapped(double price) {
    double nearest = price;
    double distance = Double.POSITIVE_INFINITY;
    for (double other : visiblePrices()) {
      double apart = Math.abs(other - price);
      if (apart <= NEAR * Math.max(other, price) && apart < distance) {
        nearest = other;
        distance = apart;
      }
    }
    return nearest;
  }

  /** Ascending. */
  private double[] visiblePrices() {
    List<Double> prices = new ArrayList<>();
    for (int j : reach) {
      prices.add(auctions[j].reserve());
      for (int k = 0; k < auctions[j].bidders(); k++) {
        if (k != buyer && auctions[j].bidQuantity(k) > 0) {
          prices.add(auctions[j].bidPrice(k));
        }
      }
    }
    return prices.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  // ---------------------------------------------------------------- the desired total

  /**
   * The largest total up to a limit that is feasible at its own price and costs at most the budget,
   * with what it would ask; null if there is none.
   */
  private Plan largest(double limit, double withinBudget) {
    double[] levels = levels();
    for (int m = 0; m < levels.length; m++) {
      double high = Math.min(limit, totalAt(levels[m]));
      double low = m + 1 < levels.length ? totalAt(levels[m + 1]) : 0;
      Plan plan =
          rule.ranking == Ranking.UNCONTESTED
              ? largestUncontested(levels[m], low, high, withinBudget)
              : largestOnPiece(levels[m], low, high, withinBudget);
      if (plan != null) {
        return plan;
      }
    }
    return null;
  }

  /**
   * The same on the totals of just the level's price, which change nothing unless θ′ is constant,
   * and on those above it.
   */
  private Plan largestUncontested(double level, double low, double high, double withinBudget) {
    double between = Math.min(high, totalAbove(level));
    Plan atLevel = largestOnPiece(level, between, high, withinBudget);
    return atLevel == null
        ? largestOnPiece(Math.nextUp(level), low, between, withinBudget)
        : atLevel;
  }

  /**
   * All totals above a price: but for rounding those at it, too, unless θ′ is constant at that
   * price.
   */
  private double totalAbove(double price) {
    double above = countAsDemand(valuation.inverseAbove(price));
    double at = totalAt(price);
    return at - above < 1e-12 * valuation.demand() ? at : above;
  }

  /** All prices where the residual supply of a visible seller changes, ascending. */
  private double[] levels() {
    TreeSet<Double> levels = new TreeSet<>();
    for (int j : reach) {
      for (double level : auctions[j].levels(buyer)) {
        levels.add(level);
      }
    }
    return levels.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double totalAt(double price) {
    return countAsDemand(
        rule.strategy == Strategy.WATERFILL
            ? valuation.inverseAbove(price)
            : valuation.inverse(price));
  }

  /**
   * The same on the totals in (low, high], whose prices lie from the level up to, not including,
   * the next.
   */
  private Plan largestOnPiece(double level, double low, double high, double withinBudget) {
    double[] cuts = cuts(level, low, high);
    for (int c = cuts.length - 1; c > 0; c--) {
      Plan plan = largestBetween(level, cuts[c - 1], cuts[c], withinBudget);
      if (plan != null) {
        return plan;
      }
    }
    return null;
  }

  /** The ends of the piece and the totals in between where the pool changes, ascending. */
  private double[] cuts(double level, double low, double high) {
    TreeSet<Double> cuts = new TreeSet<>();
    if (low < high) {
      cuts.add(low);
      cuts.add(high);
      for (double limit : poolLimits(level)) {
        double cut = countAsDemand(limit);
        if (cut > low && cut < high) {
          cuts.add(cut);
        }
      }
    }
    return cuts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * On the totals in (low, high] one pool, or none, serves all, and their cost grows with the
   * total.
   */
  private Plan largestBetween(double level, double low, double high, double withinBudget) {
    if (asks(level, high) == null) {
      return null;
    }
    double total =
        Bisection.largest(low, high, z -> z == low || cost(level, asks(level, z)) <= withinBudget);
    if (total == low) {
      return null;
    }
    total = countAsDemand(total);
    return new Plan(total, level, asks(level, total));
  }

  private double countAsDemand(double total) {
    return total >= valuation.demand() * COUNTS_AS_ALL ? valuation.demand() : total;
  }

  private boolean meets(double supply, double total) {
    return supply >= total || supply >= valuation.demand() * COUNTS_AS_ALL;
  }

  /**
   * [LS]: the one seller's residual supply at the total's own price reaches to it, and the budget
   * to its cost.
   */
  private Plan largestAtOneSeller(double withinBudget) {
    if (reach.length != 1) {
      throw new IllegalArgumentException("truthful-single is for buyers that see one seller");
    }
    NaiveAuction auction = auctions[reach[0]];
    double total =
        countAsDemand(
            Bisection.largest(
                0,
                valuation.demand(),
                z ->
                    z == 0
                        || meets(auction.residualSupply(buyer, valuation.marginal(z)), z)
                            && auction.costOf(buyer, Math.min(z, auction.quantity()))
                                <= withinBudget));
    double price = valuation.marginal(total);
    return total == 0 ? null : new Plan(total, price, new double[] {total});
  }

  // ---------------------------------------------------------------- what the sellers are asked

  private double residual(int s, double price) {
    return rule.ranking == Ranking.UNCONTESTED
        ? auctions[reach[s]].uncontestedSupply(buyer, price)
        : auctions[reach[s]].residualSupply(buyer, price);
  }

  /**
   * What each seller of the reach is asked for to get the total at that price; null if it cannot be
   * had.
   */
  private double[] asks(double price, double total) {
    return switch (rule.strategy) {
      case OPT_OUT -> coordinated(price, total);
      case CUMULATIVE -> oneAfterAnother(price, total);
      case WATERFILL -> cheapest(price, total);
      case TRUTHFUL_SINGLE -> new double[] {total};
    };
  }

  /** The totals at which the pool changes, or ends. */
  private double[] poolLimits(double price) {
    if (rule.strategy == Strategy.WATERFILL) {
      return new double[] {supply(price)};
    }
    List<Integer> ranking = ranking(price);
    double[] limits = new double[ranking.size()];
    double sum = 0;
    for (int n = 1; n <= ranking.size(); n++) {
      sum += residual(ranking.get(n - 1), price);
      limits[n - 1] =
          rule.strategy == Strategy.OPT_OUT ? n * smallestOfFirst(n, ranking, price) : sum;
    }
    return limits;
  }

  /**
   * ℓ_i: the sellers that have something left at that price, best first (positions in the reach).
   */
  List<Integer> ranking(double price) {
    List<Integer> ranking = new ArrayList<>();
    for (int s = 0; s < reach.length; s++) {
      if (residual(s, price) > 0) {
        ranking.add(s);
      }
    }
    ranking.sort(
        Comparator.comparingDouble((Integer s) -> -merit(s, price))
            .thenComparingDouble(s -> auctions[reach[s]].reserve())
            .thenComparingInt(s -> reach[s]));
    return ranking;
  }

  private double merit(int s, double price) {
    return rule.ranking == Ranking.OFFER ? auctions[reach[s]].quantity() : residual(s, price);
  }

  private double smallestOfFirst(int n, List<Integer> ranking, double price) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int s : ranking.subList(0, n)) {
      smallest = Math.min(smallest, residual(s, price));
    }
    return smallest;
  }

  /** Equal asks at the smallest pool that meets them. */
  private double[] coordinated(double price, double total) {
    List<Integer> ranking = ranking(price);
    for (int n = 1; n <= ranking.size(); n++) {
      if (meets(n * smallestOfFirst(n, ranking, price), total)) {
        double[] asks = new double[reach.length];
        for (int s :
            rule.cheapestPool ? cheapestOf(n, ranking, price, total) : ranking.subList(0, n)) {
          asks[s] = total / n;
        }
        return asks;
      }
    }
    return null;
  }

  /** The n of those that have an n-th of the total left that sell it for least. */
  private List<Integer> cheapestOf(int n, List<Integer> ranking, double price, double total) {
    List<Integer> chosen = new ArrayList<>();
    while (chosen.size() < n) {
      List<Integer> others =
          ranking.stream()
              .filter(s -> !chosen.contains(s) && meets(n * residual(s, price), total))
              .toList();
      double least =
          others.stream().mapToDouble(s -> costOfShare(s, total / n)).min().orElseThrow();
      chosen.add(
          others.stream()
              .filter(s -> costOfShare(s, total / n) <= least * AFFORDABLE)
              .min(
                  Comparator.comparingDouble((Integer s) -> -residual(s, price))
                      .thenComparingDouble(s -> auctions[reach[s]].reserve())
                      .thenComparingInt(s -> reach[s]))
              .orElseThrow());
    }
    return chosen;
  }

  private double costOfShare(int s, double share) {
    NaiveAuction auction = auctions[reach[s]];
    return auction.costOf(buyer, Math.min(share, auction.quantity()));
  }

  /** All that the first sellers can give, and from the last what is missing. */
  private double[] oneAfterAnother(double price, double total) {
    double[] asks = new double[reach.length];
    double sum = 0;
    for (int s : ranking(price)) {
      double residual = residual(s, price);
      if (meets(sum + residual, total)) {
        asks[s] = total - sum;
        return asks;
      }
      asks[s] = residual;
      sum += residual;
    }
    return null;
  }

  /**
   * The market's cheapest units, of those up to that price; units at the same price in the order of
   * the sellers.
   */
  private double[] cheapest(double price, double total) {
    double[] asks = new double[reach.length];
    double missing = total;
    for (double level : levels()) {
      for (int s = 0; s < reach.length && level <= price; s++) {
        double taken = Math.min(missing, residual(s, level) - asks[s]);
        if (taken > 0) {
          asks[s] += taken;
          missing -= taken;
        }
      }
    }
    return meets(supply(price), total) ? asks : null;
  }

  private double supply(double price) {
    double supply = 0;
    for (int s = 0; s < reach.length; s++) {
      supply += residual(s, price);
    }
    return supply;
  }

  // ---------------------------------------------------------------- cost

  private boolean affordable(Plan plan) {
    return cost(plan.price, plan.asks) <= budget * AFFORDABLE;
  }

  /** The cost of what the asks can get at that price. */
  private double cost(double price, double[] asks) {
    double cost = 0;
    for (int s = 0; s < asks.length; s++) {
      cost += auctions[reach[s]].costOf(buyer, Math.min(asks[s], residual(s, price)));
    }
    return cost;
  }
}
