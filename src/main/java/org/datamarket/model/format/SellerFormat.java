package org.datamarket.model.format;

import static org.datamarket.document.type.Property.required;
import static org.datamarket.document.type.Property.withDefault;

import java.util.Optional;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.WholeType;
import org.datamarket.model.Limits;
import org.datamarket.model.distribution.Supported;

/** Sellers: one alone, a group, or a table. */
public final class SellerFormat {
  public static final Property<Supported> QUANTITY =
      required(
          "quantity",
          QuantityFormat.quantity(Units.GB, Units.POSITIVE),
          "What the seller has to sell, D.");

  public static final Property<Supported> RESERVE =
      withDefault(
          "reserve",
          QuantityFormat.quantity(Units.PRICE, Units.NOT_NEGATIVE),
          "0",
          "The seller's own reserve r₀: its least price, and what its data is worth to it.");

  public static final Property<Optional<Supported>> INITIAL_RESERVE =
      withDefault(
          "initial-reserve",
          QuantityFormat.quantityUnless("reserve", Units.PRICE, Units.NOT_NEGATIVE),
          "reserve",
          "The reserve that the seller starts with; \"reserve\" is its own.");

  public static final Property<Integer> SELLER_COUNT =
      required(
          "count",
          new WholeType(0, Limits.MOST_SELLERS).as(Math::toIntExact),
          "How many there are.");

  /** The quantity of groups, and of rows that leave it open. */
  public static final Property<Supported> USUAL_QUANTITY =
      withDefault(
          "quantity",
          QUANTITY.type(),
          "{lognormal: {median: 5, sigma: 0.8}}",
          QUANTITY.description());

  /** One seller. */
  public static final MappingType SELLER =
      MappingType.of(
          EntryFormat.ID, QUANTITY, RESERVE, INITIAL_RESERVE, StrategyFormat.SELLER_STRATEGY);

  /** A group of sellers. */
  public static final MappingType SELLER_GROUP =
      MappingType.of(
          EntryFormat.GROUP_NAME,
          SELLER_COUNT,
          USUAL_QUANTITY,
          RESERVE,
          INITIAL_RESERVE,
          StrategyFormat.SELLER_STRATEGY);

  /** A table of sellers. */
  public static final MappingType SELLER_TABLE =
      MappingType.of(
          EntryFormat.CSV,
          EntryFormat.GROUP_NAME,
          QUANTITY.orElse(EntryFormat.columnOr(USUAL_QUANTITY)),
          RESERVE,
          INITIAL_RESERVE,
          StrategyFormat.SELLER_STRATEGY);

  private SellerFormat() {}
}
