package org.datamarket.gui;

import java.util.Optional;
import org.datamarket.document.UserMistake;
import org.datamarket.simulation.Checkpoint;

/**
 * What the next start plays: a model file with the values set over it, or the market that is there
 * with a seed of its own; or else, once, a run from a checkpoint. Used on the event thread, read on
 * any.
 */
final class NextStart {
  private final Runnable onChange;
  private volatile Optional<OpenedModel> model;
  private volatile int revision;
  private long givenSeed;
  private Optional<Checkpoint.Kept> kept = Optional.empty();

  /**
   * The first start.
   *
   * @param model the model file; empty for a market from elsewhere, which has no parameters to turn
   * @param seed the seed of a market from elsewhere
   * @param onChange what is to be done whenever the parameters are others than before
   */
  NextStart(Optional<OpenedModel> model, long seed, Runnable onChange) {
    this.model = model;
    this.givenSeed = seed;
    this.onChange = onChange;
  }

  /** The model file; empty for a market from elsewhere. */
  Optional<OpenedModel> model() {
    return model;
  }

  /** A number that changes whenever the parameters are others than before. */
  int revision() {
    return revision;
  }

  /** The seed, with all its 64 bits. */
  long seed() {
    return model.map(OpenedModel::seed).orElse(givenSeed);
  }

  /** Sets the seed. */
  void setSeed(long seed) {
    if (model.isEmpty()) {
      givenSeed = seed;
      changed();
    } else if (seed != seed()) {
      model = model.map(opened -> opened.withSeed(seed));
      changed();
    }
  }

  /**
   * Sets a parameter of the model file.
   *
   * @param text all that was typed or chosen
   * @throws Parameter.Refused if it cannot be set; then nothing has changed
   */
  void set(Parameter parameter, String text) throws Parameter.Refused {
    OpenedModel before = model.orElseThrow();
    OpenedModel after = parameter.set(before, text);
    model = Optional.of(after);
    if (parameter.changesOthers() || after.seed() != before.seed()) {
      changed();
    } else {
      onChange.run();
    }
  }

  /** Takes another model file, and forgets a run that was to be gone on with. */
  void open(OpenedModel other) {
    model = Optional.of(other);
    kept = Optional.empty();
    changed();
  }

  /** The next start goes on with this run instead of drawing a market. */
  void goOnWith(Checkpoint.Kept run) {
    kept = Optional.of(run);
  }

  /** The run to be gone on with, if there is one; the start after that draws a market again. */
  Optional<Checkpoint.Kept> takeKept() {
    Optional<Checkpoint.Kept> run = kept;
    kept = Optional.empty();
    return run;
  }

  /**
   * Takes the model from which an open market was drawn, as far as its file is still there, and its
   * seed.
   */
  void follow(DrawnModel drawn) {
    try {
      model = Optional.of(OpenedModel.of(drawn));
    } catch (UserMistake gone) {
      model = Optional.empty();
    }
  }

  /**
   * Keeps the model only if an open market is one of it.
   *
   * @param fingerprint that of the market's model
   */
  void keepIf(String fingerprint) {
    model = model.filter(opened -> opened.modelFile().fingerprint().equals(fingerprint));
  }

  /** Takes the seed of an open market, should there be no model file for it. */
  void followSeed(long seed) {
    givenSeed = seed;
    changed();
  }

  /** The parameters, or what is shown of them, are others than before. */
  void changed() {
    revision++;
    onChange.run();
  }
}
