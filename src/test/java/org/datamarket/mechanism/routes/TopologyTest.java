package org.datamarket.mechanism.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.Cases;
import org.datamarket.market.Auction;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.mechanism.MechanismMeasures;
import org.datamarket.mechanism.Outcome;
import org.datamarket.mechanism.Population;
import org.datamarket.mechanism.Setting;
import org.datamarket.random.RandomStreams;
import org.junit.jupiter.api.Test;

/** Populations on routes: how they are laid out, and what comes out. */
class TopologyTest {
  private static final Tree TREE = new Tree(3, 0.9, 0.05, Tree.Access.SELLER, 0.8, 0.02);
  private static final Tree DRAWN = new Tree(3, 0.9, 0.05, Tree.Access.DRAWN, 0.8, 0.02);
  private static final Pair PAIR = new Pair(0.8, 0.02);
  private static final List<Topology> ALL = List.of(TREE, DRAWN, PAIR, new Chain(0.3));

  private static Population population(SplittableRandom random, int buyers, int sellers) {
    List<Valuation> valuations = new ArrayList<>();
    int[][] reach = new int[buyers][];
    for (int i = 0; i < buyers; i++) {
      valuations.add(new Parabolic(1 + 8 * random.nextDouble(), 1 + random.nextDouble()));
      reach[i] = IntStream.range(0, sellers).filter(j -> random.nextInt(3) > 0).toArray();
    }
    double[] quantities = new double[sellers];
    double[] reserves = new double[sellers];
    Arrays.setAll(quantities, j -> 1 + 9 * random.nextDouble());
    Arrays.setAll(reserves, j -> random.nextDouble() / 2);
    double[] budgets = new double[buyers];
    Arrays.fill(budgets, Double.POSITIVE_INFINITY);
    return new Population(valuations, budgets, quantities, reserves, Reach.of(reach, sellers));
  }

  private static RandomGenerator chance(long seed) {
    return new RandomStreams(seed).stream(RandomStreams.CHOICE);
  }

  private static int[] route(Reach routes, int buyer) {
    return IntStream.range(0, routes.degree(buyer)).map(k -> routes.seller(buyer, k)).toArray();
  }

  @Test
  void tree_joinsASellerAnAccessPointAndTheBackhaul() {
    Population people = population(new SplittableRandom(1), 400, 7);
    double supply = Arrays.stream(people.quantities()).sum();
    for (Tree tree : List.of(TREE, DRAWN)) {
      Topology.Layout layout = tree.of(people, TieRule.STRICT, chance(1));
      assertThat(layout.resources()).hasSize(7 + 3 + 1);
      for (int j = 0; j < 7; j++) {
        assertThat(layout.resources().get(j).quantity()).isEqualTo(people.quantities()[j]);
        assertThat(layout.resources().get(j).reserve()).isEqualTo(people.reserves()[j]);
      }
      for (int a = 7; a < 10; a++) {
        Auction point = layout.resources().get(a);
        assertThat(point.quantity()).isCloseTo(0.3 * supply, within(1e-12));
        assertThat(point.reserve()).isEqualTo(0.05);
        assertThat(point.ties()).isEqualTo(TieRule.STRICT);
      }
      assertThat(layout.resources().get(10).quantity()).isCloseTo(0.8 * supply, within(1e-12));
      assertThat(layout.resources().get(10).reserve()).isEqualTo(0.02);
      int elsewhere = 0;
      for (int i = 0; i < people.buyers(); i++) {
        int[] route = route(layout.routes(), i);
        if (people.reach().degree(i) == 0) {
          assertThat(route).isEmpty();
        } else {
          assertThat(route).hasSize(3).endsWith(10);
          assertThat(route(people.reach(), i)).contains(route[0]);
          assertThat(route[1]).isBetween(7, 9);
          elsewhere += route[1] == 7 + route[0] % 3 ? 0 : 1;
        }
      }
      assertThat(elsewhere).isBetween(tree == TREE ? 0 : 200, tree == TREE ? 0 : 320);
    }
  }

  /** Who is drawn does not depend on the topology, so that topologies can be compared. */
  @Test
  void sellers_areDrawnUniformlyAndAlikeByAll() {
    Population people = population(new SplittableRandom(2), 3_000, 3);
    int[] chosen = Layouts.chosenSellers(people, chance(5));
    for (Topology topology : List.of(TREE, DRAWN, PAIR, new Chain(0))) {
      Reach routes = topology.of(people, TieRule.PROPORTIONAL, chance(5)).routes();
      for (int i = 0; i < chosen.length; i++) {
        int first = routes.degree(i) == 0 ? Layouts.NOBODY : routes.seller(i, 0);
        assertThat(first).isEqualTo(chosen[i]);
      }
    }
    int[] counts = new int[3];
    int full = 0;
    for (int i = 0; i < chosen.length; i++) {
      if (people.reach().degree(i) == 3) {
        counts[chosen[i]]++;
        full++;
      }
    }
    for (int count : counts) {
      assertThat(count).isCloseTo(full / 3, within(full / 10));
    }
    assertThat(Layouts.chosenSellers(people, chance(6))).isNotEqualTo(chosen);
  }

  @Test
  void chain_hasLongBuyersOnAllAndLocalOnesOnOne() {
    Population people = population(new SplittableRandom(3), 2_000, 6);
    for (double share : new double[] {0, 0.25, 1}) {
      Topology.Layout layout = new Chain(share).of(people, TieRule.PROPORTIONAL, chance(7));
      assertThat(layout.resources()).hasSize(6);
      int several = 0;
      int longer = 0;
      for (int i = 0; i < people.buyers(); i++) {
        int[] all = route(people.reach(), i);
        int[] route = route(layout.routes(), i);
        assertThat(route.length).isIn(all.length, Math.min(1, all.length));
        several += all.length > 1 ? 1 : 0;
        longer += route.length > 1 ? 1 : 0;
      }
      assertThat((double) longer / several).isCloseTo(share, within(share % 1 == 0 ? 0 : 0.04));
    }
  }

  @Test
  void results_addUpInTheTermsOfAllMechanisms() {
    SplittableRandom random = new SplittableRandom(4);
    int wasting = 0;
    for (int k = 0; k < Cases.of(60); k++) {
      Population people = population(random, 4 + random.nextInt(12), 2 + random.nextInt(4));
      Topology topology = ALL.get(k % ALL.size());
      RoutePrice pricing = random.nextBoolean() ? RoutePrice.MARGINAL : RoutePrice.RESIDUAL;
      RoutesMechanism mechanism =
          new RoutesMechanism(topology, pricing, 0.2, TieRule.PROPORTIONAL, 300);
      RoutesMechanism.Result result = mechanism.play(people, chance(k));
      Outcome outcome = result.outcome();
      Setting setting = Setting.of(people);
      MechanismMeasures measures = MechanismMeasures.of(setting, outcome);
      RoutesState end = result.end();
      assertThat(outcome.allocation()).isEqualTo(end.delivered());
      assertThat(measures.paid()).isCloseTo(end.revenue(), within(1e-9));
      assertThat(measures.buyersSurplus() + measures.sellersSurplus() + measures.ispMargin())
          .isCloseTo(measures.welfare(), within(1e-9));
      double elsewhere = 0;
      for (int l = people.sellers(); l < end.sold().length; l++) {
        elsewhere += result.market().resources().get(l).reserve() * end.sold()[l];
        assertThat(end.sold()[l])
            .isLessThanOrEqualTo(result.market().resources().get(l).quantity() * (1 + 1e-9));
      }
      assertThat(measures.welfare() - elsewhere).isCloseTo(end.welfare(), within(1e-9));
      assertThat(end.welfare()).isLessThanOrEqualTo(result.optimum().upperBound() * (1 + 1e-9));
      double optimum = result.optimum().welfare();
      assertThat(optimum).isLessThanOrEqualTo(setting.optimum() * (1 + 1e-6));
      assertThat(end.welfare()).isGreaterThan(0.8 * optimum);
      assertThat(outcome.unmetDemand()).isNotNegative();
      assertThat(outcome.messages()).isEqualTo(result.play().messages());
      wasting += end.waste() > 1e-6 ? 1 : 0;
      RoutesMechanism.Result again = mechanism.play(people, chance(k));
      assertThat(again.outcome().allocation()).isEqualTo(outcome.allocation());
    }
    assertThat(wasting).isGreaterThan(Cases.of(60) / 10);
  }

  @Test
  void treeWithoutAccessPoints_isRefused() {
    assertThatThrownBy(() -> new Tree(0, 1, 0, Tree.Access.SELLER, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("accessPoints");
  }
}
