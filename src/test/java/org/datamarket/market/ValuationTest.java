package org.datamarket.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.datamarket.naive.NaiveValuation;
import org.junit.jupiter.api.Test;

/**
 * Every kind of valuation: values, marginal values and inverses.
 *
 * <p>Tolerances: an inverse in closed form must be right for a total and a price (or value) that
 * differ from those given by at most 1e-12 relatively. That is a thousand roundings; how far the
 * inverse itself may lie depends on the slope, which near α = 0 or at large bases is anything.
 */
class ValuationTest {
  private static final double CLOSE = 1e-12;

  private static final List<Pair> PAIRS = pairs();

  private record Pair(Valuation fast, NaiveValuation naive) {}

  /**
   * 700 valuations: five families, with and without an ISP, a quarter of them at extreme scales.
   */
  private static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (long seed = 0; seed < 700; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      boolean extreme = seed / 7 % 4 == 0;
      double demand = extreme ? extreme(random) : random.nextDouble(0.5, 50);
      Pair own = own((int) (seed % 7), demand, extreme, random);
      pairs.add(own);
      double share = random.nextInt(4) == 0 ? 1 : random.nextDouble(0.01, 1.3);
      double price = own.fast.marginal(share <= 1 ? demand * share : 0);
      if (price > 0 && price < Double.POSITIVE_INFINITY) {
        pairs.add(new Pair(WithIsp.of(own.fast, price), own.naive.withIsp(price)));
      }
    }
    return pairs;
  }

  private static Pair own(int family, double demand, boolean extreme, SplittableRandom random) {
    double scale = extreme ? extreme(random) : random.nextDouble(1, 40);
    double alpha = extreme ? extremeAlpha(random) : random.nextDouble(0.1, 0.9);
    double base = extreme ? extreme(random) : random.nextDouble(0.1, 5);
    return switch (family) {
      case 0 -> alphaFair(demand, scale, alpha, 0);
      case 1 -> alphaFair(demand, scale, alpha, base);
      case 2 -> alphaFair(demand, scale, 0, base);
      case 3, 4 ->
          new Pair(
              new Logarithmic(demand, scale, base),
              NaiveValuation.logarithmic(demand, scale, base));
      case 5 -> new Pair(new Parabolic(demand, scale), NaiveValuation.parabolic(demand, scale));
      default -> new Pair(new Linear(demand, scale), NaiveValuation.linear(demand, scale));
    };
  }

  private static Pair alphaFair(double demand, double sigma, double alpha, double base) {
    return new Pair(
        new AlphaFair(demand, sigma, alpha, base),
        NaiveValuation.alphaFair(demand, sigma, alpha, base));
  }

  private static double extreme(SplittableRandom random) {
    return StrictMath.pow(10, random.nextDouble(-6, 9));
  }

  private static double extremeAlpha(SplittableRandom random) {
    double small = StrictMath.pow(10, random.nextDouble(-6, -1));
    return random.nextBoolean() ? small : 1 - small;
  }

  private static void forEach(Consumer<Valuation> check) {
    PAIRS.forEach(pair -> check.accept(pair.fast));
  }

  /**
   * How far a value may be off: with an ISP it is a difference, which cannot be closer than its
   * parts.
   */
  private static double slack(Valuation valuation) {
    double whole = valuation.value(valuation.demand());
    return valuation instanceof WithIsp isp ? CLOSE * (whole + isp.ispPrice() * isp.ispTotal()) : 0;
  }

  private static double[] totals(Valuation valuation, SplittableRandom random) {
    double[] totals = new double[22];
    for (int k = 0; k < 20; k++) {
      double share = random.nextDouble();
      totals[k] = valuation.demand() * (k % 2 == 0 ? share : StrictMath.pow(10, -6 * share));
    }
    totals[20] = valuation.demand();
    return totals;
  }

  // ---------------------------------------------------------------- against the definition

  /** The naive value is a difference of powers: it is compared where that keeps its digits. */
  @Test
  void valueAndMarginal_anyTotal_areTheDefinition() {
    PAIRS.forEach(ValuationTest::assertIsTheDefinition);
  }

  private static void assertIsTheDefinition(Pair pair) {
    for (double z : totals(pair.fast, new SplittableRandom(1))) {
      double marginal = pair.naive.marginal(z);
      assertThat(pair.fast.marginal(z)).isCloseTo(marginal, within(CLOSE * marginal));
      double value = pair.naive.value(z);
      double lost = Math.ulp(scaleOfPowers(pair.naive)) * 8 + slack(pair.fast);
      assertThat(pair.fast.value(z)).isCloseTo(value, within(1e-11 * Math.abs(value) + lost));
    }
  }

  /** The size of the numbers whose difference the naive value is. */
  private static double scaleOfPowers(NaiveValuation naive) {
    double whole = naive.ownValue(naive.demand());
    if (naive.kind() != NaiveValuation.Kind.ALPHA_FAIR) {
      return whole;
    }
    double power = Math.pow(naive.base() + naive.demand(), 1 - naive.alpha());
    return whole + naive.scale() * power / (1 - naive.alpha());
  }

  @Test
  void value_atNothingAndBeyondTheDemand_isFlat() {
    forEach(ValuationTest::assertIsFlatBeyond);
  }

  private static void assertIsFlatBeyond(Valuation valuation) {
    double whole = valuation.value(valuation.demand());
    assertThat(valuation.value(valuation.demand() * 3)).isEqualTo(whole);
    if (!(valuation instanceof WithIsp)) {
      assertThat(valuation.value(0)).isZero();
    }
  }

  @Test
  void marginal_atTheDemand_isTheLeftLimit() {
    forEach(ValuationTest::assertLeftLimit);
  }

  private static void assertLeftLimit(Valuation valuation) {
    double demand = valuation.demand();
    double justBefore = valuation.marginal(Math.nextDown(demand));
    double slack = CLOSE * (justBefore + valuation.marginal(demand / 2));
    assertThat(valuation.marginal(demand)).isCloseTo(justBefore, within(slack));
    assertThat(valuation.marginal(Math.nextUp(demand))).isZero();
  }

  /** Concave: no later unit is worth more, and each stretch is worth what its ends say. */
  @Test
  void value_anyStretch_liesBetweenItsMarginals() {
    forEach(ValuationTest::assertConcave);
  }

  private static void assertConcave(Valuation valuation) {
    SplittableRandom random = new SplittableRandom(2);
    for (int k = 0; k < 50; k++) {
      double from = valuation.demand() * random.nextDouble();
      double to = from + (valuation.demand() - from) * random.nextDouble();
      double gain = valuation.value(to) - valuation.value(from);
      double rounding = 1e-14 * valuation.value(to) + slack(valuation);
      assertThat(valuation.marginal(to)).isLessThanOrEqualTo(valuation.marginal(from));
      assertThat(gain)
          .isGreaterThanOrEqualTo(valuation.marginal(to) * (to - from) * (1 - 1e-11) - rounding)
          .isLessThanOrEqualTo(valuation.marginal(from) * (to - from) * (1 + 1e-11) + rounding);
    }
  }

  // ---------------------------------------------------------------- inverses

  @Test
  void demandAt_anyPrice_isTheLargestTotalWorthIt() {
    forEach(ValuationTest::assertDemandAt);
  }

  private static void assertDemandAt(Valuation valuation) {
    SplittableRandom random = new SplittableRandom(3);
    double last = valuation.marginal(valuation.demand());
    assertThat(valuation.demandAt(last)).isEqualTo(valuation.demand());
    assertThat(valuation.demandAt(0)).isEqualTo(valuation.demand());
    for (double z : totals(valuation, random)) {
      assertIsDemandAt(valuation, valuation.marginal(z) * (random.nextBoolean() ? 1 : 1.0625));
    }
    double first = valuation.marginal(0);
    if (first < Double.POSITIVE_INFINITY) {
      assertThat(valuation.demandAt(first * 1.001)).isZero();
    }
  }

  private static void assertIsDemandAt(Valuation valuation, double price) {
    if (price == Double.POSITIVE_INFINITY) {
      assertThat(valuation.demandAt(price)).isZero();
      return;
    }
    double z = valuation.demandAt(price);
    assertThat(z).isBetween(0.0, valuation.demand());
    if (z > 0) {
      double less = valuation.marginal(z * (1 - CLOSE));
      assertThat(less).as("worth it at %s", price).isGreaterThanOrEqualTo(price * (1 - CLOSE));
    }
    if (z < valuation.demand()) {
      double more = valuation.marginal(z * (1 + CLOSE) + Double.MIN_VALUE);
      assertThat(more).as("no more at %s", price).isLessThanOrEqualTo(price * (1 + CLOSE));
    }
  }

  /**
   * In closed form and by bisection the inverses agree as far as rounding of θ and θ′ lets them.
   */
  @Test
  void inverses_closedForm_lieWhereBisectionFindsThem() {
    forEach(ValuationTest::assertInversesAsBisected);
  }

  private static void assertInversesAsBisected(Valuation valuation) {
    Valuation bisected = new Bisected(valuation);
    for (double z : totals(valuation, new SplittableRandom(4))) {
      double price = valuation.marginal(z == 0 ? valuation.demand() : z);
      double high = bisected.demandAt(price * (1 - CLOSE)) * (1 + CLOSE);
      double low = bisected.demandAt(price * (1 + CLOSE)) * (1 - CLOSE);
      assertThat(valuation.demandAt(price)).isBetween(low, high);
      double value = valuation.value(z);
      double off = CLOSE * Math.abs(value) + slack(valuation);
      double more = bisected.quantityWorth(value + off) * (1 + CLOSE);
      double less = bisected.quantityWorth(value - off) * (1 - CLOSE);
      assertThat(valuation.quantityWorth(value)).isBetween(less, more);
    }
  }

  /** The same valuation without closed forms. */
  private record Bisected(Valuation own) implements Valuation {
    @Override
    public double demand() {
      return own.demand();
    }

    @Override
    public double value(double z) {
      return own.value(z);
    }

    @Override
    public double marginal(double z) {
      return own.marginal(z);
    }
  }

  @Test
  void quantityWorth_anyValue_isTheSmallestTotalWorthIt() {
    forEach(ValuationTest::assertQuantityWorth);
  }

  private static void assertQuantityWorth(Valuation valuation) {
    double whole = valuation.value(valuation.demand());
    assertThat(valuation.quantityWorth(whole * 1.001)).isEqualTo(valuation.demand());
    double nothing = valuation.quantityWorth(valuation.value(0));
    assertThat(valuation.value(nothing)).isCloseTo(valuation.value(0), within(slack(valuation)));
    assertThat(valuation.quantityWorth(-whole)).isZero();
    SplittableRandom random = new SplittableRandom(5);
    for (int k = 0; k < 20; k++) {
      double value = whole * random.nextDouble();
      double z = valuation.quantityWorth(value);
      assertThat(z).isBetween(0.0, valuation.demand());
      double off = CLOSE * value + slack(valuation);
      assertThat(valuation.value(z * (1 + CLOSE) + Double.MIN_VALUE))
          .isGreaterThanOrEqualTo(value - off);
      if (z > 0) {
        assertThat(valuation.value(z * (1 - CLOSE))).isLessThanOrEqualTo(value + off);
      }
    }
  }

  @Test
  void flatUntil_anyValuation_isWhereTheMarginalFirstFalls() {
    PAIRS.forEach(ValuationTest::assertFlatUntil);
  }

  private static void assertFlatUntil(Pair pair) {
    double flat = pair.fast.flatUntil();
    assertThat(flat).isBetween(0.0, pair.fast.demand());
    if (flat > 0) {
      double first = pair.fast.marginal(0);
      assertThat(pair.fast.marginal(flat * (1 - CLOSE))).isCloseTo(first, within(CLOSE * first));
      assertThat(pair.fast.marginal(flat)).isCloseTo(first, within(CLOSE * first));
    }
    if (flat < pair.fast.demand() * (1 - 1e-9) && pair.naive.alpha() == 0
        || pair.naive.alpha() > 0.05 && pair.naive.base() < pair.fast.demand()) {
      double beyond = flat + (pair.fast.demand() - flat) * 0.9;
      assertThat(flat < beyond * 0.99 && pair.fast.marginal(beyond) >= pair.fast.marginal(0))
          .isFalse();
    }
  }

  // ---------------------------------------------------------------- the ISP

  /** θ_κ(z) = max over x of θ(z + x) − p x: no purchase does better than the one reported. */
  @Test
  void value_withIsp_isTheBestOverAllPurchases() {
    forEach(ValuationTest::assertBestPurchase);
  }

  private static void assertBestPurchase(Valuation valuation) {
    if (valuation instanceof WithIsp isp) {
      SplittableRandom random = new SplittableRandom(6);
      for (double z : totals(valuation, random)) {
        double best = isp.own().value(z + isp.purchase(z)) - isp.ispPrice() * isp.purchase(z);
        double rounding =
            1e-12 * isp.own().value(isp.demand()) + 1e-12 * isp.ispPrice() * isp.demand();
        assertThat(isp.value(z)).isCloseTo(best, within(rounding));
        for (int k = 0; k < 20; k++) {
          double x = (isp.demand() - z) * random.nextDouble();
          double other = isp.own().value(z + x) - isp.ispPrice() * x;
          assertThat(other).isLessThanOrEqualTo(isp.value(z) + rounding);
        }
        assertThat(isp.marginal(z)).isEqualTo(Math.min(isp.own().marginal(z), isp.ispPrice()));
      }
    }
  }
}
