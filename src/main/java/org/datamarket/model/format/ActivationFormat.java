package org.datamarket.model.format;

import static org.datamarket.document.type.Property.withDefault;

import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.type.ChoiceType;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.KindType;
import org.datamarket.document.type.KindedType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.Property;
import org.datamarket.model.Activation;

/** When buyers act (docs/model.md §6). */
public final class ActivationFormat {
  private static final String RANDOM = "random";

  /** The activations there are; the order of sequential buyers has a key of its own. */
  public static final KindedType<Activation> ACTIVATIONS =
      KindedType.of(
          KindType.of(
              Activation.Sequential.class,
              MappingType.of(),
              none -> new Activation.Sequential(true)),
          KindType.of(Activation.Simultaneous.class),
          KindType.of(Activation.Asynchronous.class, QuantityFormat.WITH_QUANTITIES));

  public static final Property<Activation> ACTIVATION =
      withDefault(
          "activation", ACTIVATIONS, ACTIVATIONS.usual(), "When buyers act within a round.");

  public static final Property<String> ORDER =
      withDefault(
          "order",
          ChoiceType.of(RANDOM, "fixed"),
          RANDOM,
          "The order of sequential buyers: a new one each round, or that of the file. It does not"
              + " matter otherwise.");

  private ActivationFormat() {}

  /** The activation of a model. */
  public static Activation of(Fields model) {
    Activation activation = model.get(ACTIVATION);
    return activation instanceof Activation.Sequential
        ? new Activation.Sequential(model.get(ORDER).equals(RANDOM))
        : activation;
  }

  /** Where the gap of asynchronous buyers stands in a model. */
  public static Position gapPosition(Fields model) {
    return ((Node.Mapping) model.node(ACTIVATION)).get("gap").position();
  }
}
