package org.datamarket.model.population;

import java.util.List;
import java.util.Optional;
import org.datamarket.document.Magnitude;
import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.document.Words;
import org.datamarket.document.type.Fields;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.SellerSpec;
import org.datamarket.model.format.Format;

/**
 * The total supply as a share of the total demand, if quantities are scaled.
 *
 * @param value the share, above 0
 * @param position where it stands
 */
public record SupplyDemandRatio(double value, Position position) {

  /** The ratio that a model asks for, if any. */
  public static Optional<SupplyDemandRatio> find(Fields model) {
    return model
        .find(Format.SUPPLY_DEMAND_RATIO)
        .map(value -> new SupplyDemandRatio(value, model.position(Format.SUPPLY_DEMAND_RATIO)));
  }

  /**
   * The sellers with their quantities scaled by one factor; as they are if nobody wants or has
   * anything.
   *
   * @throws Mistake if a quantity gets outside the {@linkplain Magnitude range} of numbers
   */
  List<SellerSpec> scale(List<SellerSpec> sellers, List<BuyerSpec> buyers) {
    double demand = buyers.stream().mapToDouble(buyer -> buyer.valuation().demand()).sum();
    double supply = sellers.stream().mapToDouble(SellerSpec::quantity).sum();
    if (demand == 0 || supply == 0) {
      return sellers;
    }
    double factor = value * demand / supply;
    return sellers.stream().map(seller -> scaled(seller, factor)).toList();
  }

  private SellerSpec scaled(SellerSpec seller, double factor) {
    double quantity = factor * seller.quantity();
    if (!Magnitude.contains(quantity)) {
      throw new Mistake(
          position,
          "supply-demand-ratio scales the quantity of seller %s to %s; expected %s"
              .formatted(Words.quoted(seller.id()), quantity, Magnitude.IN_WORDS));
    }
    return new SellerSpec(
        seller.id(),
        seller.group(),
        quantity,
        seller.reserve(),
        seller.initialReserve(),
        seller.strategy());
  }
}
