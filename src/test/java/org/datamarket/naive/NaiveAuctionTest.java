package org.datamarket.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Published examples, and what holds for every auction. */
class NaiveAuctionTest {

  static LongStream seeds() {
    return LongStream.range(0, 600);
  }

  @ParameterizedTest
  @CsvSource({"50, 10, 50, 120", "80, 10, 70, 260", "30, 5, 30, 40"})
  void lazarAndSemretsBids(double quantity, double price, double allocation, double cost) {
    double[] quantities = {100, 10, 20, 20, 30, quantity};
    double[] prices = {1, 2, 4, 7, 12, price};
    NaiveAuction auction = new NaiveAuction(100, 0, quantities, prices, Ties.PROPORTIONAL);
    assertThat(auction.allocation(5)).isEqualTo(allocation);
    assertThat(auction.costByExclusion(5)).isEqualTo(cost);
    assertThat(auction.costByIntegral(5)).isEqualTo(cost);
  }

  @Test
  void tuffinsTies() {
    double[] quantities = {60, 70, 40, 10};
    double[] prices = {4, 4, 2, 1};
    NaiveAuction.Clearing proportional =
        new NaiveAuction(100, 0, quantities, prices, Ties.PROPORTIONAL).clear();
    assertThat(proportional.allocation())
        .containsExactly(new double[] {46.154, 53.846, 0, 0}, within(5e-4));
    assertThat(proportional.cost())
        .containsExactly(new double[] {124.615, 135.385, 0, 0}, within(5e-4));
    NaiveAuction.Clearing strict =
        new NaiveAuction(100, 0, quantities, prices, Ties.STRICT).clear();
    assertThat(strict.allocation()).containsExactly(30, 40, 0, 0);
    assertThat(strict.cost()).containsExactly(180, 200, 0, 0);
  }

  /** In exact fractions: both definitions of cost agree, and allocations and costs are feasible. */
  @ParameterizedTest
  @MethodSource("seeds")
  void proportionalTiesAreExactlyFeasible(long seed) {
    RandomMarkets.Auction drawn = RandomMarkets.auction(seed);
    ExactAuction auction = drawn.exact(Ties.PROPORTIONAL);
    Rational sold = Rational.ZERO;
    for (int i = 0; i < auction.bidders(); i++) {
      Rational allocation = auction.allocation(i);
      Rational cost = auction.costByExclusion(i);
      sold = sold.plus(allocation);
      assertThat(auction.costByIntegral(i)).as(drawn.toString()).isEqualByComparingTo(cost);
      assertThat(allocation).isBetween(Rational.ZERO, Rational.of(drawn.quantities()[i]));
      assertThat(cost)
          .isBetween(
              allocation.times(Rational.of(drawn.reserve())),
              allocation.times(Rational.of(drawn.prices()[i])));
    }
    assertThat(sold).isLessThanOrEqualTo(Rational.of(drawn.quantity()));
  }

  /**
   * Doubles against exact fractions: to 1e-12 of the quantity, and of quantity times the highest
   * price.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void roundingStaysSmall(long seed) {
    RandomMarkets.Auction drawn = RandomMarkets.auction(seed);
    for (Ties ties : Ties.values()) {
      NaiveAuction.Clearing clearing = drawn.naive(ties).clear();
      ExactAuction exact = drawn.exact(ties);
      double largest = largest(drawn.quantities(), drawn.quantity());
      double most = largest * largest(drawn.prices(), drawn.reserve());
      for (int i = 0; i < exact.bidders(); i++) {
        assertThat(clearing.allocation()[i])
            .isCloseTo(exact.allocation(i).doubleValue(), within(1e-12 * largest));
        assertThat(clearing.cost()[i])
            .isCloseTo(exact.costByExclusion(i).doubleValue(), within(1e-12 * most));
      }
    }
  }

  private static double largest(double[] values, double atLeast) {
    double largest = atLeast;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  /** P is the inverse of Q: no price below P(z) leaves z. */
  @ParameterizedTest
  @MethodSource("seeds")
  void marketPriceIsTheLowestThatLeavesEnough(long seed) {
    NaiveAuction auction = RandomMarkets.auction(seed).naive(Ties.PROPORTIONAL);
    for (int step = 1; step <= 5; step++) {
      double z = auction.quantity() * step / 5;
      double price = auction.marketPrice(0, z);
      if (price < Double.POSITIVE_INFINITY) {
        assertThat(auction.residualSupply(0, price)).isGreaterThanOrEqualTo(z);
        assertThat(price).isGreaterThanOrEqualTo(auction.reserve());
      }
      if (z > 0 && price > auction.reserve()) {
        assertThat(auction.residualSupply(0, Math.nextDown(price))).isLessThan(z);
      }
    }
  }
}
