package org.datamarket.analysis.optimum;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;

/**
 * What a buyer's presence costs the others, which is what it pays by the rule of Vickrey 1961,
 * Clarke 1971 and Groves 1973: c_i = W(I∖i) − (W(I) − v_i(a_i)), W being the value of the best plan
 * for the curves reported, reserves included, W(I∖i) with the same supply (docs/mechanisms.md §2).
 * Who gets nothing pays nothing. Without a buyer prices fall or stay. Mostly that can be told
 * without a new plan:
 *
 * <ul>
 *   <li>Who has something only from sellers at their reserves pays these: c_i lies between Σ r_j
 *       x_ij and Λ_i a_i.
 *   <li>The sellers that tight arcs (λ_j = Λ_i) connect have one price, and so they mostly do
 *       without the buyer, a lower one ({@link PriceBlock}).
 *   <li>Otherwise a plan is made without the buyer, of that part of the market which can notice:
 *       dearer sellers, and the buyers that see no others, cannot ({@link Part}).
 * </ul>
 *
 * <p>The costs of several buyers share what it takes to find them.
 */
public final class Externality {
  /** Prices that differ by less than this share are one. */
  private static final double SAME = Jump.SAME;

  private final Instance instance;
  private final Plan plan;
  private final double[] least;
  private final int[][] tight;
  private final boolean[] atReserves;
  private final Groups groups;

  /** By the first seller of each group; null where it was not needed yet. */
  private final PriceBlock[] blocks;

  private final Part[] parts;

  private Externality(Instance instance, Plan plan) {
    this.instance = instance;
    this.plan = plan;
    int buyers = instance.wants().length;
    int sellers = instance.has().length;
    least = new double[buyers];
    tight = new int[buyers][];
    groups = new Groups(sellers);
    for (int i = 0; i < buyers; i++) {
      lookAt(i);
    }
    atReserves = new boolean[buyers];
    Arrays.fill(atReserves, true);
    for (Delivery cell : plan.deliveries()) {
      atReserves[cell.buyer()] &= isAtReserve(cell.seller());
    }
    blocks = new PriceBlock[sellers];
    parts = new Part[sellers];
  }

  /**
   * Of a plan's buyers.
   *
   * @param plan P(v, r)
   * @param valuations v_i by buyer, as reported
   * @param quantities D_j by seller, GB
   * @param reserves r_j by seller, $/GB
   * @param reach who sees whom
   */
  public static Externality of(
      Plan plan, List<Valuation> valuations, double[] quantities, double[] reserves, Reach reach) {
    return new Externality(Instance.of(valuations, quantities, reserves, reach), plan);
  }

  private void lookAt(int buyer) {
    tight[buyer] = new int[0];
    least[buyer] = Double.POSITIVE_INFINITY;
    if (!instance.wants()[buyer]) {
      return;
    }
    Reach reach = instance.reach();
    for (int k = 0; k < reach.degree(buyer); k++) {
      int seller = reach.seller(buyer, k);
      if (instance.has()[seller]) {
        least[buyer] = Math.min(least[buyer], plan.prices()[seller]);
      }
    }
    tight[buyer] = tight(buyer);
    for (int seller : tight[buyer]) {
      groups.join(tight[buyer][0], seller);
    }
  }

  private int[] tight(int buyer) {
    double highest = least[buyer] * (1 + 2 * SAME);
    Reach reach = instance.reach();
    return IntStream.range(0, reach.degree(buyer))
        .map(k -> reach.seller(buyer, k))
        .filter(seller -> instance.has()[seller] && plan.prices()[seller] <= highest)
        .toArray();
  }

  private boolean isAtReserve(int seller) {
    return plan.prices()[seller] <= instance.reserves()[seller] * (1 + SAME);
  }

  /** c_i, $: at least 0, and at most what a_i is worth by the report. */
  public double of(int buyer) {
    double total = plan.allocation()[buyer];
    if (total == 0) {
      return 0;
    }
    Valuation valuation = instance.valuations().get(buyer);
    double worth = valuation.value(total) - valuation.value(0);
    double cost = atReserves[buyer] ? least[buyer] * total : atOnePrice(buyer, total);
    if (Double.isNaN(cost)) {
      cost = part(buyer).without(buyer) + worth;
    }
    return Math.max(0, Math.min(worth, cost));
  }

  /** Every c_i, $; asked for from the largest allocation down, which takes least. */
  public double[] ofAll() {
    double[] costs = new double[tight.length];
    IntStream.range(0, costs.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -plan.allocation()[i]))
        .forEach(i -> costs[i] = of(i));
    return costs;
  }

  private double atOnePrice(int buyer, double total) {
    int group = groups.of(tight[buyer][0]);
    if (blocks[group] == null) {
      blocks[group] = block(group);
    }
    return blocks[group].cost(buyer, total);
  }

  private PriceBlock block(int group) {
    boolean[] sellers = new boolean[instance.has().length];
    double floor = 0;
    double price = Double.POSITIVE_INFINITY;
    for (int j = 0; j < sellers.length; j++) {
      sellers[j] = instance.has()[j] && groups.of(j) == group;
      floor = sellers[j] ? Math.max(floor, instance.reserves()[j]) : floor;
      price = sellers[j] ? Math.min(price, plan.prices()[j]) : price;
    }
    boolean[] buyers = new boolean[tight.length];
    for (int i = 0; i < buyers.length; i++) {
      buyers[i] = tight[i].length > 0 && groups.of(tight[i][0]) == group;
      boolean cheaper = !buyers[i] && least[i] < price && seesAny(i, sellers);
      floor = cheaper ? Math.max(floor, least[i]) : floor;
    }
    return PriceBlock.of(instance, buyers, sellers, price, floor);
  }

  private boolean seesAny(int buyer, boolean[] sellers) {
    for (int k = 0; k < instance.reach().degree(buyer); k++) {
      if (sellers[instance.reach().seller(buyer, k)]) {
        return true;
      }
    }
    return false;
  }

  private Part part(int buyer) {
    int group = groups.of(tight[buyer][0]);
    if (parts[group] == null) {
      parts[group] =
          instance.isFull() ? Part.all(instance, plan) : Part.of(instance, plan, least, buyer);
    }
    return parts[group];
  }

  /**
   * A part of the market that a buyer's absence can change: what is no dearer than what it buys, as
   * far as reach connects it.
   *
   * @param buyers their numbers in the whole market
   * @param value what the plan is worth in it, $
   */
  private record Part(
      List<Valuation> valuations,
      double[] quantities,
      double[] reserves,
      Reach reach,
      int[] buyers,
      double value) {

    static Part all(Instance instance, Plan plan) {
      return new Part(
          instance.valuations(),
          instance.quantities(),
          instance.reserves(),
          instance.reach(),
          IntStream.range(0, instance.wants().length).toArray(),
          plan.value(instance.valuations(), instance.reserves()));
    }

    static Part of(Instance instance, Plan plan, double[] least, int buyer) {
      double highest = least[buyer] * (1 + 2 * SAME);
      int sellers = instance.has().length;
      boolean[] buys = new boolean[least.length];
      boolean[] sells = new boolean[sellers];
      for (int j = 0; j < sellers; j++) {
        sells[j] = instance.has()[j] && plan.prices()[j] <= highest;
      }
      for (int i = 0; i < buys.length; i++) {
        buys[i] = instance.wants()[i] && least[i] <= highest;
      }
      Network network = Network.of(instance.reach(), buys, sells);
      boolean[] all = new boolean[network.nodes()];
      Arrays.fill(all, true);
      return network.connectedParts(all).stream()
          .filter(part -> Arrays.binarySearch(part.buyers, buyer) >= 0)
          .findFirst()
          .map(part -> of(instance, plan, part))
          .orElseThrow();
    }

    private static Part of(Instance instance, Plan plan, Network network) {
      int[][] sees = new int[network.buyers.length][];
      double value = 0;
      for (int b = 0; b < sees.length; b++) {
        sees[b] =
            Arrays.copyOfRange(network.arcSeller, network.firstArc[b], network.firstArc[b + 1]);
        int buyer = network.buyers[b];
        Valuation valuation = instance.valuations().get(buyer);
        value += valuation.value(plan.allocation()[buyer]) - valuation.value(0);
      }
      for (int seller : network.sellers) {
        value -= instance.reserves()[seller] * plan.sold()[seller];
      }
      return new Part(
          Arrays.stream(network.buyers).mapToObj(instance.valuations()::get).toList(),
          Arrays.stream(network.sellers).mapToDouble(j -> instance.quantities()[j]).toArray(),
          Arrays.stream(network.sellers).mapToDouble(j -> instance.reserves()[j]).toArray(),
          Reach.of(sees, network.sellers.length),
          network.buyers,
          value);
    }

    /** By how much the value of the best plan grows when a buyer leaves, $: at most 0. */
    double without(int buyer) {
      Valuation[] others = valuations.toArray(Valuation[]::new);
      others[Arrays.binarySearch(buyers, buyer)] = new Ration(0, 0);
      return Plan.bestValue(List.of(others), quantities, reserves, reach) - value;
    }
  }
}
