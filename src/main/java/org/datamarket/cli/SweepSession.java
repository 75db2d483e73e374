package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.datamarket.cli.console.Counted;
import org.datamarket.cli.console.Interrupt;
import org.datamarket.cli.console.SweepProgress;
import org.datamarket.cli.option.EngineChoice;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.output.folder.Additions;
import org.datamarket.study.plan.StudyWork;
import org.datamarket.study.sweep.Engine;
import org.datamarket.study.sweep.Engine.EngineException;
import org.datamarket.study.sweep.Engine.Finished;
import org.datamarket.study.sweep.Journal;
import org.datamarket.study.sweep.Memory;
import org.datamarket.study.sweep.Sweep;
import org.datamarket.study.sweep.Sweep.Progress;

/**
 * The work on a study at a terminal: Ctrl-C ends it, progress is shown, and the user is told how it
 * ended and how to go on.
 *
 * @param quiet whether neither progress nor results are printed
 */
record SweepSession(StudyWork work, boolean quiet) {

  /** What is made of the tables of a study that is complete. */
  @FunctionalInterface
  interface Results {
    /** Writes into the study's folder, and prints what is to be seen. */
    void make(Path folder, Additions additions, Drawings drawings) throws IOException, UserMistake;
  }

  /**
   * Makes the runs that are missing, and the tables.
   *
   * @param engines what carries out the runs
   * @param watch the place of the measure that progress shows; −1 for none
   * @param results made of the tables, if the study is not a shard
   * @return the exit code
   */
  int make(EngineChoice engines, int watch, Results results)
      throws IOException, UserMistake, EngineException, InterruptedException {
    AtomicReference<Sweep> sweep = new AtomicReference<>();
    try {
      return make(engines, watch, results, sweep);
    } catch (VirtualMachineError limit) {
      Memory.waitForRoom();
      String kept = sweep.get() == null ? "" : "; " + kept(sweep.get().progress());
      throw new EngineException(ErrorReport.inOneLine(limit) + kept, limit);
    }
  }

  private int make(EngineChoice engines, int watch, Results results, AtomicReference<Sweep> started)
      throws IOException, UserMistake, EngineException, InterruptedException {
    try (Interrupt interrupt = new Interrupt(Interrupt.UNLIMITED);
        Journal journal = work.journal();
        Engine engine = engines.start(work.study());
        SweepProgress shown = SweepProgress.of(work.study(), watch, quiet)) {
      Sweep sweep = work.sweep(journal);
      started.set(sweep);
      Sweep.Ending ending = run(sweep, engine, shown, interrupt);
      shown.close();
      return end(ending, sweep, journal, results);
    }
  }

  private int end(Sweep.Ending ending, Sweep sweep, Journal journal, Results results)
      throws IOException, UserMistake {
    return switch (ending) {
      case STOPPED -> stopped(sweep.progress());
      case FAILED -> failed(sweep);
      case COMPLETE -> {
        try {
          yield complete(sweep.progress(), work.finish(journal), results);
        } catch (FileSystemException failure) {
          throw kept(failure, sweep.progress());
        }
      }
    };
  }

  private Sweep.Ending run(Sweep sweep, Engine engine, SweepProgress shown, Interrupt interrupt)
      throws IOException, UserMistake, EngineException, InterruptedException {
    try {
      return sweep.run(engine, shown, interrupt::isRequested);
    } catch (FileSystemException failure) {
      shown.close();
      throw kept(failure, sweep.progress());
    } catch (EngineException failure) {
      shown.close();
      throw new EngineException(
          "%s; %s".formatted(failure.getMessage(), kept(sweep.progress())), failure);
    }
  }

  private static IOException kept(FileSystemException failure, Progress progress) {
    return new IOException(
        "%s: %s; %s".formatted(failure.getFile(), failure.getReason(), kept(progress)), failure);
  }

  private static String kept(Progress progress) {
    return "%s and kept; to go on, add --resume".formatted(done(progress));
  }

  private static String done(Progress progress) {
    return "%s of %s runs are done".formatted(progress.done(), progress.planned());
  }

  private static int stopped(Progress progress) {
    ErrorReport.print("stopped; %s; to go on, add --resume".formatted(done(progress)));
    return ExitCode.INTERRUPTED;
  }

  private static int failed(Sweep sweep) {
    String which =
        sweep
            .firstFailure()
            .map(SweepSession::inWords)
            .orElse("a run failed earlier, as the journal says");
    ErrorReport.print(
        Words.message(
            "stopped: %s; %s; to go on all the same, add --resume --on-error continue"
                .formatted(which, done(sweep.progress()))));
    return ExitCode.FAULT;
  }

  private static String inWords(Finished run) {
    return "point %s replication %s failed: %s"
        .formatted(run.spec().point(), run.spec().replication(), run.outcome().error());
  }

  private int complete(Progress progress, Additions additions, Results results)
      throws IOException, UserMistake {
    boolean whole = work.shard().isWhole();
    Drawings drawings = new Drawings(work.folder(), additions);
    if (whole) {
      results.make(work.folder(), additions, drawings);
    }
    int drawn = drawings.finish();
    if (progress.failed() > 0) {
      ErrorReport.print(
          "%s failed; the column error says why%s"
              .formatted(
                  Counted.of(progress.failed(), "run"),
                  whole ? ", and replay plays one again" : ""));
    }
    if (!quiet) {
      System.out.printf(
          "%s%s%s%n",
          whole ? "" : "Shard %s: ".formatted(work.shard()),
          Counted.of(progress.planned(), "run"),
          progress.known() > 0 ? ", %s of them made now".formatted(progress.made()) : "");
      System.out.println("Written to " + work.folder());
    }
    boolean noneSucceeded = progress.failed() > 0 && progress.failed() == progress.planned();
    return noneSucceeded ? ExitCode.FAULT : drawn;
  }
}
