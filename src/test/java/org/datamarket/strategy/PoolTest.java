package org.datamarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.datamarket.Cases;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.TieRule;
import org.junit.jupiter.api.Test;

/** What pools give, against the definitions: n · Q⁽ⁿ⁾ by equal shares, ΣQ in order. */
class PoolTest {
  private static final double PRICE = 1;

  /** The sums are of at most a dozen numbers: a few roundings. */
  private static final double CLOSE = 1e-14;

  private static BuyerView view(double[] quantities) {
    int[] sellers = new int[quantities.length];
    Auction[] rivals = new Auction[quantities.length];
    for (int j = 0; j < quantities.length; j++) {
      sellers[j] = j;
      rivals[j] = Auction.of(quantities[j], 0, TieRule.PROPORTIONAL);
    }
    return new BuyerView(sellers, rivals, Bids.NONE);
  }

  private static double[] descending(SplittableRandom random) {
    double[] drawn = random.doubles(random.nextInt(1, 12), 0.5, 10).sorted().toArray();
    double[] quantities = new double[drawn.length];
    for (int k = 0; k < drawn.length; k++) {
      quantities[k] = drawn[drawn.length - 1 - k];
    }
    return quantities;
  }

  private static Pool pool(BuyerStrategy strategy, Ranking ranking) {
    return strategy.pool(ranking).orElseThrow();
  }

  @Test
  void equalShares_giveTheSmallestResidualFromEach() {
    for (long seed = 0; seed < Cases.of(2_000); seed++) {
      double[] largestFirst = descending(new SplittableRandom(seed));
      Ranking ranking = Ranking.at(view(largestFirst), PRICE, RankingOrder.RESIDUAL);
      Pool pool = pool(new OptOut(), ranking);
      double fewer = 0;
      for (int n = 1; n <= largestFirst.length; n++) {
        double each = largestFirst[n - 1];
        assertThat(pool.gives(n)).isEqualTo(n * each);
        assertThat(pool.eachGives(n)).hasValue(n * each / n);
        assertThat(pool.fewerGive(n)).isEqualTo(fewer);
        fewer = Math.max(fewer, n * each);
      }
    }
  }

  @Test
  void cumulative_givesAllThatTheFirstSellersHave() {
    for (long seed = 0; seed < Cases.of(2_000); seed++) {
      double[] largestFirst = descending(new SplittableRandom(seed));
      Ranking ranking = Ranking.at(view(largestFirst), PRICE, RankingOrder.RESIDUAL);
      Pool pool = pool(new Cumulative(), ranking);
      double before = 0;
      for (int n = 1; n <= largestFirst.length; n++) {
        double sum = Arrays.stream(largestFirst, 0, n).sum();
        assertThat(pool.gives(n)).isEqualTo(sum, within(CLOSE * sum));
        assertThat(pool.fewerGive(n)).isEqualTo(before, within(CLOSE * sum));
        assertThat(pool.eachGives(n)).isEmpty();
        before = sum;
      }
    }
  }

  @Test
  void bestReplies_haveNoPool() {
    Ranking ranking = Ranking.at(view(new double[] {2, 1}), PRICE, RankingOrder.RESIDUAL);

    assertThat(new Waterfill().pool(ranking)).isEmpty();
    assertThat(ranking.price()).isEqualTo(PRICE);
  }
}
