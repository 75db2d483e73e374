package org.datamarket.study.file;

import static org.datamarket.document.type.Property.optional;
import static org.datamarket.document.type.Property.required;
import static org.datamarket.document.type.Property.withDefault;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.Node;
import org.datamarket.document.type.AnyType;
import org.datamarket.document.type.ChoiceType;
import org.datamarket.document.type.FlagType;
import org.datamarket.document.type.FormsType;
import org.datamarket.document.type.ListType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.NamedType;
import org.datamarket.document.type.NumberType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.Range;
import org.datamarket.document.type.Type;
import org.datamarket.document.type.WholeType;
import org.datamarket.model.format.QuantityFormat;

/** How the factors of a study file are written. */
final class FactorFormat {
  /** Any value of the model: what it may be, the model knows. */
  static final AnyType MODEL_VALUE = new AnyType("a value of the model");

  /** Paths into the model, each with a value. */
  static final MappingType MODEL_VALUES = byName(MODEL_VALUE);

  static final Property<BigDecimal> FROM = required("from", decimal(), "The lower end, included.");
  static final Property<BigDecimal> TO = required("to", decimal(), "The upper end, included.");
  static final Property<Long> COUNT =
      optional(
          "count",
          new WholeType(2, 1_000_000),
          "any value between, in designs that draw",
          "How many levels a grid has, evenly spaced.");
  static final Property<Spacing> SCALE =
      withDefault(
          "scale",
          ChoiceType.of(Spacing.class),
          "linear",
          "Whether differences or ratios are even.");
  static final Property<Boolean> WHOLE =
      withDefault("whole", new FlagType(), "false", "Whether levels are whole numbers.");

  static final Property<List<NamedLevel>> LEVELS =
      required(
          "levels",
          byName(MODEL_VALUES).as(NamedLevel::of),
          "Levels by name, each a mapping of paths into the model to values.");

  private static final Type<FactorForm> LIST =
      new ListType<>(MODEL_VALUE, 1).as(FactorForm.Listed::new);
  private static final Type<FactorForm> RANGE =
      MappingType.of(FROM, TO, COUNT, SCALE, WHOLE).as(FactorForm.Ranged::new);
  private static final Type<FactorForm> NAMED_LEVELS =
      MappingType.of(LEVELS).as(named -> new FactorForm.Named(named.get(LEVELS)));
  private static final Type<FactorForm> DISTRIBUTION =
      QuantityFormat.DISTRIBUTION.as(any -> new FactorForm.Drawn());

  /** How a factor varies. */
  static final Type<FactorForm> FACTOR =
      new NamedType<>(
          "factor",
          "How a factor varies: a list of levels, a range, named levels that set several values, or"
              + " a distribution.",
          new FormsType<>(
              List.of(
                  new FormsType.Form<>(node -> node instanceof Node.Sequence, LIST),
                  new FormsType.Form<>(node -> has(node, FROM, TO, COUNT), RANGE),
                  new FormsType.Form<>(node -> has(node, LEVELS), NAMED_LEVELS),
                  new FormsType.Form<>(node -> node instanceof Node.Mapping, DISTRIBUTION))));

  /** All factors. */
  static final Property<List<DescribedFactor>> FACTORS =
      withDefault(
          "factors",
          byName(FACTOR).as(DescribedFactor::of),
          "{}",
          "What varies: paths into the model, or names of one's own for named levels.");

  private FactorFormat() {}

  /** What is even between the levels of a range. */
  enum Spacing {
    /** Differences. */
    LINEAR,
    /** Ratios. */
    LOG
  }

  private static MappingType byName(Type<?> each) {
    return new MappingType(List.of(), List.of(), Optional.of(each));
  }

  /** Any number, to its last digit. */
  private static Type<BigDecimal> decimal() {
    return NumberType.of("", new Range(-Range.LARGEST, false, Range.LARGEST, false))
        .placed()
        .as(number -> new BigDecimal(((Node.Scalar) number).text()));
  }

  private static boolean has(Node node, Property<?>... keys) {
    return node instanceof Node.Mapping mapping
        && List.of(keys).stream().map(Property::key).anyMatch(mapping::has);
  }
}
