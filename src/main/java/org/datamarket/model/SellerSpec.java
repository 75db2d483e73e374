package org.datamarket.model;

import java.io.Serializable;
import org.datamarket.strategy.SellerStrategy;

/**
 * One seller of a drawn population.
 *
 * @param id unique among the sellers, as given or as numbered by its group
 * @param group the name of the group it was drawn from; empty when listed alone
 * @param quantity D, GB
 * @param reserve r₀, the seller's own reserve, $/GB: what its data is worth to it
 * @param initialReserve the reserve it starts with, $/GB; r₀ by default
 * @param strategy how it sets its reserve
 */
public record SellerSpec(
    String id,
    String group,
    double quantity,
    double reserve,
    double initialReserve,
    SellerStrategy strategy)
    implements Serializable {

  /** The same seller with another strategy. */
  public SellerSpec withStrategy(SellerStrategy other) {
    return new SellerSpec(id, group, quantity, reserve, initialReserve, other);
  }

  /** The same seller offering another quantity, GB. */
  public SellerSpec withQuantity(double other) {
    return new SellerSpec(id, group, other, reserve, initialReserve, strategy);
  }

  /** The same seller with another reserve of its own and another to start with, $/GB. */
  public SellerSpec withReserves(double own, double initial) {
    return new SellerSpec(id, group, quantity, own, initial, strategy);
  }

  /** The same seller under another id, in no group. */
  public SellerSpec called(String other) {
    return new SellerSpec(other, "", quantity, reserve, initialReserve, strategy);
  }
}
