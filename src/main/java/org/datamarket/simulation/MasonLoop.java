package org.datamarket.simulation;

import java.util.Arrays;
import java.util.List;
import sim.engine.MakesSimState;
import sim.engine.SimState;

/**
 * Makes markets for MASON's own loop. It takes all of MASON's options, and {@code -model FILE}; a
 * market that has ended says how, with its state hash, unless {@code -quiet}.
 */
final class MasonLoop implements MakesSimState {
  private static final String MODEL = "-model";

  /** A market that tells its end. */
  private static final class Telling extends DataMarket {
    private static final long serialVersionUID = 1;

    Telling(long seed, ModelSource source) {
      super(seed, source);
    }

    @Override
    public void finish() {
      super.finish();
      System.out.println(
          "seed "
              + seed()
              + ": "
              + status().key()
              + " after round "
              + monitor().round()
              + ", state "
              + stateHash());
    }
  }

  /** The market that the arguments ask for. */
  @Override
  public SimState newInstance(long seed, String[] arguments) {
    ModelSource source = new FileModel(file(arguments));
    return List.of(arguments).contains("-quiet")
        ? new DataMarket(seed, source)
        : new Telling(seed, source);
  }

  @Override
  public Class<?> simulationClass() {
    return DataMarket.class;
  }

  /**
   * The model file that the arguments name.
   *
   * @throws IllegalArgumentException in one line, if they name none
   */
  private static String file(String[] arguments) {
    int at = Arrays.asList(arguments).indexOf(MODEL);
    if (at < 0 || at + 1 >= arguments.length) {
      throw new IllegalArgumentException("a model is needed: " + MODEL + " models/quickstart.yaml");
    }
    return arguments[at + 1];
  }

  /** Draws the market once, for MASON's loop would pass over any mistake in its file. */
  static void check(String[] arguments) {
    if (!List.of(arguments).contains("-help")) {
      new FileModel(file(arguments)).draw(1);
    }
  }
}
