package org.datamarket.study.file;

import static org.datamarket.document.type.Property.optional;
import static org.datamarket.document.type.Property.required;
import static org.datamarket.document.type.Property.withDefault;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.datamarket.document.Node;
import org.datamarket.document.type.AnyType;
import org.datamarket.document.type.ChoiceType;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.FlagType;
import org.datamarket.document.type.FormsType;
import org.datamarket.document.type.KindType;
import org.datamarket.document.type.KindedType;
import org.datamarket.document.type.ListType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.NamedType;
import org.datamarket.document.type.NumberType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.Range;
import org.datamarket.document.type.TextType;
import org.datamarket.document.type.Type;
import org.datamarket.document.type.WholeType;
import org.datamarket.model.format.QuantityFormat;
import org.datamarket.study.effects.SensitivityMethod;

/**
 * The format of a study file, version 1: every key with its type, range, default and meaning. The
 * reader checks against it, and the published JSON Schema is made from it.
 */
final class StudyFormat {
  static final int VERSION = 1;

  /** The most points of a design. */
  static final int MOST_POINTS = 10_000_000;

  static final Property<Long> FORMAT =
      required("format", new WholeType(VERSION, VERSION), "The version of this format.");

  static final Property<String> NAME =
      optional("name", TextType.label(), "the file's name", "A short name of the study.");

  static final Property<String> DESCRIPTION =
      withDefault("description", TextType.text(10_000), "\"\"", "What the study asks.");

  static final Property<String> MODEL =
      required(
          "model",
          TextType.text(4000),
          "The base model: the path of a model file, relative to the study file.");

  static final Property<Fields> SET =
      withDefault(
          "set",
          new MappingType(
              List.of(), List.of(), Optional.of(new AnyType("a value of the model"))),
          "{}",
          "Changes of the base model for all points: a path into the model, and its value.");

  static final Property<Long> SEED =
      withDefault(
          "seed",
          new WholeType(Long.MIN_VALUE, Long.MAX_VALUE),
          "1",
          "All randomness of the design and the runs comes from this 64-bit number.");

  static final Property<Double> FROM =
      required("from", NumberType.of("", anyNumber()), "The lower end, included.");
  static final Property<Double> TO =
      required("to", NumberType.of("", anyNumber()), "The upper end, included.");
  static final Property<Long> COUNT =
      optional(
          "count",
          new WholeType(2, 1_000_000),
          "any value between, in designs that draw",
          "How many levels a grid has, evenly spaced.");
  static final Property<String> SCALE =
      withDefault(
          "scale",
          ChoiceType.of("linear", "log"),
          "linear",
          "Whether differences or ratios are even.");
  static final Property<Boolean> WHOLE =
      withDefault(
          "whole", new FlagType(), "false", "Whether levels are whole numbers.");

  static final Property<Fields> LEVELS =
      required(
          "levels",
          new MappingType(
              List.of(),
              List.of(),
              Optional.of(
                  new MappingType(
                      List.of(), List.of(), Optional.of(new AnyType("a value of the model"))))),
          "Levels by name, each a mapping of paths into the model to values.");

  static final ListType<Node> LIST = new ListType<>(new AnyType("a value of the model"), 1);
  static final MappingType RANGE = MappingType.of(FROM, TO, COUNT, SCALE, WHOLE);
  static final MappingType NAMED_LEVELS = MappingType.of(LEVELS);

  /** How a factor varies. */
  static final Type<Object> FACTOR =
      new NamedType<>(
          "factor",
          "How a factor varies: a list of levels, a range, named levels that set several values, or"
              + " a distribution.",
          new FormsType<>(
              List.of(
                  new FormsType.Form<>(node -> node instanceof Node.Sequence, LIST),
                  new FormsType.Form<>(node -> has(node, "from", "to", "count"), RANGE),
                  new FormsType.Form<>(node -> has(node, "levels"), NAMED_LEVELS),
                  new FormsType.Form<>(
                      node -> node instanceof Node.Mapping, QuantityFormat.DISTRIBUTION))));

  static final Property<Fields> FACTORS =
      withDefault(
          "factors",
          new MappingType(List.of(), List.of(), Optional.of(FACTOR)),
          "{}",
          "What varies: paths into the model, or names of one's own for named levels.");

  static final Property<Long> POINTS =
      required("points", new WholeType(1, MOST_POINTS), "How many points there are.");
  static final Property<Long> SAMPLES =
      required(
          "samples",
          new WholeType(SensitivityMethod.LEAST_SAMPLES, MOST_POINTS),
          "How many trajectories or blocks there are.");
  static final Property<String> CSV =
      required(
          "csv",
          TextType.text(4000),
          "A CSV file with a column for each factor and a row for each point, relative to the study"
              + " file.");

  static final Property<Fields> DESIGN =
      withDefault(
          "design",
          KindedType.of(
                  design(
                      "grid",
                      "Every combination of the factors' levels; the last factor varies fastest.",
                      MappingType.of()),
                  design(
                      "one-at-a-time",
                      "The first level of every factor, and then each other level of each factor"
                          + " alone.",
                      MappingType.of()),
                  design(
                      "random",
                      "Every point drawn by itself; more points leave the first ones as they are.",
                      MappingType.of(POINTS)),
                  design(
                      "latin-hypercube",
                      "Each factor's range cut into as many strata as there are points, one point in"
                          + " each.",
                      MappingType.of(POINTS)),
                  design(
                      "sobol",
                      "A Sobol sequence: fills the space evenly; more points leave the first ones as"
                          + " they are.",
                      MappingType.of(POINTS)),
                  design(
                      "morris",
                      "Trajectories for elementary effects, as the command sensitivity makes them.",
                      MappingType.of(SAMPLES)),
                  design(
                      "saltelli",
                      "Blocks for Sobol indices, as the command sensitivity makes them.",
                      MappingType.of(SAMPLES)),
                  design("points", "The points of a table.", MappingType.of(CSV))),
          "grid",
          "Which combinations of levels are run.");

  static final Property<String> UNTIL_MEASURE =
      required("measure", TextType.label(), "The measure whose mean is to be known.");
  static final Property<Double> WITHIN =
      required(
          "within",
          NumberType.of("1", new Range(0, true, 1, false)),
          "Half the width of its 95 % confidence interval (Student's t), as a share of the mean.");
  static final Property<Long> AT_LEAST =
      withDefault("at-least", new WholeType(2, 1_000_000), "3", "The fewest replications.");
  static final Property<Long> AT_MOST =
      withDefault("at-most", new WholeType(2, 1_000_000), "100", "The most replications.");
  static final Property<Fields> UNTIL =
      required("until", MappingType.of(UNTIL_MEASURE, WITHIN), "When it is enough.");

  static final WholeType FIXED = new WholeType(1, 1_000_000);
  static final MappingType ADAPTIVE = MappingType.of(AT_LEAST, AT_MOST, UNTIL);

  static final Property<Object> REPLICATIONS =
      withDefault(
          "replications",
          new FormsType<>(
              List.of(
                  new FormsType.Form<>(node -> node instanceof Node.Mapping, ADAPTIVE),
                  new FormsType.Form<>(node -> true, FIXED))),
          "1",
          "How often each point is run, each time with another seed: a number, or until a measure is"
              + " known well enough.");

  static final Property<List<String>> COMMON =
      withDefault(
          "common-random-numbers",
          new ListType<>(TextType.label(), 0),
          "[]",
          "Factors whose levels are compared on the same populations and the same luck: they are left"
              + " out of the seeds.");

  static final Property<List<String>> MEASURES =
      optional(
          "measures",
          new ListType<>(TextType.label(), 1),
          "all numbers of summary.json",
          "What is kept of each run: keys of summary.json.");

  static final Property<List<String>> ROUNDS =
      withDefault(
          "rounds",
          new ListType<>(TextType.label(), 0),
          "[]",
          "What is kept of each round: columns of rounds.csv. Nothing by default.");

  static final Property<Long> LIMIT_ROUNDS =
      optional(
          "rounds",
          new WholeType(1, 1_000_000_000),
          "the model's",
          "The round limit of every run, instead of the model's.");
  static final Property<Double> LIMIT_SECONDS =
      optional(
          "seconds",
          NumberType.of("s", new Range(0, true, Range.LARGEST, false)),
          "none",
          "A run that takes longer is an error. Which runs do depends on the machine.");
  static final Property<Fields> LIMITS =
      withDefault(
          "limits",
          MappingType.of(LIMIT_ROUNDS, LIMIT_SECONDS),
          "{}",
          "When a single run is stopped.");

  /** A study file. */
  static final MappingType STUDY =
      MappingType.of(
          FORMAT,
          NAME,
          DESCRIPTION,
          MODEL,
          SET,
          SEED,
          FACTORS,
          DESIGN,
          REPLICATIONS,
          COMMON,
          MEASURES,
          ROUNDS,
          LIMITS);

  private StudyFormat() {}

  private static KindType<Fields> design(String name, String description, MappingType parameters) {
    return new KindType<>(name, description, parameters, Function.identity());
  }

  private static Range anyNumber() {
    return new Range(-Range.LARGEST, false, Range.LARGEST, false);
  }

  private static boolean has(Node node, String... keys) {
    return node instanceof Node.Mapping mapping && List.of(keys).stream().anyMatch(mapping::has);
  }
}
