package org.datamarket.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.datamarket.Cases;
import org.datamarket.naive.ExactAuction;
import org.datamarket.naive.Rational;
import org.datamarket.naive.Ties;
import org.junit.jupiter.api.Test;

/**
 * Costs and allocations against exact fractions, where quantities and prices of all sizes from
 * 10⁻¹⁰ to 10¹⁷ meet at one auction.
 *
 * <p>Strict ties: a cost is right to 10⁻⁹ <i>of itself</i>. Proportional ties: so it is where the
 * residual supply is at least 10⁻⁶ of the quantity, but for 10⁻¹⁴ of the quantity at the price of
 * the first unit that the bid does not win.
 */
class MixedScalesTest {
  private static final int AUCTIONS = Cases.of(6_000);
  private static final double RELATIVE = 1e-9;
  private static final double ROUNDING = 1e-15;

  private record Drawn(double supply, double reserve, double[] quantities, double[] prices) {

    List<Bid> bids() {
      List<Bid> bids = new ArrayList<>();
      for (int k = 0; k < quantities.length; k++) {
        bids.add(new Bid(quantities[k], prices[k]));
      }
      return bids;
    }
  }

  @Test
  void strictTies_costsAreRightToTheirOwnDigits() {
    int positive = 0;
    for (int seed = 0; seed < AUCTIONS; seed++) {
      Drawn drawn = draw(seed);
      Clearing clearing =
          Clearing.of(Auction.of(drawn.supply, drawn.reserve, TieRule.STRICT), drawn.bids());
      ExactAuction exact = exact(drawn, Ties.STRICT);
      for (int k = 0; k < drawn.prices.length; k++) {
        double cost = exact.eligible(k) ? exact.costByExclusion(k).doubleValue() : 0;
        positive += cost > 0 ? 1 : 0;
        assertThat(Math.abs(clearing.cost()[k] - cost))
            .as("cost of %d in auction %d: %s, exactly %s", k, seed, clearing.cost()[k], cost)
            .isLessThanOrEqualTo(RELATIVE * cost);
      }
    }
    assertThat(positive).isGreaterThan(AUCTIONS / 2);
  }

  @Test
  void proportionalTies_costsAreRightWhereSupplyIsNotJustExhausted() {
    int compared = 0;
    for (int seed = 0; seed < AUCTIONS; seed++) {
      Drawn drawn = draw(seed);
      Clearing clearing =
          Clearing.of(Auction.of(drawn.supply, drawn.reserve, TieRule.PROPORTIONAL), drawn.bids());
      ExactAuction exact = exact(drawn, Ties.PROPORTIONAL);
      for (int k = 0; k < drawn.prices.length; k++) {
        Rational residual = exact.residualSupply(k, Rational.of(drawn.prices[k]));
        double allocation = exact.allocation(k).doubleValue();
        double slack = 10 * ROUNDING * drawn.supply;
        assertThat(Math.abs(clearing.allocation()[k] - allocation))
            .isLessThanOrEqualTo(RELATIVE * allocation + slack);
        if (residual.doubleValue() >= 1e-6 * drawn.supply) {
          double cost = exact.costByIntegral(k).doubleValue();
          compared += cost > 0 ? 1 : 0;
          assertThat(Math.abs(clearing.cost()[k] - cost))
              .as("cost of %d in auction %d: %s, exactly %s", k, seed, clearing.cost()[k], cost)
              .isLessThanOrEqualTo(RELATIVE * cost + slack * priceOfNextUnit(drawn, k));
        }
      }
    }
    assertThat(compared).isGreaterThan(AUCTIONS / 2);
  }

  /** Five of a small quantity, between bids of 10¹⁷ and 8: it costs 2, and not the 5 of doubles. */
  @Test
  void strictTies_smallBidBesideAHugeOne_costsWhatItTakes() {
    Clearing clearing =
        Clearing.of(
            Auction.of(10, 0, TieRule.STRICT),
            List.of(new Bid(5, 2), new Bid(1e17, 1), new Bid(8, 1)));
    assertThat(clearing.cost()[0]).isEqualTo(2);
    assertThat(clearing.allocation()[0]).isEqualTo(5);
  }

  /** Nobody would have had 20 of the 100 units, so the literal formula charges nothing for them. */
  @Test
  void strictTies_unitsLeftToNobody_costLessThanTheReserve() {
    Clearing clearing =
        Clearing.of(
            Auction.of(100, 1, TieRule.STRICT),
            List.of(new Bid(100, 2), new Bid(60, 1), new Bid(60, 1)));
    assertThat(clearing.allocation()).containsExactly(100, 0, 0);
    assertThat(clearing.cost()).containsExactly(80, 0, 0);
  }

  private static double priceOfNextUnit(Drawn drawn, int bidder) {
    double own = drawn.prices[bidder];
    return Arrays.stream(drawn.prices).filter(price -> price > own).min().orElse(own);
  }

  private static ExactAuction exact(Drawn drawn, Ties ties) {
    return ExactAuction.of(drawn.supply, drawn.reserve, drawn.quantities, drawn.prices, ties);
  }

  private static Drawn draw(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int bids = 1 + random.nextInt(7);
    double[] quantities = new double[bids];
    double[] prices = new double[bids];
    double sum = 0;
    for (int k = 0; k < bids; k++) {
      boolean again = k > 0 && random.nextInt(3) == 0;
      quantities[k] = again ? quantities[random.nextInt(k)] : size(random);
      prices[k] = k > 0 && random.nextInt(2) == 0 ? prices[random.nextInt(k)] : size(random);
      sum += random.nextBoolean() ? quantities[k] : 0;
    }
    double supply = sum > 0 && random.nextInt(3) > 0 ? sum * (1 + random.nextInt(2)) : size(random);
    double reserve = random.nextInt(3) == 0 ? prices[random.nextInt(bids)] : 0;
    return new Drawn(supply, reserve, quantities, prices);
  }

  private static double size(SplittableRandom random) {
    return (1 + random.nextInt(9)) * StrictMath.pow(10, random.nextInt(-10, 18));
  }
}
