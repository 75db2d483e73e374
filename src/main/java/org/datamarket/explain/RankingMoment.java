package org.datamarket.explain;

import java.util.List;
import java.util.Optional;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;

/**
 * A buyer's ranking ℓ_i and the reply that rests on it, as the market stands at the end of a round
 * (docs/model.md §4).
 *
 * @param round the round's number
 * @param reach how many sellers the buyer sees
 * @param ranked the ids of the sellers that have something for it, the first first
 * @param pool the ids of those that its reply asks, in the same order
 * @param marginal j*, the last seller of the pool; empty without one
 * @param desiredTotal z*, GB
 * @param total v, GB; 0 without a bid
 * @param price θ′(v) as bid, $/GB; NaN without a bid
 * @param gain what the reply would add to its utility, $; infinite where a budget is exceeded
 * @param epsilon ε, the bid fee, $
 */
public record RankingMoment(
    int round,
    int reach,
    List<String> ranked,
    List<String> pool,
    Optional<String> marginal,
    double desiredTotal,
    double total,
    double price,
    double gain,
    double epsilon) {
  /** Copies the lists. */
  public RankingMoment {
    ranked = List.copyOf(ranked);
    pool = List.copyOf(pool);
  }

  /** The moment that the market is in; call it inside the schedule's lock. */
  public static RankingMoment of(DataMarket market, Buyer buyer) {
    int number = buyer.number();
    return new BuyerReading(market, buyer, market.seenBy(number), market.market().view(number))
        .moment();
  }
}
