package org.datamarket.model.schema;

import static org.datamarket.model.schema.Property.optional;
import static org.datamarket.model.schema.Property.required;
import static org.datamarket.model.schema.Property.withDefault;

import java.util.List;
import java.util.Optional;

/** Who sees whom. */
public final class ReachFormat {
  public static final Property SELLERS_SEEN =
      required(
          "sellers", new WholeType(1, Limits.MOST_SELLERS), "How many sellers each buyer sees.");

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
          new WholeType(1, Limits.MOST_SELLERS),
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

  private ReachFormat() {}
}
