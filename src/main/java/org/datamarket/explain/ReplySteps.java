package org.datamarket.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a buyer's reply comes about, number by number (docs/model.md §4): the desired total, what is
 * left of it after shading, the pool, and what each seller of it is asked.
 *
 * @param desiredTotal z*, GB
 * @param total v, GB; 0 without a bid
 * @param price θ′(v) as bid, $/GB; NaN without a bid
 * @param poolSize n; of a strategy without a pool, how many sellers it asks; 0 without a bid
 * @param share e_i = v / n, what the provisioning coefficient ς_i = n makes of the total at each
 *     seller of the pool, GB; empty without a bid, and of strategies that do not ask all for the
 *     same
 * @param marginalSeller j*, the last seller of the pool; empty without one
 * @param forgone what all other sellers together would add, $; NaN where the strategy does not ask
 * @param pool 𝓘_i, the sellers asked, in the order of the ranking
 * @param bids what each is asked, and what that would get and cost as the buyer sees it, by seller
 */
public record ReplySteps(
    double desiredTotal,
    double total,
    double price,
    int poolSize,
    OptionalDouble share,
    Optional<String> marginalSeller,
    double forgone,
    List<String> pool,
    List<BuyerInsight.LiveBid> bids) {
  /** Copies the lists. */
  public ReplySteps {
    pool = List.copyOf(pool);
    bids = List.copyOf(bids);
  }

  /** ς_i, the provisioning coefficient: n where all are asked for the same, otherwise empty. */
  public OptionalInt provisioning() {
    return share.isPresent() ? OptionalInt.of(poolSize) : OptionalInt.empty();
  }
}
