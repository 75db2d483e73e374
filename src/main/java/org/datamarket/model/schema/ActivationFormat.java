package org.datamarket.model.schema;

import static org.datamarket.model.schema.Property.withDefault;

import java.util.List;
import java.util.Optional;

/** When buyers act (docs/model.md §6). */
public final class ActivationFormat {
  public static final Property GAP =
      withDefault(
          "gap",
          QuantityFormat.quantity("time", Units.POSITIVE),
          "{exponential: {mean: 1}}",
          "The time from one wake-up of a buyer to its next; its mean is a round.");

  public static final Property DELAY =
      withDefault(
          "delay",
          QuantityFormat.quantity("time", Units.NOT_NEGATIVE),
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

  private ActivationFormat() {}
}
