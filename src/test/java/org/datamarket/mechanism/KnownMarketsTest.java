package org.datamarket.mechanism;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.mechanism.Outcome.Posted;
import org.junit.jupiter.api.Test;

/** Markets of the literature, worked by hand. */
class KnownMarketsTest {
  private static final double CLOSE = 1e-9;

  @Test
  void tuffinsMarket() {
    Population people =
        full(
            new double[] {100},
            new double[] {0},
            new Linear(60, 4),
            new Linear(70, 4),
            new Linear(40, 2),
            new Linear(10, 1));
    Setting setting = Setting.of(people);
    double[] shares = {100.0 * 60 / 130, 100.0 * 70 / 130, 0, 0};
    assertArrayEquals(shares, new Planner().clear(setting).allocation(), CLOSE);
    assertEquals(400, sum(cost(new UniformPrice(0.5).clear(setting))), CLOSE);
    assertEquals(400, sum(cost(new PayAsBid().clear(setting))), CLOSE);
    double[] psp = {124.615, 135.385, 0, 0};
    assertArrayEquals(psp, cost(new Vcg().clear(setting)), 5e-4);
    assertArrayEquals(psp, cost(new MultiBid(5).clear(setting)), 5e-4);
    Outcome revenue = new PostedRevenue().clear(setting);
    assertEquals(4, ((Posted) revenue.detail()).price());
    assertEquals(Side.AT, ((Posted) revenue.detail()).side());
    Outcome welfare = new PostedWelfare().clear(setting);
    assertEquals(2, ((Posted) welfare.detail()).price());
    assertEquals(Side.ABOVE, ((Posted) welfare.detail()).side());
    assertEquals(200, sum(cost(welfare)), CLOSE);
    Outcome split = new IspSplit(0.5).clear(setting);
    assertEquals(200, split.payments().orElseThrow().ispMargin(), CLOSE);
    Outcome volume = new IspVolume(0.5).clear(setting);
    assertEquals(100.0 * 60 / 180, volume.allocation()[0], CLOSE);
    assertEquals(338.889, MechanismMeasures.of(setting, volume).welfare(), 5e-4);
    assertEquals(169.444, volume.payments().orElseThrow().ispMargin(), 5e-4);
  }

  @Test
  void beltranAndRoggendorfsMarket() {
    Population people =
        full(
            new double[] {60, 40},
            new double[] {0, 0},
            new Parabolic(90, 10.0 / 90),
            new Parabolic(85, 12.0 / 85),
            new Parabolic(80, 15.0 / 80),
            new Parabolic(70, 20.0 / 70),
            new Parabolic(65, 22.0 / 65));
    Setting setting = Setting.of(people);
    assertEquals(1059.8153, sum(cost(new UniformPrice(0.5).clear(setting))), 5e-5);
    double[] costs = {0, 101.2069, 231.9401, 320.2790, 328.0005};
    assertArrayEquals(costs, cost(new Vcg().clear(setting)), 5e-5);
    assertEquals(1465.1847, sum(cost(new PayAsBid().clear(setting))), 5e-5);
    Outcome bids = new MultiBid(8).clear(setting);
    assertArrayEquals(new double[] {0, 10.625, 21.875, 35, 32.5}, bids.allocation(), CLOSE);
    double[] multi = {0, 98.0469, 194.0625, 311.4844, 288.9844};
    assertArrayEquals(multi, cost(bids), 5e-5);
    Outcome split = new IspSplit(0.5).clear(setting);
    assertArrayEquals(new double[] {0, 0, 0, 51.25, 48.75}, split.allocation(), CLOSE);
    assertEquals(524.375, split.payments().orElseThrow().ispMargin(), CLOSE);
  }

  @Test
  void workedExample() {
    Population people =
        full(
            new double[] {65, 85},
            new double[] {0.01, 0.01},
            new Linear(50, 1),
            new Linear(40, 1.2),
            new Linear(26, 1.5),
            new Linear(20, 2),
            new Linear(14, 2.2));
    Setting setting = Setting.of(people);
    assertEquals(206.3, setting.optimum(), CLOSE);
    assertEquals(75.75, sum(cost(new UniformPrice(0.5).clear(setting))), CLOSE);
    assertEquals(1.5, sum(cost(new UniformPrice(0).clear(setting))), CLOSE);
    assertEquals(1.5, sum(cost(new Vcg().clear(setting))), CLOSE);
    assertEquals(150, sum(cost(new PostedRevenue().clear(setting))), CLOSE);
    assertEquals(207.8, sum(cost(new PayAsBid().clear(setting))), CLOSE);
    for (Mechanism isp : List.of(new IspSplit(0.5), new IspVolume(0.5))) {
      double margin = isp.clear(setting).payments().orElseThrow().ispMargin();
      assertEquals(103.15, margin, CLOSE);
    }
  }

  private static Population full(double[] quantities, double[] reserves, Valuation... valuations) {
    double[] budgets = new double[valuations.length];
    Arrays.fill(budgets, Double.POSITIVE_INFINITY);
    Reach reach = Reach.full(valuations.length, quantities.length);
    return new Population(List.of(valuations), budgets, quantities, reserves, reach);
  }

  private static double[] cost(Outcome outcome) {
    return outcome.payments().orElseThrow().cost();
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
