package org.datamarket.study.file;

import static org.datamarket.document.type.Property.optional;
import static org.datamarket.document.type.Property.required;
import static org.datamarket.document.type.Property.withDefault;

import java.util.List;
import java.util.function.BiFunction;
import org.datamarket.document.Node;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.FormsType;
import org.datamarket.document.type.KindType;
import org.datamarket.document.type.KindedType;
import org.datamarket.document.type.ListType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.NumberType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.Range;
import org.datamarket.document.type.TextType;
import org.datamarket.document.type.WholeType;
import org.datamarket.study.design.FullGrid;
import org.datamarket.study.design.LatinHypercube;
import org.datamarket.study.design.OneAtATime;
import org.datamarket.study.design.RandomDesign;
import org.datamarket.study.design.SobolSequence;
import org.datamarket.study.design.UnitDesign;
import org.datamarket.study.effects.SensitivityMethod;

/**
 * The format of a study file, version 1: every key with its type, range, default and meaning. The
 * reader checks against it, and the published JSON Schema is made from it.
 */
final class StudyFormat {
  static final int VERSION = 1;

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

  static final Property<Node.Mapping> SET =
      withDefault(
          "set",
          FactorFormat.MODEL_VALUES.as(Fields::node),
          "{}",
          "Changes of the base model for all points: a path into the model, and its value.");

  static final Property<Long> SEED =
      withDefault(
          "seed",
          new WholeType(Long.MIN_VALUE, Long.MAX_VALUE),
          "1",
          "All randomness of the design and the runs comes from this 64-bit number.");

  static final Property<Long> POINTS =
      required("points", new WholeType(1, StudyDesign.MOST_POINTS), "How many points there are.");
  static final Property<Long> SAMPLES =
      required(
          "samples",
          new WholeType(SensitivityMethod.LEAST_SAMPLES, StudyDesign.MOST_POINTS),
          "How many trajectories or blocks there are.");
  static final Property<String> CSV =
      required(
          "csv",
          TextType.text(4000),
          "A CSV file with a column for each factor and a row for each point, relative to the study"
              + " file.");

  static final Property<StudyDesign> DESIGN =
      withDefault(
          "design",
          KindedType.of(
              design(
                  "grid",
                  "Every combination of the factors' levels; the last factor varies fastest.",
                  MappingType.of(),
                  (kind, of) -> new CombinedLevels(kind, of.position(), FullGrid::new)),
              design(
                  "one-at-a-time",
                  "The first level of every factor, and then each other level of each factor"
                      + " alone.",
                  MappingType.of(),
                  (kind, of) -> new CombinedLevels(kind, of.position(), OneAtATime::new)),
              design(
                  "random",
                  "Every point drawn by itself; more points leave the first ones as they are.",
                  MappingType.of(POINTS),
                  (kind, of) -> spread(kind, of, new RandomDesign(), Integer.MAX_VALUE)),
              design(
                  "latin-hypercube",
                  "Each factor's range cut into as many strata as there are points, one point in"
                      + " each.",
                  MappingType.of(POINTS),
                  (kind, of) -> spread(kind, of, new LatinHypercube(), Integer.MAX_VALUE)),
              design(
                  "sobol",
                  "A Sobol sequence: fills the space evenly; more points leave the first ones as"
                      + " they are.",
                  MappingType.of(POINTS),
                  (kind, of) ->
                      spread(kind, of, new SobolSequence(), SobolSequence.MOST_DIMENSIONS)),
              analysis(
                  SensitivityMethod.MORRIS,
                  "Trajectories for elementary effects, as the command sensitivity makes them."),
              analysis(
                  SensitivityMethod.SOBOL,
                  "Blocks for Sobol indices, as the command sensitivity makes them."),
              design(
                  "points",
                  "The points of a table.",
                  MappingType.of(CSV),
                  (kind, of) -> new TabledPoints(of))),
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

  /** How often each point is run, once it is known which measures are kept. */
  static final Property<Repetition> REPLICATIONS =
      withDefault(
          "replications",
          new FormsType<>(
              List.of(
                  new FormsType.Form<>(
                      node -> node instanceof Node.Mapping,
                      MappingType.of(AT_LEAST, AT_MOST, UNTIL).as(Repetition.Adaptive::new)),
                  new FormsType.Form<>(
                      node -> true, new WholeType(1, 1_000_000).as(Repetition.Fixed::new)))),
          "1",
          "How often each point is run, each time with another seed: a number, or until a measure"
              + " is known well enough.");

  static final Property<List<String>> COMMON =
      withDefault(
          "common-random-numbers",
          new ListType<>(TextType.label(), 0),
          "[]",
          "Factors whose levels are compared on the same populations and the same luck: they are"
              + " left out of the seeds.");

  static final Property<List<String>> MEASURES =
      optional(
          "measures",
          new ListType<>(TextType.label(), 1),
          "all numbers of summary.json",
          "What is kept of each run: keys of summary.json, and of a claim that is quick to judge"
              + " claim:ID, the share of the cases at the end in which it holds, and"
              + " claim:ID:worst, its largest violation.");

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
          FactorFormat.FACTORS,
          DESIGN,
          REPLICATIONS,
          COMMON,
          MEASURES,
          ROUNDS,
          LIMITS);

  private StudyFormat() {}

  private static KindType<StudyDesign> design(
      String kind,
      String description,
      MappingType parameters,
      BiFunction<String, Fields, StudyDesign> meaning) {
    return new KindType<>(kind, description, parameters, fields -> meaning.apply(kind, fields));
  }

  private static KindType<StudyDesign> analysis(SensitivityMethod method, String description) {
    return design(
        method.kind(),
        description,
        MappingType.of(SAMPLES),
        (kind, of) -> new AnalysedFactors(method, of.position(), of.get(SAMPLES).intValue()));
  }

  private static StudyDesign spread(String kind, Fields of, UnitDesign design, int mostFactors) {
    return new SpreadPoints(kind, of.position(), design, mostFactors, of.get(POINTS).intValue());
  }
}
