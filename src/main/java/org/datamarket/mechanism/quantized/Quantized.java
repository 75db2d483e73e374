package org.datamarket.mechanism.quantized;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.mechanism.Outcome;
import org.datamarket.mechanism.Setting;

/**
 * Quantized PSP (Jia, Qu &amp; Caines 2009; docs/mechanisms.md §7): prices of a grid, all buyers at
 * once from the lowest price, to the rest or once around the cycle, of which the last profile
 * counts. Defined for one seller; a buyer that sees several goes to one of them.
 *
 * @param levels M + 1, how many prices there are
 * @param step δ, $/GB; 0 for even steps up to the highest price that anybody would pay
 */
@Kind(
    name = "quantized",
    meaning =
        "Auctions in which prices of a grid can be named only, all buyers answering at once; each"
            + " goes to one seller in its reach, drawn once.")
public record Quantized(
    @Meaning(value = PriceGrid.LEVELS, unit = "1", range = "[2, 1000000]", otherwise = "101")
        int levels,
    @Meaning(value = PriceGrid.STEP, unit = "$/GB", range = "≥ 0", otherwise = "0") double step)
    implements Mechanism {

  @Override
  public Outcome clear(Setting setting) {
    return SellersGrids.outcome(
        setting, levels, step, market -> QuantizedPlay.of(market, market.start()));
  }
}
