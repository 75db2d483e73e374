package org.datamarket.strategy;

import java.io.Serializable;
import java.util.Optional;
import org.datamarket.market.BuyerView;

/**
 * What a buyer bids: a pure function of its terms and of what it sees (docs/model.md §4).
 * Implementations are immutable and serializable. One of your own is named by its class in a model
 * file; its public constructor takes the numbers given there (docs/extending.md).
 */
@FunctionalInterface
public interface BuyerStrategy extends Serializable {

  /**
   * The bids this strategy wants, and how it came to them. Whether they replace the buyer's live
   * bids is decided by the {@link RebidRule}, not here.
   *
   * @param terms what the buyer wants and can pay
   * @param view the rivals' bids in the buyer's reach; its own bids must not matter
   */
  Reply reply(BuyerTerms terms, BuyerView view);

  /** What the first sellers of a ranking can give by this strategy; empty if it has no pool. */
  default Optional<Pool> pool(Ranking ranking) {
    return Optional.empty();
  }
}
