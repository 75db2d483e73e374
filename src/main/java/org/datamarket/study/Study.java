package org.datamarket.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.UserMistake;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;

/** A study, read and checked: what is to be run, and what is kept of it. Immutable. */
public interface Study {
  /** The study's name. */
  String name();

  /** What it asks; may be empty. */
  String description();

  /** The seed of the design and of all runs. */
  long seed();

  /** The names of the factors, in order. */
  List<String> factors();

  /** The factors across which the same seeds are used. */
  List<String> commonRandomNumbers();

  /** What is kept of each run, in order. */
  List<Measure> measures();

  /** What is kept of each round, in order; empty if nothing is. */
  List<String> series();

  /** The whole design, in order; the first point has number 1. */
  List<Point> points();

  /** How often each point is run. */
  Replications replications();

  /** The seed of a run: a hash of the study's seed, the point's own levels and the replication. */
  long seedOf(Point point, int replication);

  /** What carries the runs out; may be used by many threads at once. */
  Runner runner();

  /** The study as YAML with everything filled in; its model is {@code model.yaml} beside it. */
  String effectiveYaml();

  /** The base model, with the study's fixed changes made. */
  ModelFile model();

  /** The file of the base model, if there is one. */
  default Optional<Path> modelFile() {
    return Optional.empty();
  }

  /** The tables that the design is read from, to be copied beside the effective study. */
  List<Path> inputs();

  /**
   * The model at a point, with the model's own seed.
   *
   * @throws UserMistake if the model does not allow one of the settings
   */
  ModelFile modelAt(List<Setting> settings) throws UserMistake;

  /**
   * The market of a run.
   *
   * @throws UserMistake if the model does not allow one of the settings
   */
  default MarketModel market(RunSpec spec) throws UserMistake {
    ModelFile model = modelAt(spec.settings());
    try {
      return model.withSeed(spec.seed()).draw();
    } catch (IllegalArgumentException mistake) {
      throw new UserMistake(String.valueOf(mistake.getMessage()));
    }
  }

  /** Where in the study's files stands what makes the model of a point wrong. */
  String place(Point point);

  /** The run of a point and a replication. */
  default RunSpec run(Point point, int replication) {
    return new RunSpec(point.number(), replication, seedOf(point, replication), point.settings());
  }

  /** The place of a measure in {@link #measures}; −1 if it is not kept. */
  default int indexOf(String measure) {
    return measures().stream().map(Measure::name).toList().indexOf(measure);
  }
}
