package org.datamarket.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.datamarket.analysis.RunResult;
import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.document.UserMistake;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Run;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;

/**
 * Plays the runs of a study. The models of the last points are kept, for their replications follow
 * each other.
 */
public final class StudyRunner implements Runner {
  private static final int MODELS_KEPT = 64;

  private final ModelFile base;
  private final List<String> limits;
  private final Optional<Double> seconds;
  private final Function<RunResult, List<String>> measures;
  private final Function<RunResult, List<List<String>>> rounds;
  private final int cells;
  private final Map<List<Setting>, ModelFile> models =
      new LinkedHashMap<>(MODELS_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Setting>, ModelFile> eldest) {
          return size() > MODELS_KEPT;
        }
      };

  /**
   * @param base the base model
   * @param limits overrides for all runs, after those of a point
   * @param seconds the time that a run may take, if it is limited
   * @param measures what is kept of a run
   * @param series what is kept of each round
   */
  public StudyRunner(
      ModelFile base,
      List<String> limits,
      Optional<Double> seconds,
      List<String> measures,
      List<String> series) {
    this.base = base;
    this.limits = limits;
    this.seconds = seconds;
    this.measures = StudyMeasures.cells(measures);
    this.rounds = StudyMeasures.rounds(series);
    this.cells = measures.size();
  }

  @Override
  public Outcome run(RunSpec spec) {
    try {
      return play(model(spec.settings()).withSeed(spec.seed()).draw());
    } catch (UserMistake | IllegalArgumentException mistake) {
      return failed(String.valueOf(mistake.getMessage()));
    } catch (TooSlowException slow) {
      return failed("took more than " + Settings.number("", seconds.orElseThrow()).level() + " s");
    } catch (IOException | RuntimeException | StackOverflowError failure) {
      return failed(failure.toString());
    }
  }

  /** The model of a point. */
  public ModelFile model(List<Setting> settings) throws UserMistake {
    synchronized (models) {
      ModelFile known = models.get(settings);
      if (known != null) {
        return known;
      }
    }
    List<String> overrides = new ArrayList<>();
    settings.forEach(setting -> overrides.addAll(setting.overrides()));
    overrides.addAll(limits);
    ModelFile model = base.with(overrides);
    synchronized (models) {
      models.put(settings, model);
    }
    return model;
  }

  /** Whether a mistake stands in what a setting sets. */
  public static boolean isAbout(Mistake mistake, Setting setting) {
    return mistake.position() instanceof Position.InSetting place
        && setting.overrides().contains(place.override());
  }

  private Outcome play(MarketModel model) throws IOException, TooSlowException {
    Run run = Run.of(model.seed(), new FixedModel(model), DataMarket.Options.DEFAULT);
    long deadline = System.nanoTime() + (long) (seconds.orElse(0.0) * 1e9);
    boolean over = run.play(simulation -> seconds.isEmpty() || System.nanoTime() - deadline < 0);
    if (!over) {
      throw new TooSlowException();
    }
    RunResult result = run.result();
    return new Outcome(result.status().key(), "", measures.apply(result), rounds.apply(result));
  }

  private Outcome failed(String message) {
    String line = String.valueOf(message).replaceAll("\\s+", " ").strip();
    return new Outcome(Outcome.ERROR, line, Collections.nCopies(cells, ""), List.of());
  }

  /** A run took longer than it may. */
  private static final class TooSlowException extends Exception {
    private static final long serialVersionUID = 1;
  }
}
