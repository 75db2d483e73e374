package org.datamarket.strategy.supply;

import static org.assertj.core.api.Assertions.assertThat;

import org.datamarket.Cases;
import org.datamarket.strategy.RandomViews;
import org.datamarket.strategy.RandomViews.Sight;
import org.junit.jupiter.api.Test;

/**
 * The total of the cheapest units is a sum of parts, and must not exceed what is wanted by
 * rounding.
 */
class CheapestUnitsTest {

  /** A last bit above the demand, and θ′ would be 0: no price to bid. */
  @Test
  void worthwhile_total_neverExceedsTheDemand() {
    int whole = 0;
    int views = Cases.of(40_000);
    for (long seed = 0; seed < views; seed++) {
      Sight sight = RandomViews.draw(seed);
      double total =
          CheapestUnits.worthwhile(sight.valuation(), sight.budget(), sight.view()).total();
      assertThat(total).as("view %d", seed).isLessThanOrEqualTo(sight.valuation().demand());
      whole += total == sight.valuation().demand() ? 1 : 0;
    }
    assertThat(whole).isGreaterThan(views / 50);
  }
}
