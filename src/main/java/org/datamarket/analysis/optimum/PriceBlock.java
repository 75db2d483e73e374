package org.datamarket.analysis.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.datamarket.market.Valuation;

/**
 * Sellers at one price λ that are sold out above their reserves, and the buyers that buy from them.
 * If what is left when buyer i leaves clears at one price again, at λ′ ≤ λ with Σ_{k≠i} D_k(λ′) =
 * S, then by duality
 *
 * <pre>  c_i = λ a_i − ∫_{λ′}^{λ} [S − Σ_{k≠i} D_k(p)] dp ,</pre>
 *
 * where the integral is that of a function which grows from 0, and all buyers share its sum. What
 * they would want in all and what their wants are worth is computed at as many prices as it takes
 * to know the integral to 1e-9 of λ a_i, by the bounds that convexity gives; where demands are
 * smooth it is known far better.
 *
 * <p>That λ′ is the only price is certain if no set of sellers but the whole one is all that buyers
 * see who want more than the set has ({@link Slack}), at a price of λ′ or lower; and if λ′ is not
 * below a reserve, or below the price of somebody who buys elsewhere but sees these sellers. Where
 * λ is the reserve of one of these sellers the price stays, and c_i = λ a_i, if the others could
 * sell as much more to any one else as the buyer wants.
 */
final class PriceBlock {
  private static final double PRECISE = 1e-9;

  /** The first step down to a price low enough, as a share of the price, and how steps grow. */
  private static final double FIRST_STEP = 1e-4;

  private static final double GROWTH = 4;

  /** How much further down certainty is looked for than is needed now. */
  private static final double GENEROUS = 1.25;

  /** How often {@link Slack} is looked for. */
  private static final int MOST_CHECKS = 12;

  private final int[] buyers;
  private final Valuation[] valuations;
  private final double[] atPrice;
  private final double supply;
  private final double price;
  private final double floor;
  private final Optional<Slack> slack;

  /** By seller of the block, whether its reserve is lower than the price. */
  private final boolean[] mustSell;

  private final List<Knot> knots = new ArrayList<>();
  private double certainFrom = Double.POSITIVE_INFINITY;
  private double uncertainFrom = Double.NEGATIVE_INFINITY;
  private double replaceable;
  private double irreplaceable = Double.POSITIVE_INFINITY;
  private int checks;

  /**
   * All buyers at a price.
   *
   * @param total Σ D_k(p), GB
   * @param dual g(p) − g(λ), $, with g(p) = p S + Σ max_x [v_k(x) − p x]
   */
  private record Knot(double price, double total, double dual) {}

  private PriceBlock(
      int[] buyers,
      Valuation[] valuations,
      double supply,
      double price,
      double floor,
      boolean[] mustSell,
      Optional<Slack> slack) {
    this.buyers = buyers;
    this.valuations = valuations;
    this.supply = supply;
    this.price = price;
    this.floor = floor;
    this.slack = slack;
    this.mustSell = mustSell;
    atPrice = demands(price);
    knots.add(knot(price));
  }

  /**
   * @param buyers whether a buyer buys here, or would at a lower price
   * @param sellers whether a seller is one of these
   * @param price λ, $/GB
   * @param floor the lowest price that may be theirs alone, $/GB
   */
  static PriceBlock of(
      Instance instance, boolean[] buyers, boolean[] sellers, double price, double floor) {
    int[] chosen = IntStream.range(0, sellers.length).filter(j -> sellers[j]).toArray();
    boolean[] mustSell = new boolean[chosen.length];
    double supply = 0;
    for (int s = 0; s < chosen.length; s++) {
      mustSell[s] = instance.reserves()[chosen[s]] * (1 + Jump.SAME) < price;
      supply += mustSell[s] ? instance.quantities()[chosen[s]] : 0;
    }
    int[] numbers = IntStream.range(0, buyers.length).filter(i -> buyers[i]).toArray();
    Valuation[] valuations =
        IntStream.of(numbers).mapToObj(instance.valuations()::get).toArray(Valuation[]::new);
    Optional<Slack> slack =
        instance.isFull()
            ? Optional.empty()
            : Optional.of(
                new Slack(Network.of(instance.reach(), buyers, sellers), instance.quantities()));
    return new PriceBlock(numbers, valuations, supply, price, floor, mustSell, slack);
  }

  private Knot knot(double at) {
    double total = 0;
    double before = 0;
    double gain = 0;
    for (int b = 0; b < valuations.length; b++) {
      double demand = valuations[b].demandAt(at);
      total += demand;
      before += atPrice[b];
      gain += gain(b, at, demand);
    }
    return new Knot(at, total, gain + (price - at) * (before - supply));
  }

  /** max_x [v(x) − p x] − max_x [v(x) − λ x] less (λ − p) D(λ), $. */
  private double gain(int buyer, double at, double demand) {
    double before = atPrice[buyer];
    return demand == before
        ? 0
        : valuations[buyer].value(demand)
            - valuations[buyer].value(before)
            - at * (demand - before);
  }

  /** c_i, $; NaN if more than one price may be needed without the buyer. */
  double cost(int buyer, double allocation) {
    int position = Arrays.binarySearch(buyers, buyer);
    if (floor >= price && slack.isPresent()) {
      return canBeReplaced(atPrice[position]) ? price * allocation : Double.NaN;
    }
    int below = reach(position);
    if (below < 0 || !isCertain(knots.get(below).price)) {
      return Double.NaN;
    }
    if (below == 0) {
      return price * allocation;
    }
    return price * allocation + least(position, below, PRECISE * price * allocation);
  }

  /** Whether the others want all there is at a knot. */
  private boolean suffices(int position, Knot knot) {
    return knot.total - valuations[position].demandAt(knot.price) >= supply;
  }

  /** The first knot, from the dearest, at which the others want all; −1 if there is none. */
  private int reach(int position) {
    double step = FIRST_STEP;
    Knot last = knots.get(knots.size() - 1);
    while (!suffices(position, last)) {
      if (last.price <= floor) {
        return -1;
      }
      double next = Math.min(price * (1 - step), last.price - price * FIRST_STEP);
      last = knot(Math.max(floor, next));
      knots.add(last);
      step *= GROWTH;
    }
    int from = 0;
    int to = knots.size() - 1;
    while (from < to) {
      int middle = (from + to) / 2;
      if (suffices(position, knots.get(middle))) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return to;
  }

  /** The least of g(p) − max [v_i − p x], both less what they are at λ, between two knots. */
  private double least(int position, int below, double precise) {
    int at = below;
    while (true) {
      Knot low = knots.get(at);
      Knot high = knots.get(at - 1);
      double width = high.price - low.price;
      double excess = low.total - valuations[position].demandAt(low.price) - supply;
      double lack = supply - high.total + valuations[position].demandAt(high.price);
      double step = width * excess / (excess + lack);
      double left = without(position, low);
      double right = without(position, high);
      double meet = (left - right + lack * width) / (excess + lack);
      double lowest = Math.min(left, left - excess * meet);
      double straight = (left - excess * step / 2 + right - lack * (width - step) / 2) / 2;
      double estimate = Math.max(lowest, Math.min(straight, Math.min(left, right)));
      double middle = low.price + step;
      boolean inside = middle > low.price && middle < high.price;
      if (Math.min(left, right) - lowest <= precise || !inside) {
        return estimate;
      }
      boolean lopsided = Math.min(step, width - step) < width / GROWTH;
      Knot knot = knot(lopsided ? low.price + width / 2 : middle);
      knots.add(at, knot);
      at = suffices(position, knot) ? at : at + 1;
    }
  }

  private double without(int position, Knot knot) {
    double demand = valuations[position].demandAt(knot.price);
    double surplus = gain(position, knot.price, demand) + (price - knot.price) * atPrice[position];
    return knot.dual - surplus;
  }

  /**
   * Whether the price stays what it is when a buyer leaves that wants so much at it: where some
   * sell at their reserves, those above theirs could sell so much more to others.
   */
  private boolean canBeReplaced(double demand) {
    double spare = knots.get(0).total - supply;
    boolean inAll = demand <= spare;
    if (inAll && demand > replaceable && demand < irreplaceable && checks < MOST_CHECKS) {
      double generous = Math.min(GENEROUS * demand, spare);
      generous = generous >= irreplaceable || checks % 2 == 1 ? demand : generous;
      checks++;
      if (slack.get().canSellMore(atPrice, mustSell, generous)) {
        replaceable = generous;
      } else {
        irreplaceable = generous;
      }
    }
    return demand <= replaceable;
  }

  private boolean isCertain(double lowest) {
    if (slack.isEmpty()) {
      return true;
    }
    while (lowest < certainFrom && lowest > uncertainFrom && checks < MOST_CHECKS) {
      double generous = Math.max(floor, price - GENEROUS * (price - lowest));
      if (generous <= uncertainFrom || checks % 2 == 1) {
        generous = lowest;
      }
      checks++;
      if (slack.get().isEnough(demands(generous))) {
        certainFrom = generous;
      } else {
        uncertainFrom = generous;
      }
    }
    return lowest >= certainFrom;
  }

  private double[] demands(double at) {
    double[] demands = new double[valuations.length];
    for (int b = 0; b < demands.length; b++) {
      demands[b] = valuations[b].demandAt(at);
    }
    return demands;
  }
}
