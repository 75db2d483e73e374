package org.datamarket.model.format;

import static org.datamarket.document.type.Property.optional;
import static org.datamarket.document.type.Property.required;
import static org.datamarket.document.type.Property.withDefault;

import java.util.List;
import org.datamarket.document.Node;
import org.datamarket.document.type.ListType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.NamedType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.TextType;
import org.datamarket.document.type.WholeType;
import org.datamarket.model.Limits;
import org.datamarket.model.distribution.Supported;

/** Buyers: one alone, a group, or a table. */
public final class BuyerFormat {
  public static final Property<Supported> DEMAND =
      required(
          "demand",
          QuantityFormat.quantity(Units.GB, Units.POSITIVE),
          "The most the buyer wants, d.");

  public static final Property<Supported> BUDGET =
      withDefault(
          "budget",
          QuantityFormat.quantityOr(
              "unlimited", Double.POSITIVE_INFINITY, Units.MONEY, Units.NOT_NEGATIVE),
          "unlimited",
          "The most the buyer can pay, b.");

  public static final Property<Supported> ISP_PRICE =
      optional(
          "isp-price",
          QuantityFormat.quantity(Units.PRICE, Units.POSITIVE),
          "isp.price",
          "The price p_κ at which this buyer can buy any amount from the ISP.");

  public static final Property<List<Node>> REACH_LIST =
      optional(
          "reach",
          new ListType<>(TextType.label().placed(), 1),
          "as the market's reach says",
          "The ids of the sellers that the buyer sees, instead of what the market's reach says.");

  public static final Property<Integer> BUYER_COUNT =
      required(
          "count",
          new WholeType(0, Limits.MOST_BUYERS).as(Math::toIntExact),
          "How many there are.");

  /** The demand of groups, and of rows that leave it open. */
  public static final Property<Supported> USUAL_DEMAND =
      withDefault(
          "demand", DEMAND.type(), "{lognormal: {median: 2, sigma: 0.6}}", DEMAND.description());

  /** The valuation of groups, and of rows that leave it open. */
  public static final Property<ValuationRule> USUAL_VALUATION =
      withDefault(
          "valuation",
          ValuationFormat.VALUATION.type(),
          "{kind: alpha-fair, sigma: {uniform: {min: 5, max: 15}}, alpha: {uniform: {min: 0.2,"
              + " max: 0.8}}, base: 0}",
          ValuationFormat.VALUATION.description());

  private static final MappingType BUYER_REST =
      MappingType.of(BUDGET, ISP_PRICE, StrategyFormat.STRATEGY, REACH_LIST);

  /** One buyer. */
  public static final MappingType BUYER =
      BUYER_REST.after(EntryFormat.ID, DEMAND, ValuationFormat.VALUATION);

  /** A group of buyers. */
  public static final MappingType BUYER_GROUP =
      BUYER_REST.after(EntryFormat.GROUP_NAME, BUYER_COUNT, USUAL_DEMAND, USUAL_VALUATION);

  /** A table of buyers. */
  public static final MappingType BUYER_TABLE =
      BUYER_REST.after(
          EntryFormat.CSV,
          EntryFormat.GROUP_NAME,
          DEMAND.orElse(EntryFormat.columnOr(USUAL_DEMAND)),
          optional(
              "valuation",
              new NamedType<>(
                  "valuation-of-table",
                  "What data is worth to a buyer, θ; parameters may be columns of the file"
                      + " instead.",
                  ValuationFormat.relaxed()),
              EntryFormat.columnOr(USUAL_VALUATION),
              ValuationFormat.VALUATION.description()));

  private BuyerFormat() {}
}
