package org.datamarket.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.datamarket.claims.Bench;
import org.datamarket.claims.ClaimsFiles;
import org.datamarket.claims.CounterexampleFiles;
import org.datamarket.claims.Look;
import org.datamarket.claims.Origin;
import org.datamarket.claims.RandomTrial;
import org.datamarket.claims.Sampling;
import org.datamarket.claims.Scorecard;
import org.datamarket.claims.ScorecardText;
import org.datamarket.claims.Scores;
import org.datamarket.claims.Selection;
import org.datamarket.claims.UndrawableMarket;
import org.datamarket.claims.search.CounterexampleSearch;
import org.datamarket.cli.console.ClaimsProgress;
import org.datamarket.cli.console.Counted;
import org.datamarket.cli.console.Interrupt;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.ModelFile;
import org.datamarket.study.RunSeeds;

/**
 * A trial of claims at a terminal: it shows how far it is, can be stopped, and prints what came of
 * it.
 *
 * @param selection the claims that are tried
 * @param threads how many share the work
 * @param counterexamples whether small markets are made that refute what fails
 * @param json whether the scorecard is printed as JSON
 * @param quiet whether nothing is printed
 */
record ClaimsSession(
    Selection selection, int threads, boolean counterexamples, boolean json, boolean quiet) {

  /**
   * A model that is played.
   *
   * @param file what its user called it
   * @param words that and the values that are set in it, as words of a command line
   * @param isReseeded whether it has another seed than its file
   */
  record Played(Path file, ModelFile model, List<String> words, boolean isReseeded) {}

  /** What random states give; empty if it was stopped. */
  Optional<Scorecard> random(long seed, int states) {
    try (Interrupt interrupt = new Interrupt();
        ClaimsProgress progress = progress(0, interrupt)) {
      return Optional.of(
          new RandomTrial(seed, states)
              .card(
                  selection,
                  threads,
                  (done, of) -> {
                    progress.done(done, of);
                    if (interrupt.isRequested()) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    } catch (InterruptedException stopped) {
      return Optional.empty();
    }
  }

  /** What a market gives that is played with several seeds; empty if it was stopped. */
  Optional<Scorecard> played(Played played, int runs, Sampling sampling) throws UserMistake {
    ModelFile model = played.model();
    List<Long> seeds = RunSeeds.from(model.seed(), runs);
    try (Interrupt interrupt = new Interrupt();
        ClaimsProgress progress = progress(runs, interrupt)) {
      Optional<Scores> scores =
          new Bench(selection, sampling)
              .judge(seeds, seed -> model.withSeed(seed).draw(), threads, progress);
      return scores.map(
          found ->
              new Scorecard(
                  heading(model, runs),
                  sampling.inWords(),
                  model.currency(),
                  seeds,
                  found,
                  Look.at(model.draw(), played.words(), played.isReseeded()),
                  List.of()));
    } catch (UndrawableMarket refused) {
      throw new UserMistake(played.file(), refused.getMessage());
    }
  }

  private static String heading(ModelFile model, int runs) {
    return runs == 1
        ? "%s · seed %s".formatted(model.name(), model.seed())
        : "%s · %s from %s".formatted(model.name(), Counted.of(runs, "seed"), model.seed());
  }

  /** Small counterexamples, if they are asked for; empty if it was stopped. */
  Optional<CounterexampleFiles> examples(
      Scorecard card, Function<BooleanSupplier, Origin> origin, CounterexampleSearch search) {
    if (!counterexamples) {
      return Optional.of(new CounterexampleFiles(List.of()));
    }
    try (Interrupt interrupt = new Interrupt();
        ClaimsProgress progress = progress(0, interrupt)) {
      CounterexampleFiles found =
          CounterexampleFiles.of(
              selection,
              card.scores(),
              origin.apply(interrupt::isRequested),
              search,
              threads,
              progress);
      return interrupt.isRequested() ? Optional.empty() : Optional.of(found);
    }
  }

  private ClaimsProgress progress(int markets, Interrupt interrupt) {
    return ClaimsProgress.of(markets, quiet, interrupt::isRequested);
  }

  /** Prints the scorecard. */
  void print(ClaimsFiles files) {
    if (!quiet) {
      System.out.print(json ? files.json() : ScorecardText.of(files.card()));
    }
  }

  /** Prints the scorecard, and where all of it is. */
  void print(ClaimsFiles files, Path folder) {
    print(files);
    if (!quiet) {
      (json ? System.err : System.out).println("Written to %s".formatted(folder));
    }
  }

  /** Says that it was stopped. */
  static int stopped() {
    ErrorReport.print("stopped; nothing is written");
    return ExitCode.INTERRUPTED;
  }
}
