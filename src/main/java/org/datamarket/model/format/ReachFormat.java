package org.datamarket.model.format;

import static org.datamarket.document.type.Property.optional;
import static org.datamarket.document.type.Property.withDefault;

import java.util.List;
import java.util.Optional;
import org.datamarket.document.Node;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.KindType;
import org.datamarket.document.type.KindedType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.NamedType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.TextType;
import org.datamarket.kind.Kind;
import org.datamarket.model.reach.ClusteredReach;
import org.datamarket.model.reach.DominantBuyerReach;
import org.datamarket.model.reach.DominantSellerReach;
import org.datamarket.model.reach.ErdosRenyiReach;
import org.datamarket.model.reach.FullReach;
import org.datamarket.model.reach.GivenReach;
import org.datamarket.model.reach.PreferentialReach;
import org.datamarket.model.reach.RandomReach;
import org.datamarket.model.reach.ReachGenerator;
import org.datamarket.model.reach.SmallWorldReach;

/** Who sees whom. */
public final class ReachFormat {

  /** What a model says of who sees whom. */
  public sealed interface Choice {}

  /**
   * A network that is drawn.
   *
   * @param fields its parameters
   */
  public record Drawn(ReachGenerator generator, Fields fields) implements Choice {}

  /**
   * Lists of the buyers' own.
   *
   * @param csv a table of pairs, if there is one
   */
  public record Given(Optional<Node> csv) implements Choice {}

  public static final Property<String> REACH_CSV =
      optional(
          "csv",
          TextType.text(4000),
          "each buyer's own list",
          "A CSV file of pairs, with the columns buyer and seller, relative to the model file.");

  /** The networks there are; the first is the default. */
  public static final KindedType<Choice> REACHES =
      KindedType.of(
          drawn(FullReach.class),
          drawn(RandomReach.class),
          drawn(ErdosRenyiReach.class),
          drawn(SmallWorldReach.class),
          drawn(PreferentialReach.class),
          drawn(ClusteredReach.class),
          drawn(DominantSellerReach.class),
          drawn(DominantBuyerReach.class),
          KindType.<Choice>of(GivenReach.class, MappingType.of(REACH_CSV), ReachFormat::given));

  /** The names of the networks that need no lists. */
  public static final List<String> DRAWN =
      REACHES.names().stream().filter(name -> !name.equals(nameOf(GivenReach.class))).toList();

  public static final Property<Choice> REACH =
      withDefault(
          "reach",
          new NamedType<>("reach", "Who sees whom.", REACHES),
          REACHES.usual(),
          "Who sees whom.");

  private ReachFormat() {}

  private static String nameOf(Class<?> network) {
    return network.getAnnotation(Kind.class).name();
  }

  private static <G extends Record & ReachGenerator> KindType<Choice> drawn(Class<G> network) {
    KindType<G> kind = KindType.of(network);
    return KindType.of(
        network, kind.parameters(), fields -> new Drawn(kind.meaning().apply(fields), fields));
  }

  private static Given given(Fields fields) {
    return new Given(
        fields.has(REACH_CSV) ? Optional.of(fields.node(REACH_CSV)) : Optional.empty());
  }
}
