package org.datamarket.mechanism;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datamarket.Cases;
import org.datamarket.market.Linear;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.junit.jupiter.api.Test;

/** What results must not depend on: order, how supply is split, units of money, spectators. */
class InvarianceTest {
  private static final int MARKETS = 2_000;
  private static final double CLOSE = 1e-9;

  @Test
  void results_doNotDependOnOrderSplittingUnitsOrSpectators() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Population people = SmallMarkets.of(seed);
      for (Mechanism mechanism : SmallMarkets.mechanisms(seed)) {
        Outcome outcome = mechanism.clear(Setting.of(people));
        String where = mechanism + ", market " + seed;
        checkReversed(people, mechanism, outcome, where);
        checkSplit(people, mechanism, outcome, where);
        checkSpectator(people, mechanism, outcome, where);
        checkScaled(people, mechanism, outcome, where);
      }
    }
  }

  private static void checkReversed(
      Population people, Mechanism mechanism, Outcome outcome, String where) {
    int buyers = people.buyers();
    int sellers = people.sellers();
    List<Valuation> valuations = new ArrayList<>();
    int[][] reach = new int[buyers][];
    for (int i = 0; i < buyers; i++) {
      int from = buyers - 1 - i;
      valuations.add(people.valuations().get(from));
      reach[i] = new int[people.reach().degree(from)];
      Arrays.setAll(reach[i], k -> sellers - 1 - people.reach().seller(from, k));
    }
    Population reversed =
        new Population(
            valuations,
            people.budgets(),
            reversed(people.quantities()),
            reversed(people.reserves()),
            Reach.of(reach, sellers),
            people.fee());
    Outcome other = mechanism.clear(Setting.of(reversed));
    assertArrayEquals(outcome.allocation(), reversed(other.allocation()), CLOSE, where);
    assertArrayEquals(outcome.sold(), reversed(other.sold()), CLOSE, where);
    assertArrayEquals(cost(outcome), reversed(cost(other)), 1e-8, where);
  }

  private static void checkSplit(
      Population people, Mechanism mechanism, Outcome outcome, String where) {
    int sellers = people.sellers();
    double[] quantities = Arrays.copyOf(people.quantities(), sellers + 1);
    double[] reserves = Arrays.copyOf(people.reserves(), sellers + 1);
    quantities[sellers] = quantities[0] * 0.75;
    quantities[0] *= 0.25;
    reserves[sellers] = reserves[0];
    int[][] reach = new int[people.buyers()][];
    for (int i = 0; i < reach.length; i++) {
      int degree = people.reach().degree(i);
      boolean sees = degree > 0 && people.reach().seller(i, 0) == 0;
      reach[i] = new int[sees ? degree + 1 : degree];
      for (int k = 0; k < degree; k++) {
        reach[i][k] = people.reach().seller(i, k);
      }
      if (sees) {
        reach[i][degree] = sellers;
      }
    }
    Population split =
        new Population(
            people.valuations(),
            people.budgets(),
            quantities,
            reserves,
            Reach.of(reach, sellers + 1),
            people.fee());
    Outcome other = mechanism.clear(Setting.of(split));
    assertArrayEquals(outcome.allocation(), other.allocation(), CLOSE, where);
    assertArrayEquals(cost(outcome), cost(other), 1e-8, where);
    assertEquals(outcome.sold()[0] * 0.25, other.sold()[0], CLOSE, where);
    assertEquals(outcome.sold()[0] * 0.75, other.sold()[sellers], CLOSE, where);
  }

  private static void checkSpectator(
      Population people, Mechanism mechanism, Outcome outcome, String where) {
    int buyers = people.buyers();
    List<Valuation> valuations = new ArrayList<>(people.valuations());
    valuations.add(new Linear(3, 7));
    int[][] reach = new int[buyers + 1][];
    for (int i = 0; i < buyers; i++) {
      int buyer = i;
      reach[i] = new int[people.reach().degree(i)];
      Arrays.setAll(reach[i], k -> people.reach().seller(buyer, k));
    }
    reach[buyers] = new int[0];
    Population more =
        new Population(
            valuations,
            Arrays.copyOf(people.budgets(), buyers + 1),
            people.quantities(),
            people.reserves(),
            Reach.of(reach, people.sellers()),
            people.fee());
    Outcome other = mechanism.clear(Setting.of(more));
    assertArrayEquals(
        outcome.allocation(), Arrays.copyOf(other.allocation(), buyers), CLOSE, where);
    assertArrayEquals(cost(outcome), Arrays.copyOf(cost(other), buyers), 1e-8, where);
    assertEquals(0, other.allocation()[buyers], where);
  }

  private static void checkScaled(
      Population people, Mechanism mechanism, Outcome outcome, String where) {
    double factor = 8;
    List<Valuation> dearer = new ArrayList<>();
    for (Valuation valuation : people.valuations()) {
      dearer.add(new Times(valuation, factor));
    }
    double[] reserves = Arrays.stream(people.reserves()).map(r -> factor * r).toArray();
    Population money =
        new Population(
            dearer,
            people.budgets(),
            people.quantities(),
            reserves,
            people.reach(),
            factor * people.fee());
    Outcome other = mechanism.clear(Setting.of(money));
    assertArrayEquals(outcome.allocation(), other.allocation(), CLOSE, where);
    double[] costs = Arrays.stream(cost(outcome)).map(c -> factor * c).toArray();
    assertArrayEquals(costs, cost(other), 1e-7, where);
  }

  /** A valuation in other money. */
  private record Times(Valuation valuation, double factor) implements Valuation {
    private static final long serialVersionUID = 1;

    @Override
    public double demand() {
      return valuation.demand();
    }

    @Override
    public double value(double z) {
      return factor * valuation.value(z);
    }

    @Override
    public double marginal(double z) {
      return factor * valuation.marginal(z);
    }

    @Override
    public double demandAt(double price) {
      return valuation.demandAt(price / factor);
    }
  }

  private static double[] cost(Outcome outcome) {
    return outcome.payments().orElseThrow().cost();
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    Arrays.setAll(reversed, k -> values[values.length - 1 - k]);
    return reversed;
  }
}
