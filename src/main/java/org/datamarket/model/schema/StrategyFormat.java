package org.datamarket.model.schema;

import static org.datamarket.model.schema.Property.withDefault;

import java.util.List;
import java.util.Optional;

/** What buyers bid and how sellers set their reserves (docs/model.md §4, §5). */
public final class StrategyFormat {
  public static final Property RANKING =
      withDefault(
          "ranking",
          ChoiceType.of("residual", "offer", "uncontested"),
          "residual",
          "By what sellers are ranked: what they have left at the buyer's price, what they have on"
              + " offer, or what they have left that no bid at the same price asks for.");

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
          NumberType.of(Units.PRICE, Units.NOT_NEGATIVE),
          "0",
          "How far the reserve rises above the price of the highest bidder without an allocation,"
              + " δ.");

  static final NamedType SELLER_STRATEGY_TYPE =
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

  /** The same whatever buyers do, so that who changes their strategy changes nothing else. */
  static final String SELLER_STRATEGY_DEFAULT = "progressive";

  public static final Property SELLER_STRATEGY =
      withDefault(
          "strategy",
          SELLER_STRATEGY_TYPE,
          SELLER_STRATEGY_DEFAULT,
          "How the seller sets its reserve.");

  private StrategyFormat() {}
}
