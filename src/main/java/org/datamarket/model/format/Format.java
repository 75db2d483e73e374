package org.datamarket.model.format;

import static org.datamarket.document.type.Property.optional;
import static org.datamarket.document.type.Property.required;
import static org.datamarket.document.type.Property.withDefault;

import java.util.List;
import org.datamarket.document.type.ChoiceType;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.ListType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.NumberType;
import org.datamarket.document.type.OneOrManyType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.TextType;
import org.datamarket.document.type.WholeType;
import org.datamarket.market.TieRule;

/**
 * The format of a model file, version 1: every key with its type, unit, range, default and meaning.
 * The reader checks against it, and the published JSON Schema, the parameter table of the ODD
 * description and the help are made from it.
 */
public final class Format {
  /** The version that files of this format begin with. */
  public static final int VERSION = 1;

  public static final Property<Long> FORMAT =
      required("format", new WholeType(VERSION, VERSION), "The version of this format.");

  public static final Property<String> NAME =
      optional("name", TextType.label(), "the file's name", "A short name of the model.");

  public static final Property<String> DESCRIPTION =
      withDefault("description", TextType.text(10_000), "\"\"", "What the model shows.");

  public static final Property<Long> SEED =
      withDefault(
          "seed",
          new WholeType(Long.MIN_VALUE, Long.MAX_VALUE),
          "1",
          "All randomness of a run comes from this 64-bit number: the same seed, the same run.");

  public static final Property<Double> EPSILON =
      withDefault(
          "epsilon",
          NumberType.of(Units.MONEY, Units.NOT_NEGATIVE),
          "0.1",
          "The bid fee ε: a buyer bids again only for a gain of more than this.");

  public static final Property<String> CURRENCY =
      withDefault(
          "currency", TextType.text(12), "\"$\"", "The label of money in tables and charts.");

  public static final Property<TieRule> TIES =
      withDefault(
          "ties",
          ChoiceType.of(TieRule.class),
          "proportional",
          "Who gets what when bids name the same price: shares in proportion to the quantities"
              + " asked for, or only what is left after all the others at that price.");

  public static final Property<Integer> ROUND_LIMIT =
      withDefault(
          "round-limit",
          new WholeType(1, 1_000_000_000).as(Math::toIntExact),
          "1000",
          "A run ends after so many rounds at the latest.");

  public static final Property<Double> SUPPLY_DEMAND_RATIO =
      optional(
          "supply-demand-ratio",
          NumberType.of("1", Units.POSITIVE),
          "quantities as given",
          "Scales all sellers' quantities by one factor, so that the total supply is this share of"
              + " the buyers' total demand.");

  public static final Property<Double> PRICE_OF_ISP =
      optional(
          "price",
          NumberType.of(Units.PRICE, Units.POSITIVE),
          "only those of buyers and users",
          "Its overage price p_κ, for every buyer without a price of its own.");

  public static final Property<Double> FEE_OF_ISP =
      withDefault(
          "fee",
          NumberType.of(Units.PRICE, Units.NOT_NEGATIVE),
          "0",
          "What it takes of each unit that is traded, where it is in the middle of the trade:"
              + " sellers add it to what they ask.");

  public static final Property<Fields> ISP =
      optional(
          "isp",
          MappingType.of(PRICE_OF_ISP, FEE_OF_ISP),
          "no ISP",
          "The ISP κ, the seller of last resort: any buyer may buy more from it.");

  public static final Property<List<Fields>> BUYERS =
      optional(
          "buyers",
          EntryFormat.population(
              "buyer", BuyerFormat.BUYER, BuyerFormat.BUYER_GROUP, BuyerFormat.BUYER_TABLE),
          "only users",
          "The buyers: one group, one CSV file, or a list of single buyers, groups and CSV files.");

  public static final Property<List<Fields>> SELLERS =
      optional(
          "sellers",
          EntryFormat.population(
              "seller", SellerFormat.SELLER, SellerFormat.SELLER_GROUP, SellerFormat.SELLER_TABLE),
          "only users",
          "The sellers: one group, one CSV file, or a list of single sellers, groups and CSV"
              + " files.");

  public static final Property<List<Fields>> USERS =
      optional(
          "users",
          new OneOrManyType<>(UserFormat.USER_GROUP, new ListType<>(UserFormat.USER_GROUP, 0)),
          "none",
          "People with a data plan, each of whom turns out to be a buyer or a seller by one draw of"
              + " its usage.");

  /** A model file. */
  public static final MappingType MODEL =
      MappingType.of(
          FORMAT,
          NAME,
          DESCRIPTION,
          SEED,
          EPSILON,
          CURRENCY,
          TIES,
          ActivationFormat.ACTIVATION,
          ActivationFormat.ORDER,
          ROUND_LIMIT,
          SUPPLY_DEMAND_RATIO,
          MechanismFormat.MECHANISM,
          ISP,
          BUYERS,
          SELLERS,
          USERS,
          ReachFormat.REACH,
          BidFormat.INITIAL_BIDS);

  private Format() {}
}
