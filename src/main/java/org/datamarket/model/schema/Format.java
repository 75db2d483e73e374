package org.datamarket.model.schema;

import static org.datamarket.model.schema.Property.optional;
import static org.datamarket.model.schema.Property.required;
import static org.datamarket.model.schema.Property.withDefault;

import java.util.List;
import java.util.Optional;

/**
 * The format of a model file, version 1: every key with its type, unit, range, default and meaning.
 * The reader checks against it, and the published JSON Schema, the parameter table of the ODD
 * description and the help are made from it.
 */
public final class Format {
  /** The most buyers, and the most users, of one model. */
  public static final int MOST_BUYERS = 10_000_000;

  /** The most sellers of one model. */
  public static final int MOST_SELLERS = 1_000_000;

  /** The most pairs of a buyer and a seller that see each other, unless all do. */
  public static final long MOST_PAIRS = 100_000_000;

  /** The version that files of this format begin with. */
  public static final int VERSION = 1;

  private static final String GB = "GB";
  private static final String MONEY = "$";
  private static final String PRICE = "$/GB";
  private static final Range POSITIVE = Range.positive();
  private static final Range NOT_NEGATIVE = Range.notNegative();

  /** Top-level keys. */
  public static final Property FORMAT =
      required("format", new WholeType(VERSION, VERSION), "The version of this format.");

  public static final Property NAME =
      optional("name", TextType.label(), "the file's name", "A short name of the model.");

  public static final Property DESCRIPTION =
      withDefault("description", TextType.text(10_000), "\"\"", "What the model shows.");

  public static final Property SEED =
      withDefault(
          "seed",
          new WholeType(Long.MIN_VALUE, Long.MAX_VALUE),
          "1",
          "All randomness of a run comes from this 64-bit number: the same seed, the same run.");

  public static final Property EPSILON =
      withDefault(
          "epsilon",
          NumberType.of(MONEY, NOT_NEGATIVE),
          "0.1",
          "The bid fee ε: a buyer bids again only for a gain of more than this.");

  public static final Property CURRENCY =
      withDefault(
          "currency", TextType.text(12), "\"$\"", "The label of money in tables and charts.");

  public static final Property TIES =
      withDefault(
          "ties",
          ChoiceType.of("proportional", "strict"),
          "proportional",
          "Who gets what when bids name the same price: shares in proportion to the quantities"
              + " asked for, or only what is left after all the others at that price.");

  public static final Property ROUND_LIMIT =
      withDefault(
          "round-limit",
          new WholeType(1, 1_000_000_000),
          "1000",
          "A run ends after so many rounds at the latest.");

  public static final Property SUPPLY_DEMAND_RATIO =
      optional(
          "supply-demand-ratio",
          NumberType.of("1", POSITIVE),
          "quantities as given",
          "Scales all sellers' quantities by one factor, so that the total supply is this share of"
              + " the buyers' total demand.");

  /** Distributions. */
  private static final Type FINITE_MEAN = NumberType.of("", POSITIVE);

  private static final Type VALUE = NumberType.of("", NOT_NEGATIVE);

  public static final NamedType DISTRIBUTION =
      new NamedType(
          "distribution",
          "A distribution of a quantity that is not negative; each buyer or seller gets a draw of"
              + " its own. Its parameters have the quantity's unit, but for shapes and the"
              + " lognormal's sigma, which are pure numbers.",
          MappingType.of(
                  optional("constant", VALUE, "another distribution", "Always this value."),
                  optional(
                      "uniform",
                      MappingType.of(
                          required("min", VALUE, "The least value."),
                          required("max", VALUE, "The largest value, at least the least.")),
                      "another distribution",
                      "Every value between two equally likely."),
                  optional(
                      "normal",
                      MappingType.of(
                          required("mean", VALUE, "The mean before truncation."),
                          required("sd", FINITE_MEAN, "The standard deviation before truncation.")),
                      "another distribution",
                      "Normal, truncated at 0: values below 0 are never drawn."),
                  optional(
                      "lognormal",
                      MappingType.of(
                          required("median", FINITE_MEAN, "The median."),
                          required(
                              "sigma",
                              NumberType.of("1", Range.between(0, 10)),
                              "The standard deviation of the logarithm.")),
                      "another distribution",
                      "The logarithm is normal."),
                  optional(
                      "exponential",
                      MappingType.of(required("mean", FINITE_MEAN, "The mean.")),
                      "another distribution",
                      "Exponential: the time between events that come at a constant rate."),
                  optional(
                      "weibull",
                      MappingType.of(
                              required(
                                  "shape",
                                  NumberType.of("1", Range.between(0.1, 100)),
                                  "The shape: 1 is exponential; below 1 a heavier tail."),
                              optional(
                                  "scale",
                                  FINITE_MEAN,
                                  "from the mean",
                                  "The scale: exceeded with probability 1/e."),
                              optional(
                                  "mean",
                                  FINITE_MEAN,
                                  "from the scale",
                                  "The mean, instead of the scale."))
                          .withOneOf("scale", "mean"),
                      "another distribution",
                      "Weibull."),
                  optional(
                      "empirical",
                      new ListType(VALUE, 1),
                      "another distribution",
                      "One of these values, each equally likely."))
              .withOneOf(
                  "constant",
                  "uniform",
                  "normal",
                  "lognormal",
                  "exponential",
                  "weibull",
                  "empirical"));

  /** A buyer's quantities. */
  public static final Property DEMAND =
      required("demand", quantity(GB, POSITIVE), "The most the buyer wants, d.");

  public static final Property BUDGET =
      withDefault(
          "budget",
          quantity(MONEY, NOT_NEGATIVE, "unlimited"),
          "unlimited",
          "The most the buyer can pay, b.");

  public static final Property ISP_PRICE =
      optional(
          "isp-price",
          quantity(PRICE, POSITIVE),
          "isp.price",
          "The price p_κ at which this buyer can buy any amount from the ISP.");

  public static final Property REACH_LIST =
      optional(
          "reach",
          new ListType(TextType.label(), 1),
          "as the market's reach says",
          "The ids of the sellers that the buyer sees, instead of what the market's reach says.");

  /** Valuations. */
  public static final Property SIGMA =
      required("sigma", quantity("$/GB^(1−α)", POSITIVE), "The scale σ.");

  public static final Property ALPHA =
      required(
          "alpha",
          quantity("1", Range.fromBelow(0, 1)),
          "How quickly the worth of one more unit falls, α; 0 is linear.");

  public static final Property BASE =
      withDefault("base", quantity(GB, NOT_NEGATIVE), "0", "What the user has already, b.");

  public static final Property LOGARITHMIC_SIGMA =
      required("sigma", quantity(MONEY, POSITIVE), "The scale σ.");

  public static final Property LOGARITHMIC_BASE =
      required("base", quantity(GB, POSITIVE), "The quantity b that scales the logarithm.");

  public static final Property SLOPE =
      optional(
          "slope",
          quantity("$/GB²", POSITIVE),
          "from marginal-at-zero",
          "How quickly the worth of one more unit falls, k.");

  public static final Property MARGINAL_AT_ZERO =
      optional(
          "marginal-at-zero",
          quantity(PRICE, POSITIVE),
          "from slope",
          "The worth of the first unit, θ′(0) = k d, instead of the slope.");

  public static final Property UNIT_VALUE =
      required(
          "unit-value", quantity(PRICE, POSITIVE), "What every unit up to the demand is worth, w.");

  private static final Type OWN_QUANTITY = quantity("", NOT_NEGATIVE);

  public static final KindedType VALUATION_KINDS =
      new KindedType(
          "alpha-fair",
          List.of(
              new KindedType.Kind(
                  "alpha-fair",
                  "θ(x) = σ [(b+x)^(1−α) − b^(1−α)] / (1−α).",
                  MappingType.of(SIGMA, ALPHA, BASE)),
              new KindedType.Kind(
                  "logarithmic",
                  "θ(x) = σ ln(1 + x/b).",
                  MappingType.of(LOGARITHMIC_SIGMA, LOGARITHMIC_BASE)),
              new KindedType.Kind(
                  "parabolic",
                  "θ(x) = k (d x − x²/2).",
                  MappingType.of(SLOPE, MARGINAL_AT_ZERO)
                      .withOneOf(SLOPE.key(), MARGINAL_AT_ZERO.key())),
              new KindedType.Kind("linear", "θ(x) = w x.", MappingType.of(UNIT_VALUE))),
          Optional.of(OWN_QUANTITY));

  public static final Property VALUATION =
      required(
          "valuation",
          new NamedType(
              "valuation",
              "What data is worth to a buyer, θ, up to its demand d.",
              VALUATION_KINDS),
          "What data is worth to the buyer, θ.");

  /** Strategies. */
  public static final Property RANKING =
      withDefault(
          "ranking",
          ChoiceType.of("residual", "offer"),
          "residual",
          "By what sellers are ranked: what they have left at the buyer's price, or what they have"
              + " on offer.");

  public static final Property SHORTFALL =
      withDefault(
          "shortfall",
          ChoiceType.of("partial", "abstain"),
          "partial",
          "When no pool meets the whole demand: bid for what one can meet, or opt out of the"
              + " market.");

  public static final Property SHADING =
      withDefault(
          "shading",
          ChoiceType.of("utility", "lazar-semret"),
          "utility",
          "How the bid stays below the desired total: at most ε of value less, or ε/θ′(0) less.");

  private static final Type OWN_NUMBER =
      NumberType.of("", Range.between(-Range.LARGEST, Range.LARGEST));

  public static final Property STRATEGY =
      withDefault(
          "strategy",
          new NamedType(
              "buyer-strategy",
              "What a buyer bids.",
              new KindedType(
                  "opt-out",
                  List.of(
                      new KindedType.Kind(
                          "opt-out",
                          "One coordinated bid to the smallest pool of sellers that meets the"
                              + " demand.",
                          MappingType.of(RANKING, SHORTFALL, SHADING)),
                      new KindedType.Kind(
                          "cumulative",
                          "The first sellers of the ranking until what they have left adds up to"
                              + " the demand.",
                          MappingType.of(SHORTFALL, SHADING)),
                      new KindedType.Kind(
                          "waterfill",
                          "The exact best reply: the cheapest units first.",
                          MappingType.of(SHADING)),
                      new KindedType.Kind(
                          "truthful-single",
                          "Lazar and Semret's reply at one seller; the buyer must see exactly one.",
                          MappingType.of(SHADING))),
                  Optional.of(OWN_NUMBER))),
          "opt-out",
          "What the buyer bids.");

  public static final Property DELTA =
      withDefault(
          "delta",
          NumberType.of(PRICE, NOT_NEGATIVE),
          "0",
          "How far the reserve rises above the price of the highest bidder without an allocation,"
              + " δ.");

  private static final NamedType SELLER_STRATEGY_TYPE =
      new NamedType(
          "seller-strategy",
          "How a seller sets its reserve.",
          new KindedType(
              "progressive",
              List.of(
                  new KindedType.Kind("fixed", "The reserve never changes.", MappingType.of()),
                  new KindedType.Kind(
                      "progressive",
                      "The reserve rises to the price of the highest bidder without an allocation,"
                          + " and never falls.",
                      MappingType.of(DELTA))),
              Optional.of(OWN_NUMBER)));

  private static final String SELLER_STRATEGY_DEFAULT =
      "progressive if any buyer uses opt-out, otherwise fixed";

  public static final Property SELLER_STRATEGY =
      optional(
          "strategy",
          SELLER_STRATEGY_TYPE,
          SELLER_STRATEGY_DEFAULT,
          "How the seller sets its reserve.");

  /** A seller's quantities. */
  public static final Property QUANTITY =
      required("quantity", quantity(GB, POSITIVE), "What the seller has to sell, D.");

  public static final Property RESERVE =
      withDefault(
          "reserve",
          quantity(PRICE, NOT_NEGATIVE),
          "0",
          "The seller's own reserve r₀: its least price, and what its data is worth to it.");

  public static final Property INITIAL_RESERVE =
      withDefault(
          "initial-reserve",
          quantity(PRICE, NOT_NEGATIVE, "reserve"),
          "reserve",
          "The reserve that the seller starts with; \"reserve\" is its own.");

  /** Who a row, an entry or a group is. */
  public static final Property ID = required("id", TextType.label(), "Its id, unlike all others.");

  public static final Property GROUP_NAME =
      optional(
          "name",
          TextType.label(),
          "buyer, seller or user; with its place in the list from the second entry on",
          "The group's name: its members' ids are the name, a hyphen and a number from 1.");

  public static final Property BUYER_COUNT =
      required("count", new WholeType(0, MOST_BUYERS), "How many there are.");

  public static final Property SELLER_COUNT =
      required("count", new WholeType(0, MOST_SELLERS), "How many there are.");

  public static final Property CSV =
      required(
          "csv",
          TextType.text(4000),
          "A CSV file with one row each, relative to the model file; the other keys hold where it"
              + " has no column or an empty cell.");

  private static final MappingType BUYER_REST =
      MappingType.of(BUDGET, ISP_PRICE, STRATEGY, REACH_LIST);

  /** One buyer. */
  public static final MappingType BUYER = BUYER_REST.after(ID, DEMAND, VALUATION);

  /** A group of buyers. */
  public static final MappingType BUYER_GROUP =
      BUYER_REST.after(
          GROUP_NAME,
          BUYER_COUNT,
          withDefault(
              "demand",
              DEMAND.type(),
              "{lognormal: {median: 2, sigma: 0.6}}",
              DEMAND.description()),
          withDefault(
              "valuation",
              VALUATION.type(),
              "{kind: alpha-fair, sigma: {uniform: {min: 5, max: 15}}, alpha: {uniform: {min: 0.2,"
                  + " max: 0.8}}, base: 0}",
              VALUATION.description()));

  private static final String A_COLUMN = "a column of the file";

  /** A table of buyers. */
  public static final MappingType BUYER_TABLE =
      BUYER_REST.after(
          CSV,
          GROUP_NAME,
          DEMAND.orElse(A_COLUMN),
          optional(
              "valuation",
              new NamedType(
                  "valuation-of-table",
                  "What data is worth to a buyer, θ; parameters may be columns of the file"
                      + " instead.",
                  relaxed(VALUATION_KINDS)),
              "columns of the file",
              VALUATION.description()));

  /** One seller. */
  public static final MappingType SELLER =
      MappingType.of(ID, QUANTITY, RESERVE, INITIAL_RESERVE, SELLER_STRATEGY);

  /** A group of sellers. */
  public static final MappingType SELLER_GROUP =
      MappingType.of(
          GROUP_NAME,
          SELLER_COUNT,
          withDefault(
              "quantity",
              QUANTITY.type(),
              "{lognormal: {median: 5, sigma: 0.8}}",
              QUANTITY.description()),
          RESERVE,
          INITIAL_RESERVE,
          SELLER_STRATEGY);

  /** A table of sellers. */
  public static final MappingType SELLER_TABLE =
      MappingType.of(
          CSV, GROUP_NAME, QUANTITY.orElse(A_COLUMN), RESERVE, INITIAL_RESERVE, SELLER_STRATEGY);

  /** Users. */
  public static final Property CAP =
      required("cap", NumberType.of(GB, POSITIVE), "The data that the plan includes a month.");

  public static final Property FEE =
      withDefault(
          "fee",
          NumberType.of(MONEY, NOT_NEGATIVE),
          "0",
          "The plan's monthly fee: paid by all, so it changes no decision.");

  public static final Property OVERAGE =
      required(
          "overage",
          NumberType.of(PRICE, POSITIVE),
          "The price of data beyond the cap: the ISP's price p_κ of this plan's users.");

  public static final Property SHARE =
      required(
          "share",
          NumberType.of("1", Range.between(0, 1)),
          "The share of users that have this plan; all shares add up to 1.");

  public static final Property PLANS =
      required(
          "plans",
          new ListType(MappingType.of(CAP, FEE, OVERAGE, SHARE), 1),
          "The plans that users have.");

  public static final Property USAGE =
      withDefault(
          "usage",
          quantity("share of the cap", POSITIVE),
          "{lognormal: {median: 0.7, sigma: 1.6}}",
          "What a user uses a month, as a share of its plan's cap: above 1 it is a buyer of what is"
              + " missing, below 1 a seller of what is left.");

  public static final Property USER_ALPHA =
      withDefault(
          "alpha",
          NumberType.of("1", Range.fromBelow(0, 1)),
          "0.5",
          "The α of the buyers' alpha-fair valuation.");

  public static final Property USER_RESERVE =
      withDefault("reserve", quantity(PRICE, NOT_NEGATIVE), "5", "The reserve of those who sell.");

  public static final Property USER_SELLER_STRATEGY =
      optional(
          "seller-strategy",
          SELLER_STRATEGY_TYPE,
          SELLER_STRATEGY_DEFAULT,
          "How those who sell set their reserve.");

  /** A group of users. */
  public static final MappingType USER_GROUP =
      MappingType.of(
          GROUP_NAME,
          BUYER_COUNT,
          PLANS,
          USAGE,
          USER_ALPHA,
          USER_RESERVE,
          BUDGET,
          STRATEGY,
          USER_SELLER_STRATEGY);

  /** Reach. */
  public static final Property SELLERS_SEEN =
      required("sellers", new WholeType(1, MOST_SELLERS), "How many sellers each buyer sees.");

  public static final Property PROBABILITY =
      required(
          "probability",
          NumberType.of("1", Range.between(0, 1)),
          "The chance that a buyer sees a seller.");

  public static final Property REWIRE =
      withDefault(
          "rewire",
          NumberType.of("1", Range.between(0, 1)),
          "0.1",
          "The share of links that lead anywhere instead of nearby.");

  public static final Property CLUSTERS =
      required(
          "clusters",
          new WholeType(1, MOST_SELLERS),
          "How many clusters there are; buyers and sellers are dealt out to them in turn.");

  public static final Property OUTSIDE =
      withDefault(
          "outside",
          NumberType.of("1", Range.between(0, 1)),
          "0.1",
          "The share of links that lead out of a buyer's cluster.");

  public static final Property REACH_CSV =
      optional(
          "csv",
          TextType.text(4000),
          "each buyer's own list",
          "A CSV file of pairs, with the columns buyer and seller, relative to the model file.");

  public static final Property REACH =
      withDefault(
          "reach",
          new NamedType(
              "reach",
              "Who sees whom.",
              new KindedType(
                  "full",
                  List.of(
                      new KindedType.Kind(
                          "full", "Every buyer sees every seller.", MappingType.of()),
                      new KindedType.Kind(
                          "random",
                          "Each buyer sees so many sellers, drawn evenly.",
                          MappingType.of(SELLERS_SEEN)),
                      new KindedType.Kind(
                          "erdos-renyi",
                          "Every pair sees each other with the same chance; a buyer may see"
                              + " nobody.",
                          MappingType.of(PROBABILITY)),
                      new KindedType.Kind(
                          "small-world",
                          "Buyers and sellers on one ring: each buyer sees the nearest sellers, but"
                              + " for some rewired links.",
                          MappingType.of(SELLERS_SEEN, REWIRE)),
                      new KindedType.Kind(
                          "preferential",
                          "Each buyer sees so many sellers, and those already seen by many are"
                              + " likelier.",
                          MappingType.of(SELLERS_SEEN)),
                      new KindedType.Kind(
                          "clustered",
                          "Each buyer sees so many sellers, most of them of its own cluster.",
                          MappingType.of(CLUSTERS, SELLERS_SEEN, OUTSIDE)),
                      new KindedType.Kind(
                          "dominant-seller",
                          "Everybody sees the first seller of the file, and other sellers drawn"
                              + " evenly.",
                          MappingType.of(SELLERS_SEEN)),
                      new KindedType.Kind(
                          "dominant-buyer",
                          "The first buyer of the file sees every seller; the others see so many,"
                              + " drawn evenly.",
                          MappingType.of(SELLERS_SEEN)),
                      new KindedType.Kind(
                          "given",
                          "Each buyer sees the sellers of its own list, or of a CSV file of pairs.",
                          MappingType.of(REACH_CSV))),
                  Optional.empty())),
          "full",
          "Who sees whom.");

  /** Activation. */
  public static final Property GAP =
      withDefault(
          "gap",
          quantity("time", POSITIVE),
          "{exponential: {mean: 1}}",
          "The time from one wake-up of a buyer to its next; its mean is a round.");

  public static final Property DELAY =
      withDefault(
          "delay",
          quantity("time", NOT_NEGATIVE),
          "0.5",
          "The time that a message takes between a buyer and a seller, either way, in the unit of"
              + " the gaps.");

  public static final Property ACTIVATION =
      withDefault(
          "activation",
          new KindedType(
              "sequential",
              List.of(
                  new KindedType.Kind(
                      "sequential",
                      "One after the other, each seeing the bids as they stand.",
                      MappingType.of()),
                  new KindedType.Kind(
                      "simultaneous",
                      "All at once, seeing the bids of the round's start.",
                      MappingType.of()),
                  new KindedType.Kind(
                      "asynchronous",
                      "Each at times of its own, with messages under way.",
                      MappingType.of(GAP, DELAY))),
              Optional.empty()),
          "sequential",
          "When buyers act within a round.");

  public static final Property ORDER =
      withDefault(
          "order",
          ChoiceType.of("random", "fixed"),
          "random",
          "The order of sequential buyers: a new one each round, or that of the file. It does not"
              + " matter otherwise.");

  /** The ISP. */
  public static final Property PRICE_OF_ISP =
      required(
          "price",
          NumberType.of(PRICE, POSITIVE),
          "Its overage price p_κ, for every buyer without a price of its own.");

  public static final Property ISP =
      optional(
          "isp",
          MappingType.of(PRICE_OF_ISP),
          "no ISP",
          "The ISP κ, the seller of last resort: any buyer may buy more from it.");

  /** Initial bids. */
  public static final Property BID_BUYER = required("buyer", TextType.label(), "The bidder's id.");

  public static final Property BID_SELLER =
      required("seller", TextType.label(), "The id of the seller at which it bids.");

  public static final Property BID_QUANTITY =
      required("quantity", NumberType.of(GB, POSITIVE), "The quantity asked for.");

  public static final Property BID_PRICE =
      required("price", NumberType.of(PRICE, NOT_NEGATIVE), "The most it pays for each unit.");

  public static final Property INITIAL_BIDS =
      optional(
          "initial-bids",
          new ListType(MappingType.of(BID_BUYER, BID_SELLER, BID_QUANTITY, BID_PRICE), 0),
          "none",
          "The bids that stand when the run begins.");

  /** The population. */
  public static final Property BUYERS =
      optional(
          "buyers",
          population("buyer", BUYER, BUYER_GROUP, BUYER_TABLE),
          "only users",
          "The buyers: one group, one CSV file, or a list of single buyers, groups and CSV files.");

  public static final Property SELLERS =
      optional(
          "sellers",
          population("seller", SELLER, SELLER_GROUP, SELLER_TABLE),
          "only users",
          "The sellers: one group, one CSV file, or a list of single sellers, groups and CSV"
              + " files.");

  public static final Property USERS =
      optional(
          "users",
          new OneOrManyType(USER_GROUP, new ListType(USER_GROUP, 0)),
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
          ACTIVATION,
          ORDER,
          ROUND_LIMIT,
          SUPPLY_DEMAND_RATIO,
          ISP,
          BUYERS,
          SELLERS,
          USERS,
          REACH,
          INITIAL_BIDS);

  private Format() {}

  private static QuantityType quantity(String unit, Range bounds, String... words) {
    return new QuantityType(new NumberType(unit, bounds, List.of(words)), DISTRIBUTION);
  }

  private static OneOrManyType population(
      String role, MappingType one, MappingType group, MappingType table) {
    ByKeyType.Case single = new ByKeyType.Case(ID.key(), role, "A " + role + " listed alone.", one);
    ByKeyType.Case groups =
        new ByKeyType.Case("count", role + "-group", "A group of " + role + "s, drawn.", group);
    ByKeyType.Case tables =
        new ByKeyType.Case(CSV.key(), role + "-table", "The " + role + "s of a CSV file.", table);
    ByKeyType alone = new ByKeyType(List.of(groups, tables));
    return new OneOrManyType(
        alone, new ListType(new ByKeyType(List.of(single, groups, tables)), 0));
  }

  /** The same kinds with every parameter allowed to be absent. */
  private static KindedType relaxed(KindedType kinds) {
    List<KindedType.Kind> relaxed =
        kinds.kinds().stream()
            .map(
                kind ->
                    new KindedType.Kind(
                        kind.name(), kind.description(), relaxed(kind.parameters())))
            .toList();
    return new KindedType(kinds.usual(), relaxed, kinds.own());
  }

  private static MappingType relaxed(MappingType mapping) {
    List<Property> properties =
        mapping.properties().stream()
            .map(property -> property.isRequired() ? property.orElse(A_COLUMN) : property)
            .toList();
    return new MappingType(properties, List.of(), Optional.empty());
  }
}
