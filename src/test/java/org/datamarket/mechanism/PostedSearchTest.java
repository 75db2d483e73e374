package org.datamarket.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.datamarket.Cases;
import org.datamarket.mechanism.Outcome.Posted;
import org.junit.jupiter.api.Test;

/** The search of a posted price against one that looks everywhere. */
class PostedSearchTest {
  private static final int MARKETS = 2_000;

  @Test
  void search_findsWhatLookingEverywhereFinds() {
    int unique = 0;
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Setting setting = Setting.of(SmallMarkets.of(seed));
      unique += check(setting, seed / 2 % 2 == 0, "market " + seed) ? 1 : 0;
    }
    assertTrue(unique > Cases.of(MARKETS) / 2, "prices that are the only best ones");
  }

  private static boolean check(Setting setting, boolean welfare, String where) {
    Population people = setting.population();
    double[] marks = MarkedPrices.of(setting);
    Mechanism mechanism = welfare ? new PostedWelfare() : new PostedRevenue();
    Outcome outcome = mechanism.clear(setting);
    Posted found = (Posted) outcome.detail();
    if (marks.length == 0) {
      assertEquals(Double.NaN, found.price(), where);
      return false;
    }
    NaivePosted naive = new NaivePosted(people, welfare);
    PostedMarket best = naive.best(marks);
    String what = mechanism + ", " + where;
    PostedMarket market = PostedMarket.at(people, found.price(), found.side());
    double value = welfare ? market.welfare(people) : market.revenue();
    assertEquals(naive.most(), value, 1e-11 * Math.abs(naive.most()), what);
    assertEquals(best.price(), found.price(), 1e-6 * best.price(), what);
    assertEquals(best.side(), found.side(), what);
    if (naive.isUnique(0.99e-6) == naive.isUnique(1.01e-6)) {
      assertEquals(naive.isUnique(1e-6), found.unique(), what);
    }
    return found.unique();
  }
}
