package org.datamarket.mechanism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What is traded at posted prices, each price asked for once. As a price rises, from one side of it
 * to the other, wants fall and offers grow. So what a search has seen saves it work elsewhere:
 *
 * <ul>
 *   <li>if all that is wanted is served at one price, it is so at every higher one;
 *   <li>if all that is offered is sold at one price, it is so at every lower one.
 * </ul>
 *
 * <p>Only between these, or where costs depend on who sells, is a flow needed ({@link
 * PostedMarket}).
 */
final class PostedTrades {
  /** A buyer that lacks less than this share of what it wants is served. */
  private static final double SERVED = 1e-13;

  /** A demand that falls by less than this share of the largest does not jump. */
  private static final double JUMP = 1e-12;

  private final Setting setting;
  private final Population people;
  private final boolean countsCosts;
  private final boolean[] canBuy;

  /** The reserves of sellers with supply, ascending, and what is offered up to each, GB. */
  private final double[] reserves;

  private final double[] offered;

  /** Λ_i and D_i(Λ_i) at competitive prices, by buyer, and what is left of the worth of that. */
  private final double[] least;

  private final double[] demands;
  private final double[] surpluses;
  private State servedFrom = new State(Double.POSITIVE_INFINITY, Side.ABOVE);
  private State soldOutUpTo = new State(Double.NEGATIVE_INFINITY, Side.BELOW);

  /** A price and a side of it; states are in the order in which wants fall and offers grow. */
  private record State(double price, Side side) {

    boolean isAtLeast(State other) {
      return price > other.price || (price == other.price && rank(side) >= rank(other.side));
    }

    private static int rank(Side side) {
      return switch (side) {
        case BELOW -> 0;
        case AT -> 1;
        case ABOVE -> 2;
      };
    }
  }

  /**
   * What is traded at a price.
   *
   * @param wants w_i by buyer, GB
   * @param allocation a_i by buyer, GB; an upper bound, the wants, where only the volume was asked
   *     for
   * @param sold by seller, GB; empty where it was not needed
   * @param volume Σ sold, GB
   * @param cost Σ r_j sold_j, $; NaN where it was not asked for
   */
  record Trade(
      double price,
      Side side,
      double[] wants,
      double[] allocation,
      double[] sold,
      double volume,
      double cost) {

    /** A bound on what a buyer is served of each GB it wants, at any lower price. */
    double fill(int buyer) {
      return wants[buyer] > 0 ? Math.min(1, allocation[buyer] / wants[buyer]) : 1;
    }
  }

  /**
   * @param countsCosts whether Σ r_j sold_j will be asked for
   */
  PostedTrades(Setting setting, boolean countsCosts) {
    this.setting = setting;
    this.people = setting.population();
    this.countsCosts = countsCosts;
    int buyers = people.buyers();
    canBuy = new boolean[buyers];
    least = people.leastInReach(setting.prices().low());
    demands = new double[buyers];
    surpluses = new double[buyers];
    for (int i = 0; i < buyers; i++) {
      canBuy[i] = Double.isFinite(least[i]);
      demands[i] = canBuy[i] ? people.valuations().get(i).demandAt(least[i]) : 0;
      surpluses[i] = people.value(i, demands[i]) - (canBuy[i] ? least[i] * demands[i] : 0);
    }
    int[] sellers =
        IntStream.range(0, people.sellers())
            .filter(j -> people.quantities()[j] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> people.reserves()[j]))
            .mapToInt(j -> j)
            .toArray();
    reserves = Arrays.stream(sellers).mapToDouble(j -> people.reserves()[j]).toArray();
    offered = new double[sellers.length + 1];
    for (int k = 0; k < sellers.length; k++) {
      offered[k + 1] = offered[k] + people.quantities()[sellers[k]];
    }
  }

  Setting setting() {
    return setting;
  }

  /** What is traded at a price. */
  Trade at(double price, Side side) {
    return at(price, side, PostedMarket.wants(people, price, side));
  }

  /** The same strictly between two prices, where demands that are the same at both are known. */
  Trade between(double[] lowWants, double[] highWants, double price) {
    double[] wants = new double[lowWants.length];
    Arrays.setAll(
        wants,
        i ->
            lowWants[i] == highWants[i] ? lowWants[i] : people.valuations().get(i).demandAt(price));
    return at(price, Side.AT, wants);
  }

  private Trade at(double price, Side side, double[] wants) {
    State state = new State(price, side);
    boolean cheap = !countsCosts || isOneReserve(price, side);
    if (cheap && state.isAtLeast(servedFrom)) {
      double[] allocation = new double[wants.length];
      Arrays.setAll(allocation, i -> canBuy[i] ? wants[i] : 0);
      double volume = Arrays.stream(allocation).sum();
      double cost = volume > 0 ? volume * reserves[0] : 0;
      return new Trade(price, side, wants, allocation, new double[0], volume, cost);
    }
    if (!countsCosts && soldOutUpTo.isAtLeast(state)) {
      double volume = supply(price, side);
      return new Trade(price, side, wants, wants, new double[0], volume, Double.NaN);
    }
    return look(state, wants);
  }

  private Trade look(State state, double[] wants) {
    PostedMarket market = PostedMarket.at(people, state.price, state.side, wants);
    double[] allocation = market.plan().allocation();
    double[] sold = market.plan().sold();
    boolean served = true;
    for (int i = 0; i < wants.length; i++) {
      served &= !canBuy[i] || allocation[i] >= wants[i] * (1 - SERVED);
    }
    boolean soldOut = true;
    double volume = 0;
    double cost = 0;
    for (int j = 0; j < sold.length; j++) {
      boolean offers = PostedMarket.offers(people.reserves()[j], state.price, state.side);
      soldOut &= !offers || sold[j] >= people.quantities()[j];
      volume += sold[j];
      cost += people.reserves()[j] * sold[j];
    }
    if (served && servedFrom.isAtLeast(state)) {
      servedFrom = state;
    }
    if (soldOut && state.isAtLeast(soldOutUpTo)) {
      soldOutUpTo = state;
    }
    return new Trade(state.price, state.side, wants, allocation, sold, volume, cost);
  }

  /** What sellers offer at a price, GB. */
  double supply(double price, Side side) {
    return offered[offering(price, side)];
  }

  /** Whether some seller with supply has this reserve. */
  boolean isReserve(double price) {
    return offering(price, Side.BELOW) < offering(price, Side.AT);
  }

  private boolean isOneReserve(double price, Side side) {
    int count = offering(price, side);
    return count == 0 || reserves[0] == reserves[count - 1];
  }

  private int offering(double price, Side side) {
    int from = 0;
    int to = reserves.length;
    while (from < to) {
      int middle = (from + to) / 2;
      if (PostedMarket.offers(reserves[middle], price, side)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Whether demand jumps between two states of wants. */
  boolean jumps(double[] at, double[] above) {
    for (int i = 0; i < at.length; i++) {
      if (at[i] - above[i] > JUMP * people.valuations().get(i).demand()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The most of θ_κ(z) − Λ z up to a cap, $, Λ being the least competitive price in a buyer's
   * reach. With {@link #competitiveRents} these bound welfare (docs/mechanisms.md §1).
   */
  double surplus(int buyer, double cap) {
    return cap >= demands[buyer] ? surpluses[buyer] : people.value(buyer, cap) - least[buyer] * cap;
  }

  /** Σ [λ_j − r_j]⁺ D_j of sellers with a reserve below a price, at competitive prices, $. */
  double competitiveRents(double below) {
    double[] prices = setting.prices().low();
    double rents = 0;
    for (int j = 0; j < prices.length; j++) {
      double rent = prices[j] - people.reserves()[j];
      rents += rent > 0 && people.reserves()[j] < below ? rent * people.quantities()[j] : 0;
    }
    return rents;
  }

  /** The least that such a volume can cost, as a price μ of {@link #rents}: the dearest reserve. */
  double marginalReserve(double volume) {
    int count = 0;
    while (count < reserves.length && offered[count] < volume) {
      count++;
    }
    return count == 0 ? 0 : reserves[count - 1];
  }

  /** Σ [price − r_j]⁺ D_j, $. */
  double rents(double price) {
    double rents = 0;
    for (int k = 0; k < reserves.length && reserves[k] < price; k++) {
      rents += (price - reserves[k]) * (offered[k + 1] - offered[k]);
    }
    return rents;
  }
}
