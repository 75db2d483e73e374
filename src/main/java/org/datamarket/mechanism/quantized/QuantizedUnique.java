package org.datamarket.mechanism.quantized;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.mechanism.Outcome;
import org.datamarket.mechanism.Setting;

/**
 * The unique limit of quantized auctions ({@link UniqueLimit}), at each seller by itself: a
 * reconstruction (docs/mechanisms.md §7).
 *
 * @param levels M + 1, how many prices there are
 * @param step δ, $/GB; 0 for even steps up to the highest price that anybody would pay
 */
@Kind(
    name = "quantized-unique",
    meaning =
        "The same at the one price of the grid at which no more is asked for than there is (a"
            + " reconstruction).")
public record QuantizedUnique(
    @Meaning(value = PriceGrid.LEVELS, unit = "1", range = "[2, 1000000]", otherwise = "101")
        int levels,
    @Meaning(value = PriceGrid.STEP, unit = "$/GB", range = "≥ 0", otherwise = "0") double step)
    implements Mechanism {

  @Override
  public Outcome clear(Setting setting) {
    return SellersGrids.outcome(setting, levels, step, UniqueLimit::play);
  }
}
