package org.datamarket.mechanism.routes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;

/**
 * The planner's problem of a routes market without those who can have nothing: maximise Σ θ_i(x_i)
 * − ρ_i x_i over 0 ≤ x_i ≤ d_i with Σ_{i∋l} x_i ≤ D^l, where ρ_i = Σ_{l∈R_i} r^l.
 *
 * @param valuations θ_i of those who may have something
 * @param buyers their numbers in the market
 * @param routes their resources, counted as here
 * @param quantities D^l of the resources that they use, the least used first, GB
 * @param reserves r^l of these, $/GB
 */
record RoutesPlan(
    List<Valuation> valuations,
    int[] buyers,
    int[][] routes,
    double[] quantities,
    double[] reserves) {

  static RoutesPlan of(
      List<Valuation> valuations, double[] quantities, double[] reserves, Reach routes) {
    int[] buyers =
        IntStream.range(0, valuations.size())
            .filter(i -> canHaveSome(i, valuations.get(i), quantities, routes))
            .toArray();
    int[] users = new int[quantities.length];
    for (int i : buyers) {
      for (int k = 0; k < routes.degree(i); k++) {
        users[routes.seller(i, k)]++;
      }
    }
    int[] used =
        IntStream.range(0, users.length)
            .filter(l -> users[l] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(l -> users[l]))
            .mapToInt(l -> l)
            .toArray();
    int[] place = new int[users.length];
    for (int m = 0; m < used.length; m++) {
      place[used[m]] = m;
    }
    int[][] here = new int[buyers.length][];
    for (int b = 0; b < here.length; b++) {
      int buyer = buyers[b];
      here[b] = new int[routes.degree(buyer)];
      Arrays.setAll(here[b], k -> place[routes.seller(buyer, k)]);
      Arrays.sort(here[b]);
    }
    return new RoutesPlan(
        Arrays.stream(buyers).mapToObj(valuations::get).toList(),
        buyers,
        here,
        Arrays.stream(used).mapToDouble(l -> quantities[l]).toArray(),
        Arrays.stream(used).mapToDouble(l -> reserves[l]).toArray());
  }

  private static boolean canHaveSome(
      int buyer, Valuation valuation, double[] quantities, Reach routes) {
    boolean some = valuation.demand() > 0 && routes.degree(buyer) > 0;
    for (int k = 0; k < routes.degree(buyer); k++) {
      some &= quantities[routes.seller(buyer, k)] > 0;
    }
    return some;
  }

  /** Σ_{l∈R_i} of numbers by resource, by buyer. */
  double[] alongRoutes(double[] numbers) {
    double[] sums = new double[routes.length];
    for (int i = 0; i < sums.length; i++) {
      for (int l : routes[i]) {
        sums[i] += numbers[l];
      }
    }
    return sums;
  }

  /** Σ_{i∋l} of numbers by buyer, by resource. */
  double[] atResources(double[] numbers) {
    double[] sums = new double[quantities.length];
    for (int i = 0; i < routes.length; i++) {
      for (int l : routes[i]) {
        sums[l] += numbers[i];
      }
    }
    return sums;
  }

  /** Σ θ_i(x_i) − ρ_i x_i, $. */
  double welfare(double[] x) {
    double[] reserve = alongRoutes(reserves);
    double welfare = 0;
    for (int i = 0; i < x.length; i++) {
      welfare += valuations.get(i).value(x[i]) - reserve[i] * x[i];
    }
    return welfare;
  }

  /**
   * Σ_l (λ^l − r^l) D^l + Σ_i max_x [θ_i(x) − x Σ_{l∈R_i} λ^l], $: by weak duality no plan is worth
   * more, whatever the prices.
   *
   * @param prices λ^l ≥ r^l, $/GB
   */
  double upperBound(double[] prices) {
    double[] total = alongRoutes(prices);
    double bound = 0;
    for (int l = 0; l < prices.length; l++) {
      bound += (prices[l] - reserves[l]) * quantities[l];
    }
    for (int i = 0; i < total.length; i++) {
      Valuation valuation = valuations.get(i);
      double wanted = valuation.demandAt(total[i]);
      double none = valuation.value(0);
      bound += Math.max(none, valuation.value(wanted) - total[i] * wanted);
    }
    return bound;
  }

  /**
   * What buyers want at prices, each cut to what the scarcest resource of its route can give of it:
   * it can be carried out.
   */
  double[] rationed(double[] prices) {
    double[] total = alongRoutes(prices);
    double[] x = new double[total.length];
    Arrays.setAll(x, i -> valuations.get(i).demandAt(total[i]));
    double[] wanted = atResources(x);
    for (int i = 0; i < x.length; i++) {
      double share = 1;
      for (int l : routes[i]) {
        share = wanted[l] > quantities[l] ? Math.min(share, quantities[l] / wanted[l]) : share;
      }
      x[i] *= share;
    }
    return x;
  }

  /**
   * Prices whose bound is no higher but for rounding: one resource after the other gets the least
   * price at which no more is wanted than it has, the others' staying as they are. Where θ′ is
   * constant this finds the very price at which it is.
   */
  double[] cleared(double[] prices) {
    double[] cleared = prices.clone();
    double[] total = alongRoutes(prices);
    for (int l = 0; l < cleared.length; l++) {
      int resource = l;
      double before = cleared[l];
      double least = reserves[l];
      double raised =
          Valuation.largest(
              2 * before,
              price ->
                  price < least || wanted(resource, total, price - before) > quantities[resource]);
      cleared[l] = Math.max(least, raised);
      for (int i = 0; i < total.length; i++) {
        total[i] += uses(i, l) ? cleared[l] - before : 0;
      }
    }
    return cleared;
  }

  private double wanted(int resource, double[] total, double change) {
    double wanted = 0;
    for (int i = 0; i < total.length; i++) {
      if (uses(i, resource)) {
        wanted += valuations.get(i).demandAt(Math.max(0, total[i] + change));
      }
    }
    return wanted;
  }

  private boolean uses(int buyer, int resource) {
    return Arrays.binarySearch(routes[buyer], resource) >= 0;
  }
}
