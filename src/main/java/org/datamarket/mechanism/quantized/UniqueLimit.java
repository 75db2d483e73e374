package org.datamarket.mechanism.quantized;

import java.util.ArrayList;
import java.util.List;

/**
 * The one price of a grid at which buyers together want no more than there is, p° = min{p ∈ B : Σ
 * φ_i(p) ≤ D}: an efficient rest up to the grid. A reconstruction of the unique limit of Jia &amp;
 * Caines 2009, of whose rules only the abstract could be read (docs/mechanisms.md §7).
 */
public final class UniqueLimit {
  private UniqueLimit() {}

  /** The level of p°; the highest one if more is wanted at every price. O(n log M). */
  public static int level(QuantizedMarket market) {
    PriceGrid grid = market.grid();
    return grid.lowest(grid.bottom(), level -> wanted(market.at(level)) <= market.supply());
  }

  /**
   * How it is reached: all begin at the lowest price, and while more is asked for than there is,
   * all go up by one level together. At most M + 1 rounds.
   */
  public static QuantizedPlay play(QuantizedMarket market) {
    List<Profile> path = new ArrayList<>();
    int last = level(market);
    for (int level = market.grid().bottom(); level <= last; level++) {
      path.add(market.at(level));
    }
    return new QuantizedPlay(path, path.size() - 1, 1);
  }

  private static double wanted(Profile profile) {
    return profile.quantities().stream().mapToDouble(Double::doubleValue).sum();
  }
}
