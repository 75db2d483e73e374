package org.datamarket.mechanism.routes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.analysis.optimum.Delivery;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.mechanism.Outcome;
import org.datamarket.mechanism.Outcome.NoDetail;
import org.datamarket.mechanism.Outcome.Payments;
import org.datamarket.mechanism.Population;

/**
 * Progressive second price on routes, on a drawn population (docs/mechanisms.md §8). Nobody regards
 * budgets.
 *
 * @param topology which resources buyers need together
 * @param pricing which prices bids name
 * @param epsilon ε, the bid fee, $, at least 0
 * @param ties what happens between bids of the same price
 * @param roundLimit the most rounds that are played, at least 1
 */
public record RoutesMechanism(
    Topology topology, RoutePrice pricing, double epsilon, TieRule ties, int roundLimit) {

  /**
   * What comes out.
   *
   * @param market the resources and routes that were laid out
   * @param play how it went
   * @param end who has what at its end
   * @param optimum the most that welfare could be on these routes
   * @param outcome the end in the terms of all mechanisms: a_i is what is delivered; what access
   *     points and the ISP's network are paid is the ISP's margin
   */
  public record Result(
      RoutesMarket market,
      RoutesPlay play,
      RoutesState end,
      RoutesOptimum optimum,
      Outcome outcome) {}

  /**
   * Lays out the resources, and plays the market to its end. A function of the population and of
   * what the generator draws.
   *
   * @param chance a named stream at its start
   */
  public Result play(Population people, RandomGenerator chance) {
    Topology.Layout layout = topology.of(people, ties, chance);
    RoutesMarket market =
        new RoutesMarket(
            layout.resources(), people.valuations(), layout.routes(), epsilon, pricing);
    RoutesPlay play = RoutesPlay.of(market, roundLimit);
    RoutesState end = RoutesState.of(market, play.end());
    return new Result(market, play, end, market.optimum(), outcome(people, market, play, end));
  }

  private static Outcome outcome(
      Population people, RoutesMarket market, RoutesPlay play, RoutesState end) {
    double[] cost = new double[people.buyers()];
    double[] revenue = new double[people.sellers()];
    double margin = 0;
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < cost.length; i++) {
      for (int l = 0; l < market.resources().size(); l++) {
        double paid = end.cost()[i][l];
        cost[i] += paid;
        if (l >= revenue.length) {
          margin += paid;
        } else if (end.allocation()[i][l] > 0) {
          revenue[l] += paid;
          deliveries.add(new Delivery(i, l, end.allocation()[i][l]));
        }
      }
    }
    return new Outcome(
        end.delivered(),
        Arrays.copyOf(end.sold(), revenue.length),
        Optional.of(new Payments(cost, Optional.of(revenue), margin)),
        Optional.empty(),
        unmet(market, play.end(), end),
        play.messages(),
        deliveries,
        new NoDetail());
  }

  /** Σ [z*_i − min_l a_i^l]⁺, what buyers would still take at the total prices they face, GB. */
  private static double unmet(RoutesMarket market, Market state, RoutesState end) {
    double unmet = 0;
    for (int i = 0; i < state.buyers(); i++) {
      BuyerView view = state.view(i);
      Valuation valuation = market.valuations().get(i);
      double wanted = new RouteSupply(view).worthwhile(valuation);
      unmet += Math.max(0, wanted - end.delivered()[i]);
    }
    return unmet;
  }
}
