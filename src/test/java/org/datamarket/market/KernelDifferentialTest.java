package org.datamarket.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.datamarket.Cases;
import org.datamarket.naive.ExactAuction;
import org.datamarket.naive.NaiveAuction;
import org.datamarket.naive.RandomMarkets;
import org.datamarket.naive.Rational;
import org.datamarket.naive.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The fast kernel against the naive one, on 24,000 random auctions under each tie rule: twelve
 * kinds in turn, among them ties, zeros, bids at the reserve, exact fills and quantities and prices
 * from 1e-6 to 1e9; and against the exact one on every twentieth.
 *
 * <p>Tolerances. A quantity is D less a sum of at most eight bids, and sums that exceed D count as
 * D; so it is right to about 1e-15 D, and 1e-13 D is allowed (more only for sums of several such).
 * A cost is a sum of such quantities at the prices of the units taken, so it is right to as much at
 * the highest of them, the price of the last unit of an allocation that is larger by the tolerance.
 * The price of a unit jumps: it must be that of a unit no farther away than the tolerance.
 */
class KernelDifferentialTest {
  private static final long AUCTIONS = Cases.of(24_000);
  private static final double ROUNDING = 1e-13;

  /** One auction, as all three kernels have it, seen from one bidder. */
  private record Case(
      RandomMarkets.Auction drawn, TieRule rule, Auction all, NaiveAuction naive, int bidder) {

    Bid bid() {
      return bid(bidder);
    }

    Bid bid(int k) {
      return new Bid(drawn.quantities()[k], drawn.prices()[k]);
    }

    Auction rivals() {
      return all.without(bidder, bid());
    }

    NaiveAuction naive(Bid bid) {
      return naive.with(bidder, new org.datamarket.naive.Bid(bid.quantity(), bid.price()));
    }

    double slack() {
      return ROUNDING * drawn.quantity();
    }

    /** Prices at, just beside and between those that are there. */
    double[] prices(SplittableRandom random) {
      double[] there = naive.levels(bidder);
      double[] prices = new double[3 * there.length + 2];
      int count = 0;
      for (double price : there) {
        prices[count++] = price;
        prices[count++] = Math.nextUp(price);
        prices[count++] = price * random.nextDouble(0.5, 2);
      }
      prices[count] = there[there.length - 1] * 3;
      return prices;
    }

    /** Totals on, beside and between the steps of the residual supply, all within D. */
    double[] totals(SplittableRandom random) {
      List<Double> totals = new ArrayList<>(List.of(0.0, drawn.quantity()));
      for (double level : naive.levels(bidder)) {
        double step = naive.residualSupply(bidder, level);
        totals.add(step);
        totals.add(Math.min(drawn.quantity(), step * 1.001));
        totals.add(step * random.nextDouble());
      }
      return totals.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public String toString() {
      return rule + " " + drawn + " for bidder " + bidder;
    }
  }

  private static TieRule rule(Ties ties) {
    return ties == Ties.STRICT ? TieRule.STRICT : TieRule.PROPORTIONAL;
  }

  private static Auction auction(RandomMarkets.Auction drawn, TieRule rule) {
    Auction auction = Auction.of(drawn.quantity(), drawn.reserve(), rule);
    for (int k = 0; k < drawn.quantities().length; k++) {
      auction = auction.with(k, new Bid(drawn.quantities()[k], drawn.prices()[k]));
    }
    return auction;
  }

  private static Case draw(long seed, Ties ties) {
    RandomMarkets.Auction drawn = RandomMarkets.auction(seed);
    int bidder = (int) (seed / 12 % drawn.quantities().length);
    return new Case(drawn, rule(ties), auction(drawn, rule(ties)), drawn.naive(ties), bidder);
  }

  private static void forEachSeed(LongConsumer check) {
    LongStream.range(0, AUCTIONS).forEach(check);
  }

  private static void assertBetween(double actual, double low, double high, Object of) {
    if (!(actual >= low && actual <= high)) {
      assertThat(actual).as("%s", of).isBetween(low, high);
    }
  }

  private static void assertClose(double actual, double expected, double slack, Object of) {
    if (!(Math.abs(actual - expected) <= slack) && actual != expected) {
      assertThat(actual).as("%s", of).isCloseTo(expected, within(slack));
    }
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void residual_anyPrice_isTheNaiveOne(Ties ties) {
    forEachSeed(
        seed -> {
          Case c = draw(seed, ties);
          Auction rivals = c.rivals();
          for (double price : c.prices(new SplittableRandom(seed))) {
            double expected = c.naive.residualSupply(c.bidder, price);
            assertClose(rivals.residual(price), expected, c.slack(), c);
            double below = price == 0 ? 0 : c.naive.residualSupply(c.bidder, Math.nextDown(price));
            assertClose(rivals.residualBelow(price), below, c.slack(), c);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void allocation_ownAndHypotheticalBids_isTheNaiveOne(Ties ties) {
    forEachSeed(
        seed -> {
          Case c = draw(seed, ties);
          for (Bid bid : someBids(c, seed)) {
            double expected = c.naive(bid).allocation(c.bidder);
            assertClose(c.rivals().allocation(bid), expected, c.slack(), c);
          }
        });
  }

  /** The bidder's own bid, and hypothetical ones at every price there and beside it. */
  private static List<Bid> someBids(Case c, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Bid> bids = new ArrayList<>(List.of(c.bid()));
    for (double price : c.prices(random)) {
      bids.add(
          new Bid(random.nextInt(5) == 0 ? 0 : c.drawn.quantity() * random.nextDouble(), price));
      bids.add(new Bid(c.drawn.quantity() * random.nextInt(1, 3), price));
    }
    return bids;
  }

  @Test
  void cost_proportionalTies_isTheNaiveIntegral() {
    forEachSeed(
        seed -> {
          Case c = draw(seed, Ties.PROPORTIONAL);
          for (Bid bid : someBids(c, seed)) {
            assertCostOf(c, c.rivals().cost(bid), c.naive(bid).allocation(c.bidder));
          }
        });
  }

  @Test
  void cost_proportionalTies_isWhatTheOthersLose() {
    forEachSeed(
        seed -> {
          Case c = draw(seed, Ties.PROPORTIONAL);
          for (Bid bid : someBids(c, seed)) {
            double expected = c.naive(bid).costByExclusion(c.bidder);
            double above = c.rivals().nextStepAbove(bid.price());
            double slack = c.slack() * Math.max(bid.price(), Double.isInfinite(above) ? 0 : above);
            assertClose(c.rivals().cost(bid), bid.isNone() ? 0 : expected, slack, c);
          }
        });
  }

  @Test
  void cost_strictTies_isWhatTheOthersLose() {
    forEachSeed(
        seed -> {
          Case c = draw(seed, Ties.STRICT);
          for (Bid bid : someBids(c, seed)) {
            NaiveAuction with = c.naive(bid);
            double expected = with.eligible(c.bidder) ? with.costByExclusion(c.bidder) : 0;
            assertClose(c.rivals().cost(bid), expected, 10 * c.slack() * bid.price(), c);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void costOf_anyAllocation_isTheNaiveIntegral(Ties ties) {
    forEachSeed(
        seed -> {
          Case c = draw(seed, ties);
          for (double total : c.totals(new SplittableRandom(seed))) {
            assertCostOf(c, c.rivals().costOf(total), total);
          }
        });
  }

  private static void assertCostOf(Case c, double cost, double allocation) {
    assertClose(cost, c.naive.costOf(c.bidder, allocation), costSlack(c, allocation), c);
  }

  /** Rounding may hold back or add a little at the price of the last unit. */
  private static double costSlack(Case c, double allocation) {
    double more = Math.min(c.drawn.quantity(), allocation + c.slack());
    return 2 * c.slack() * c.naive.marketPrice(c.bidder, more);
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void marketPrice_anyUnit_isTheNaiveOne(Ties ties) {
    forEachSeed(
        seed -> {
          Case c = draw(seed, ties);
          for (double total : c.totals(new SplittableRandom(seed))) {
            double price = c.rivals().marketPrice(total);
            double more = Math.min(c.drawn.quantity(), total + c.slack());
            assertBetween(
                price,
                c.naive.marketPrice(c.bidder, total - c.slack()),
                c.naive.marketPrice(c.bidder, more),
                c);
          }
          double beyond = Math.nextUp(c.drawn.quantity());
          assertThat(c.rivals().marketPrice(beyond)).isInfinite();
        });
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void units_allOfThem_climbTheNaiveResidualSupply(Ties ties) {
    forEachSeed(
        seed -> {
          Case c = draw(seed, ties);
          List<double[]> steps = new ArrayList<>();
          double last = 0;
          for (UnitCursor units = c.rivals().units(); units.isValid(); units.next()) {
            assertThat(units.price()).isGreaterThanOrEqualTo(last);
            assertThat(units.quantity()).isPositive();
            last = units.price();
            steps.add(new double[] {units.price(), units.quantity()});
          }
          for (double level : c.naive.levels(c.bidder)) {
            double cheapest =
                steps.stream().filter(s -> s[0] <= level).mapToDouble(s -> s[1]).sum();
            assertClose(cheapest, c.naive.residualSupply(c.bidder, level), c.slack(), c);
          }
          double all = steps.stream().mapToDouble(s -> s[1]).sum();
          assertClose(all, c.drawn.quantity(), c.slack(), c);
        });
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void firstStep_monotoneProperty_isTheLowestNaiveLevel(Ties ties) {
    forEachSeed(
        seed -> {
          Case c = draw(seed, ties);
          SplittableRandom random = new SplittableRandom(seed);
          double wanted = c.drawn.quantity() * random.nextDouble(1.2) + 2 * c.slack();
          double until = c.naive.levels(c.bidder)[0] + random.nextDouble(6);
          assertFirstStep(c, (price, residual) -> residual + c.slack() >= wanted);
          assertFirstStep(c, (price, residual) -> price >= until);
          assertFirstStep(c, (price, residual) -> residual + c.slack() >= wanted || price > until);
          assertFirstStep(c, (price, residual) -> false);
        });
  }

  private static void assertFirstStep(Case c, Auction.StepTest test) {
    double expected = Double.POSITIVE_INFINITY;
    double[] levels = c.naive.levels(c.bidder);
    for (int k = levels.length - 1; k >= 0; k--) {
      if (test.holds(levels[k], c.naive.residualSupply(c.bidder, levels[k]))) {
        expected = levels[k];
      }
    }
    Auction.Step step = c.rivals().firstStep(test);
    assertThat(step.price()).as("%s", c).isEqualTo(expected);
    boolean none = Double.isInfinite(expected);
    double residual = none ? c.drawn.quantity() : c.naive.residualSupply(c.bidder, expected);
    double below =
        none
            ? c.drawn.quantity()
            : expected == 0 ? 0 : c.naive.residualSupply(c.bidder, Math.nextDown(expected));
    assertClose(step.residual(), residual, c.slack(), c);
    assertClose(step.residualBelow(), below, c.slack(), c);
  }

  @Test
  void nearestPriceAndNextStepAbove_anyPrice_areThoseOfAScan() {
    forEachSeed(
        seed -> {
          Case c = draw(seed, Ties.PROPORTIONAL);
          for (double price : c.prices(new SplittableRandom(seed))) {
            assertThat(c.rivals().nearestPrice(price)).as("%s", c).isEqualTo(nearest(c, price));
            assertThat(c.rivals().nextStepAbove(price)).as("%s", c).isEqualTo(nextAbove(c, price));
          }
        });
  }

  /**
   * Of the reserve and all live bids of rivals, those below the reserve included; the lower of two
   * equally near.
   */
  private static double nearest(Case c, double price) {
    double nearest = c.drawn.reserve();
    for (int k = 0; k < c.drawn.prices().length; k++) {
      double other = c.drawn.prices()[k];
      boolean live = k != c.bidder && c.drawn.quantities()[k] > 0;
      double apart = Math.abs(other - price) - Math.abs(nearest - price);
      if (live && (apart < 0 || (apart == 0 && other < nearest))) {
        nearest = other;
      }
    }
    return nearest;
  }

  @Test
  void distanceToBid_anyPrice_isThatOfAScan() {
    forEachSeed(
        seed -> {
          Case c = draw(seed, Ties.PROPORTIONAL);
          for (double price : c.prices(new SplittableRandom(seed))) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int k = 0; k < c.drawn.prices().length; k++) {
              boolean live = k != c.bidder && c.drawn.quantities()[k] > 0;
              double apart = Math.abs(c.drawn.prices()[k] - price);
              nearest = live ? Math.min(nearest, apart) : nearest;
            }
            assertThat(c.rivals().distanceToBid(price)).as("%s", c).isEqualTo(nearest);
          }
        });
  }

  private static double nextAbove(Case c, double price) {
    return Arrays.stream(c.naive.levels(c.bidder))
        .filter(level -> level > price)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void awards_allBids_areTheNaiveAllocations(Ties ties) {
    forEachSeed(
        seed -> {
          Case c = draw(seed, ties);
          List<Auction.Award> awards = c.all.awards();
          double sold = 0;
          for (Auction.Award award : awards) {
            double expected = c.naive.allocation(award.buyer());
            assertClose(award.allocation(), expected, c.slack(), c);
            assertThat(award.bid()).isEqualTo(c.bid(award.buyer()));
            sold += expected;
          }
          assertClose(c.all.sold(), sold, 10 * c.slack(), c);
          long live = Arrays.stream(c.drawn.quantities()).filter(q -> q > 0).count();
          assertThat((long) awards.size()).isEqualTo(live).isEqualTo(c.all.size());
          assertThat(awards)
              .isSortedAccordingTo(
                  Comparator.comparingDouble((Auction.Award award) -> -award.bid().price())
                      .thenComparingInt(award -> -award.buyer()));
        });
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void clear_allBids_isTheNaiveClearing(Ties ties) {
    forEachSeed(
        seed -> {
          Case c = draw(seed, ties);
          List<Bid> bids = new ArrayList<>();
          for (int k = 0; k < c.drawn.quantities().length; k++) {
            bids.add(c.bid(k));
          }
          Auction empty = Auction.of(c.drawn.quantity(), c.drawn.reserve(), c.rule);
          Clearing clearing = Clearing.of(empty, bids);
          NaiveAuction.Clearing expected = c.naive.clear();
          double highest = Arrays.stream(c.drawn.prices()).max().orElseThrow();
          for (int k = 0; k < bids.size(); k++) {
            assertClose(clearing.allocation()[k], expected.allocation()[k], c.slack(), c);
            assertClose(clearing.cost()[k], expected.cost()[k], 10 * c.slack() * highest, c);
          }
          assertClose(clearing.sold(), expected.sold(), 10 * c.slack(), c);
          assertClose(clearing.revenue(), expected.revenue(), 100 * c.slack() * highest, c);
        });
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void clear_everyTwentiethAuction_isTheExactClearing(Ties ties) {
    LongStream.iterate(0, seed -> seed < AUCTIONS, seed -> seed + 19)
        .forEach(
            seed -> {
              Case c = draw(seed, ties);
              ExactAuction exact = c.drawn.exact(ties);
              for (int k = 0; k < exact.bidders(); k++) {
                Auction rivals = c.all.without(k, c.bid(k));
                double allocation = exact.allocation(k).doubleValue();
                assertClose(rivals.allocation(c.bid(k)), allocation, c.slack(), c);
                double cost = exact.eligible(k) ? exact.costByExclusion(k).doubleValue() : 0;
                double slack = 10 * c.slack() * highestAround(rivals, c.bid(k).price());
                assertClose(rivals.cost(c.bid(k)), cost, slack, c);
              }
              Rational half = Rational.of(c.drawn.quantity() / 2);
              double upToHalf = exact.costOf(c.bidder, half).doubleValue();
              double slack = costSlack(c, half.doubleValue());
              assertClose(c.rivals().costOf(half.doubleValue()), upToHalf, slack, c);
            });
  }

  private static double highestAround(Auction rivals, double price) {
    double above = rivals.nextStepAbove(price);
    return Double.isInfinite(above) ? price : above;
  }
}
