package org.datamarket.model.population;

import java.util.List;
import java.util.Optional;
import org.datamarket.document.Node;
import org.datamarket.document.type.Fields;
import org.datamarket.market.Bids;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.distribution.Draws;
import org.datamarket.model.distribution.Supported;
import org.datamarket.model.format.BuyerFormat;
import org.datamarket.model.format.StrategyFormat;
import org.datamarket.model.format.ValuationFormat;
import org.datamarket.model.format.ValuationRule;
import org.datamarket.random.RandomStreams;
import org.datamarket.strategy.BuyerStrategy;

/**
 * A group of buyers, or a single one, before it is drawn.
 *
 * @param members who they are
 * @param demand d, GB
 * @param valuation θ
 * @param budget b, $
 * @param ispPrice p_κ, $/GB, if there is an ISP for them
 * @param strategy what they bid
 * @param reach the sellers that each of them sees, by id, if they do not follow the market's reach
 */
public record BuyerGroup(
    Members members,
    Supported demand,
    ValuationRule valuation,
    Supported budget,
    Optional<Supported> ispPrice,
    BuyerStrategy strategy,
    Optional<List<Node>> reach) {

  /**
   * Reads a group.
   *
   * @param market the ISP's price for all, if there is one
   */
  static BuyerGroup read(Members members, Fields fields, Optional<Supported> market) {
    return new BuyerGroup(
        members,
        fields.get(BuyerFormat.DEMAND),
        fields.get(ValuationFormat.VALUATION),
        fields.get(BuyerFormat.BUDGET),
        fields.find(BuyerFormat.ISP_PRICE).or(() -> market),
        fields.get(StrategyFormat.STRATEGY),
        fields.find(BuyerFormat.REACH_LIST));
  }

  /** Draws its members. */
  void draw(RandomStreams streams, List<BuyerSpec> buyers) {
    Draws draws = new Draws(streams, "buyers", members.stem(), members.position());
    for (int k = 0; k < members.count(); k++) {
      Valuation own = valuation.draw(draws.next("demand", demand), draws);
      Valuation withIsp =
          ispPrice.isPresent() ? WithIsp.of(own, draws.next("isp-price", ispPrice.get())) : own;
      double limit = draws.next("budget", budget);
      buyers.add(
          new BuyerSpec(members.id(k), members.group(), withIsp, limit, strategy, Bids.NONE));
    }
  }
}
