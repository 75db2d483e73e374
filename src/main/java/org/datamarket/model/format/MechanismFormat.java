package org.datamarket.model.format;

import static org.datamarket.document.type.Property.withDefault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.datamarket.document.type.KindType;
import org.datamarket.document.type.KindedType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.NamedType;
import org.datamarket.document.type.Property;
import org.datamarket.mechanism.IspCommon;
import org.datamarket.mechanism.IspSplit;
import org.datamarket.mechanism.IspVolume;
import org.datamarket.mechanism.MarketDesign;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.mechanism.MultiBid;
import org.datamarket.mechanism.NoMarket;
import org.datamarket.mechanism.PayAsBid;
import org.datamarket.mechanism.Planner;
import org.datamarket.mechanism.PostedRevenue;
import org.datamarket.mechanism.PostedWelfare;
import org.datamarket.mechanism.UniformPrice;
import org.datamarket.mechanism.Vcg;
import org.datamarket.mechanism.quantized.Quantized;
import org.datamarket.mechanism.quantized.QuantizedUnique;
import org.datamarket.mechanism.routes.Routes;
import org.datamarket.model.PlayedDesign;

/** How trade may be organized (docs/mechanisms.md). */
public final class MechanismFormat {

  /** The mechanisms for which a network is one market, in the order in which they are shown. */
  public static final KindedType<Mechanism> WHOLE =
      KindedType.of(
          KindType.of(Planner.class),
          KindType.of(NoMarket.class),
          KindType.of(UniformPrice.class),
          KindType.of(PayAsBid.class),
          KindType.of(Vcg.class),
          KindType.of(MultiBid.class),
          KindType.of(PostedRevenue.class),
          KindType.of(PostedWelfare.class),
          KindType.of(IspSplit.class),
          KindType.of(IspVolume.class),
          KindType.of(IspCommon.class));

  /** The mechanisms that clear a market once: those, and then those of one seller's auction. */
  public static final KindedType<Mechanism> CLEARED =
      new KindedType<>(
          WHOLE.usual(),
          Stream.<KindType<? extends Mechanism>>concat(
                  WHOLE.kinds().stream(),
                  Stream.of(
                      KindType.of(Quantized.class),
                      KindType.of(QuantizedUnique.class),
                      KindType.of(Routes.class, TopologyFormat.WITH_TOPOLOGIES)))
              .toList(),
          Optional.empty());

  /** All of them, those that are played first; the first is the default. */
  public static final KindedType<MarketDesign> MECHANISMS =
      new KindedType<>(PlayedDesign.AUCTIONS.key(), all(), Optional.empty());

  public static final Property<MarketDesign> MECHANISM =
      withDefault(
          "mechanism",
          new NamedType<>("mechanism", "How trade is organized.", MECHANISMS),
          MECHANISMS.usual(),
          "How trade is organized: by auctions that are played, or by a mechanism that clears the"
              + " market once.");

  private MechanismFormat() {}

  private static List<KindType<? extends MarketDesign>> all() {
    return Stream.<KindType<? extends MarketDesign>>concat(
            Arrays.stream(PlayedDesign.values()).map(MechanismFormat::played),
            CLEARED.kinds().stream())
        .toList();
  }

  private static KindType<PlayedDesign> played(PlayedDesign design) {
    return new KindType<>(design.key(), design.meaning(), MappingType.of(), none -> design);
  }
}
