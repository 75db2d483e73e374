package org.datamarket.model.population;

import java.util.List;
import java.util.Optional;
import org.datamarket.document.type.Fields;
import org.datamarket.model.SellerSpec;
import org.datamarket.model.distribution.Draws;
import org.datamarket.model.distribution.Supported;
import org.datamarket.model.format.SellerFormat;
import org.datamarket.model.format.StrategyFormat;
import org.datamarket.random.RandomStreams;
import org.datamarket.strategy.SellerStrategy;

/**
 * A group of sellers, or a single one, before it is drawn.
 *
 * @param members who they are
 * @param quantity D, GB
 * @param reserve r₀, $/GB
 * @param initialReserve the reserve they start with, $/GB, if it is not r₀
 * @param strategy how they set their reserves
 */
public record SellerGroup(
    Members members,
    Supported quantity,
    Supported reserve,
    Optional<Supported> initialReserve,
    SellerStrategy strategy) {

  /** Reads a group. */
  static SellerGroup read(Members members, Fields fields) {
    return new SellerGroup(
        members,
        fields.get(SellerFormat.QUANTITY),
        fields.get(SellerFormat.RESERVE),
        fields.get(SellerFormat.INITIAL_RESERVE),
        fields.get(StrategyFormat.SELLER_STRATEGY));
  }

  /** Draws its members. */
  void draw(RandomStreams streams, List<SellerSpec> sellers) {
    Draws draws = new Draws(streams, "sellers", members.stem(), members.position());
    for (int k = 0; k < members.count(); k++) {
      double offered = draws.next("quantity", quantity);
      double own = draws.next("reserve", reserve);
      double initial =
          initialReserve.isPresent() ? draws.next("initial-reserve", initialReserve.get()) : own;
      sellers.add(new SellerSpec(members.id(k), members.group(), offered, own, initial, strategy));
    }
  }
}
