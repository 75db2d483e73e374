package org.datamarket.claims.search;

import java.util.Comparator;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;

/**
 * A small market in which a claim fails.
 *
 * @param question what was asked of it
 * @param model the market as it is to be played, or as it stands
 */
public record Counterexample(Question question, MarketModel model) {
  /** The smaller first: buyers and sellers, then bids, then what there is to read. */
  static final Comparator<Counterexample> BY_SIZE =
      Comparator.<Counterexample>comparingInt(Counterexample::traders)
          .thenComparingInt(Counterexample::bids)
          .thenComparingInt(small -> ModelText.of(small.model()).length());

  /** How many buyers and sellers there are. */
  public int traders() {
    return model.buyers().size() + model.sellers().size();
  }

  /** How many bids the market begins with. */
  public int bids() {
    return model.buyers().stream().map(BuyerSpec::initialBids).mapToInt(bids -> bids.size()).sum();
  }
}
