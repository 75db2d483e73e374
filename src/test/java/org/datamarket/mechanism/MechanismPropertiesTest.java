package org.datamarket.mechanism;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datamarket.Cases;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.mechanism.Outcome.Matching;
import org.junit.jupiter.api.Test;

/** What must hold of one mechanism, or between two, on random markets (docs/mechanisms.md). */
class MechanismPropertiesTest {
  private static final int MARKETS = 2_000;
  private static final double CLOSE = 1e-9;

  @Test
  void uniformPrice_isOnePrice_whereAllSeeAll() {
    int several = 0;
    for (int seed = 0; seed < Cases.of(MARKETS); seed += 2) {
      Setting setting = Setting.of(SmallMarkets.of(seed));
      Outcome outcome = new UniformPrice(0.5).clear(setting);
      double[] price = outcome.prices().orElseThrow().price();
      double[] paid = outcome.payments().orElseThrow().cost();
      double one = Double.NaN;
      int sellers = 0;
      for (int j = 0; j < price.length; j++) {
        if (outcome.sold()[j] > 0) {
          one = Double.isNaN(one) ? price[j] : one;
          assertEquals(one, price[j], CLOSE * one, "market " + seed);
          sellers++;
        }
      }
      for (int i = 0; i < paid.length; i++) {
        double expected = outcome.allocation()[i] == 0 ? 0 : one * outcome.allocation()[i];
        assertEquals(expected, paid[i], CLOSE * (1 + expected), "market " + seed);
      }
      several += sellers > 1 ? 1 : 0;
    }
    assertTrue(several > Cases.of(MARKETS) / 8, "markets in which several sell: " + several);
  }

  @Test
  void vcg_aBuyerAlonePaysReserves() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Population people = SmallMarkets.of(seed);
      int[][] reach = new int[1][people.reach().degree(0)];
      Arrays.setAll(reach[0], k -> people.reach().seller(0, k));
      Population alone =
          new Population(
              people.valuations().subList(0, 1),
              new double[] {Double.POSITIVE_INFINITY},
              people.quantities(),
              people.reserves(),
              Reach.of(reach, people.sellers()));
      Outcome outcome = new Vcg().clear(Setting.of(alone));
      double reserves = 0;
      for (int j = 0; j < people.sellers(); j++) {
        reserves += people.reserves()[j] * outcome.sold()[j];
      }
      double paid = outcome.payments().orElseThrow().cost()[0];
      assertEquals(reserves, paid, CLOSE * (1 + reserves), "market " + seed);
    }
  }

  @Test
  void payAsBid_earnsMostOfThoseWithItsAllocation() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Setting setting = Setting.of(SmallMarkets.of(seed));
      double most = paid(new PayAsBid().clear(setting));
      double scale = 1 + setting.optimum();
      for (Mechanism other : List.of(new Vcg(), new UniformPrice(0), new UniformPrice(1))) {
        assertTrue(paid(other.clear(setting)) <= most + CLOSE * scale, "market " + seed);
      }
    }
  }

  @Test
  void isp_spreadAndVolume_areThoseOfLinearPrograms() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Setting setting = Setting.of(SmallMarkets.of(seed));
      double shade = seed % 5 / 4.0;
      IspOffers offers = IspOffers.of(setting.population(), shade);
      LinearPrograms programs = new LinearPrograms(setting.population(), offers);
      Outcome split = new IspSplit(shade).clear(setting);
      Outcome volume = new IspVolume(shade).clear(setting);
      double spread = ((Matching) split.detail()).spread();
      double scale = 1 + setting.optimum();
      assertEquals(programs.mostSpread(), spread, 1e-8 * scale, "market " + seed);
      double sold = Arrays.stream(volume.sold()).sum();
      assertEquals(programs.mostVolume(), sold, 1e-8 * (1 + sold), "market " + seed);
    }
  }

  @Test
  void multiBid_comesNearerToTheOptimumWithMoreBids() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Setting setting = Setting.of(SmallMarkets.of(seed));
      Outcome many = new MultiBid(128).clear(setting);
      double gain = setting.optimum() - setting.withoutMarket();
      double got = MechanismMeasures.of(setting, many).welfare() - setting.withoutMarket();
      assertTrue(got >= 0.995 * gain - CLOSE, "market " + seed + ": " + got + " of " + gain);
    }
  }

  @Test
  void posted_revenueIsThatOfAnyCompetitivePriceOrMore_andWelfareTheOptimumWherePricesClear() {
    int clear = 0;
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Population people = SmallMarkets.of(seed);
      Setting setting = Setting.of(people);
      double earned = paid(new PostedRevenue().clear(setting));
      for (double price : setting.prices().low()) {
        if (!Double.isNaN(price)) {
          double revenue = PostedMarket.at(people, price, Side.AT).revenue();
          assertTrue(earned >= revenue * (1 - CLOSE), "market " + seed);
        }
      }
      if (clearsAtOnePrice(setting)) {
        Outcome welfare = new PostedWelfare().clear(setting);
        double worth = MechanismMeasures.of(setting, welfare).welfare();
        double optimum = setting.optimum();
        assertEquals(optimum, worth, CLOSE * (1 + optimum), "market " + seed);
        clear++;
      }
    }
    assertTrue(clear > Cases.of(MARKETS) / 40, "markets that one price clears: " + clear);
  }

  /** All see all, all sellers that sell are sold out, nobody is at a jump. */
  private static boolean clearsAtOnePrice(Setting setting) {
    Population people = setting.population();
    if (!people.reach().isFull()) {
      return false;
    }
    double[] sold = setting.plan().sold();
    double price = Double.NaN;
    for (int j = 0; j < sold.length; j++) {
      if (sold[j] > 0 && sold[j] < people.quantities()[j]) {
        return false;
      }
      price = sold[j] > 0 ? setting.prices().low()[j] : price;
    }
    for (int i = 0; i < people.buyers(); i++) {
      Valuation valuation = people.valuations().get(i);
      double below = valuation.demandAt(price * (1 - 1e-9));
      if (Double.isNaN(price) || below - valuation.demandAt(price * (1 + 1e-9)) > 1e-6) {
        return false;
      }
    }
    return true;
  }

  @Test
  void isp_neverGains_whereTradeOnlyDisplacesWhatItSells() {
    int displaced = 0;
    for (int seed = 1; seed < Cases.of(MARKETS); seed += 4) {
      Setting setting = Setting.of(SmallMarkets.of(seed));
      for (Mechanism mechanism : SmallMarkets.mechanisms(seed)) {
        Outcome outcome = mechanism.clear(setting);
        if (onlyDisplaces(setting.population(), outcome)) {
          double gain = MechanismMeasures.of(setting, outcome).ispGain();
          assertTrue(gain <= CLOSE * (1 + setting.optimum()), mechanism + ", market " + seed);
          displaced++;
        }
      }
    }
    assertTrue(displaced > Cases.of(MARKETS) / 10, "cases: " + displaced);
  }

  private static boolean onlyDisplaces(Population people, Outcome outcome) {
    for (int i = 0; i < people.buyers(); i++) {
      if (outcome.allocation()[i] > people.overage(i, 0)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void results_scaleWithQuantity() {
    double factor = 8;
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Population people = SmallMarkets.of(seed);
      List<Valuation> larger = new ArrayList<>();
      for (int i = 0; i < people.buyers(); i++) {
        Valuation own = new Wider(WithIsp.without(people.valuations().get(i)), factor);
        double ispPrice = people.ispPrice(i);
        larger.add(Double.isFinite(ispPrice) ? WithIsp.of(own, ispPrice) : own);
      }
      double[] quantities = Arrays.stream(people.quantities()).map(q -> factor * q).toArray();
      Population more =
          new Population(
              larger,
              people.budgets(),
              quantities,
              people.reserves(),
              people.reach(),
              people.fee());
      for (Mechanism mechanism : SmallMarkets.mechanisms(seed)) {
        Outcome outcome = mechanism.clear(Setting.of(people));
        Outcome other = mechanism.clear(Setting.of(more));
        String where = mechanism + ", market " + seed;
        double[] allocation = times(factor, outcome.allocation());
        assertArrayEquals(allocation, other.allocation(), factor * CLOSE, where);
        assertArrayEquals(times(factor, outcome.sold()), other.sold(), factor * CLOSE, where);
        double[] costs = times(factor, outcome.payments().orElseThrow().cost());
        assertArrayEquals(costs, other.payments().orElseThrow().cost(), 1e-7, where);
      }
    }
  }

  /** A valuation of the same worth per GB of quantities that are so many times as large. */
  private record Wider(Valuation valuation, double factor) implements Valuation {
    private static final long serialVersionUID = 1;

    @Override
    public double demand() {
      return factor * valuation.demand();
    }

    @Override
    public double value(double z) {
      return factor * valuation.value(z / factor);
    }

    @Override
    public double marginal(double z) {
      return valuation.marginal(z / factor);
    }

    @Override
    public double demandAt(double price) {
      return factor * valuation.demandAt(price);
    }
  }

  private static double[] times(double factor, double[] values) {
    return Arrays.stream(values).map(value -> factor * value).toArray();
  }

  private static double paid(Outcome outcome) {
    return Arrays.stream(outcome.payments().orElseThrow().cost()).sum();
  }
}
