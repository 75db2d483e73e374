package org.datamarket.strategy;

import java.util.Optional;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.market.BuyerView;

/**
 * The other reading of the opt-out pool: the first sellers by residual supply until their residuals
 * add up to the demand, each asked for all it can give and the last for what is missing
 * (docs/model.md §4).
 *
 * @param shortfall what happens when the whole demand cannot be met
 * @param shading how far below the desired total the bid stays
 */
@Kind(
    name = "cumulative",
    meaning = "The first sellers of the ranking until what they have left adds up to the demand.")
public record Cumulative(
    @Meaning(Shortfall.MEANING) Shortfall shortfall, @Meaning(Shading.MEANING) Shading shading)
    implements BuyerStrategy {

  /** Partial, shading by utility. */
  public Cumulative() {
    this(Shortfall.PARTIAL, Shading.UTILITY);
  }

  @Override
  public Reply reply(BuyerTerms terms, BuyerView view) {
    return new PooledReply(FillInOrder.RULE, RankingOrder.RESIDUAL, terms, view)
        .reply(shortfall, shading);
  }

  @Override
  public Optional<Pool> pool(Ranking ranking) {
    return Optional.of(new Pool(FillInOrder.RULE, ranking));
  }
}
