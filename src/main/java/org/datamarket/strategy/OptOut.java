package org.datamarket.strategy;

import java.util.Optional;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.market.BuyerView;

/**
 * The opt-out strategy: the buyer ranks the sellers by what they have left at its price, finds the
 * smallest pool in which one coordinated bid meets its demand, bids the same quantity and its
 * marginal value at each seller of the pool, and opts out of every other auction (Blocher &amp;
 * Harris 2021, Proposition "Opt-out buyer strategy"; docs/model.md §4).
 *
 * <p>With residual ranking and no budget a reply takes O(reach · log bids) for each turn of {@link
 * EqualSharesCrossing}, two or three as a rule, and O(reach · log reach) for the ranking.
 *
 * @param ranking by what sellers are ranked
 * @param pool which sellers meet a total of n equal asks, if more than n could
 * @param shortfall what happens when the whole demand cannot be met
 * @param shading how far below the desired total the bid stays
 */
@Kind(
    name = "opt-out",
    meaning = "One coordinated bid to the smallest pool of sellers that meets the demand.")
public record OptOut(
    @Meaning(
            "By what sellers are ranked: what they have left at the buyer's price, what they have"
                + " on offer, or what they have left that no bid at the same price asks for.")
        RankingOrder ranking,
    @Meaning(PoolChoice.MEANING) PoolChoice pool,
    @Meaning(Shortfall.MEANING) Shortfall shortfall,
    @Meaning(Shading.MEANING) Shading shading)
    implements BuyerStrategy {

  /** By residual, partial, shading by utility. */
  public OptOut() {
    this(RankingOrder.RESIDUAL, Shortfall.PARTIAL, Shading.UTILITY);
  }

  /** With the largest sellers as the pool, as the paper has it. */
  public OptOut(RankingOrder ranking, Shortfall shortfall, Shading shading) {
    this(ranking, PoolChoice.LARGEST, shortfall, shading);
  }

  @Override
  public Reply reply(BuyerTerms terms, BuyerView view) {
    return new PooledReply(EqualShares.of(pool), ranking, terms, view).reply(shortfall, shading);
  }

  @Override
  public Optional<Pool> pool(Ranking ofSellers) {
    return Optional.of(new Pool(EqualShares.of(pool), ofSellers));
  }
}
