package org.datamarket.model.format;

import static org.datamarket.document.type.Property.withDefault;

import org.datamarket.document.type.KindType;
import org.datamarket.document.type.KindedType;
import org.datamarket.document.type.NamedType;
import org.datamarket.document.type.NumberType;
import org.datamarket.document.type.OwnClass;
import org.datamarket.document.type.OwnType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.Range;
import org.datamarket.document.type.Type;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.Cumulative;
import org.datamarket.strategy.Few;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.ProgressiveReserve;
import org.datamarket.strategy.SellerStrategy;
import org.datamarket.strategy.TruthfulSingle;
import org.datamarket.strategy.Waterfill;

/** What buyers bid and how sellers set their reserves (docs/model.md §4, §5). */
public final class StrategyFormat {
  private static final Type<Double> OWN_NUMBER = NumberType.of("", Range.of(""));

  /** What a buyer may bid; the first is the default. */
  public static final KindedType<BuyerStrategy> BUYER_STRATEGIES =
      KindedType.<BuyerStrategy>of(
              KindType.of(OptOut.class),
              KindType.of(Cumulative.class),
              KindType.of(Few.class),
              KindType.of(Waterfill.class),
              KindType.of(TruthfulSingle.class))
          .orOwn(ownClassOf(BuyerStrategy.class));

  /** How a seller may set its reserve. */
  public static final KindedType<SellerStrategy> SELLER_STRATEGIES =
      KindedType.<SellerStrategy>of(
              KindType.of(FixedReserve.class), KindType.of(ProgressiveReserve.class))
          .orOwn(ownClassOf(SellerStrategy.class))
          .usually("progressive");

  public static final Property<BuyerStrategy> STRATEGY =
      withDefault(
          "strategy",
          new NamedType<>("buyer-strategy", "What a buyer bids.", BUYER_STRATEGIES),
          BUYER_STRATEGIES.usual(),
          "What the buyer bids.");

  static final NamedType<SellerStrategy> SELLER_STRATEGY_TYPE =
      new NamedType<>("seller-strategy", "How a seller sets its reserve.", SELLER_STRATEGIES);

  /** The same whatever buyers do, so that who changes their strategy changes nothing else. */
  static final String SELLER_STRATEGY_DEFAULT = SELLER_STRATEGIES.usual();

  public static final Property<SellerStrategy> SELLER_STRATEGY =
      withDefault(
          "strategy",
          SELLER_STRATEGY_TYPE,
          SELLER_STRATEGY_DEFAULT,
          "How the seller sets its reserve.");

  private StrategyFormat() {}

  private static <T> OwnType<Double, T> ownClassOf(Class<T> role) {
    return new OwnType<>(
        OWN_NUMBER, (name, parameters) -> OwnClass.find(name, role).create(parameters));
  }
}
