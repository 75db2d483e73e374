package org.datamarket.model.format;

import static org.datamarket.document.type.Property.required;
import static org.datamarket.document.type.Property.withDefault;

import java.util.List;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.ListType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.NumberType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.Range;
import org.datamarket.model.distribution.Supported;
import org.datamarket.strategy.SellerStrategy;

/** Users, whose roles are drawn (docs/model.md §9). */
public final class UserFormat {
  public static final Property<Double> CAP =
      required(
          "cap",
          NumberType.of(Units.GB, Units.POSITIVE),
          "The data that the plan includes a month.");

  public static final Property<Double> FEE =
      withDefault(
          "fee",
          NumberType.of(Units.MONEY, Units.NOT_NEGATIVE),
          "0",
          "The plan's monthly fee: paid by all, so it changes no decision.");

  public static final Property<Double> OVERAGE =
      required(
          "overage",
          NumberType.of(Units.PRICE, Units.POSITIVE),
          "The price of data beyond the cap: the ISP's price p_κ of this plan's users.");

  public static final Property<Double> SHARE =
      required(
          "share",
          NumberType.of("1", Range.between(0, 1)),
          "The share of users that have this plan; all shares add up to 1.");

  public static final Property<List<Fields>> PLANS =
      required(
          "plans",
          new ListType<>(MappingType.of(CAP, FEE, OVERAGE, SHARE), 1),
          "The plans that users have.");

  public static final Property<Supported> USAGE =
      withDefault(
          "usage",
          QuantityFormat.quantity("share of the cap", Units.POSITIVE),
          "{lognormal: {median: 0.7, sigma: 1.6}}",
          "What a user uses a month, as a share of its plan's cap: above 1 it is a buyer of what is"
              + " missing, below 1 a seller of what is left.");

  public static final Property<Double> USER_ALPHA =
      withDefault(
          "alpha",
          NumberType.of("1", Range.fromBelow(0, 1)),
          "0.5",
          "The α of the buyers' alpha-fair valuation.");

  public static final Property<Supported> USER_RESERVE =
      withDefault(
          "reserve",
          QuantityFormat.quantity(Units.PRICE, Units.NOT_NEGATIVE),
          "5",
          "The reserve of those who sell.");

  public static final Property<SellerStrategy> USER_SELLER_STRATEGY =
      withDefault(
          "seller-strategy",
          StrategyFormat.SELLER_STRATEGY_TYPE,
          StrategyFormat.SELLER_STRATEGY_DEFAULT,
          "How those who sell set their reserve.");

  /** A group of users. */
  public static final MappingType USER_GROUP =
      MappingType.of(
          EntryFormat.GROUP_NAME,
          BuyerFormat.BUYER_COUNT,
          PLANS,
          USAGE,
          USER_ALPHA,
          USER_RESERVE,
          BuyerFormat.BUDGET,
          StrategyFormat.STRATEGY,
          USER_SELLER_STRATEGY);

  private UserFormat() {}
}
