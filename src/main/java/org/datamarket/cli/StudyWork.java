package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.datamarket.io.Version;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.output.folder.Additions;
import org.datamarket.output.folder.Destination;
import org.datamarket.output.folder.Manifest;
import org.datamarket.output.folder.RunFolder;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Engine;
import org.datamarket.study.sweep.Engine.EngineException;
import org.datamarket.study.sweep.Engine.Finished;
import org.datamarket.study.sweep.Journal;
import org.datamarket.study.sweep.Memory;
import org.datamarket.study.sweep.OnError;
import org.datamarket.study.sweep.StudyFolder;
import org.datamarket.study.sweep.StudyJournals;
import org.datamarket.study.sweep.StudyGuard;
import org.datamarket.study.sweep.Sweep;
import org.datamarket.study.sweep.Sweep.Progress;
import org.datamarket.study.table.StudyTables;

/**
 * The runs of a study, made in a folder that is new or gone on with, and its tables.
 *
 * @param manifest begun before anything was done
 * @param quiet whether neither progress nor results are printed
 */
record StudyWork(
    Study study,
    Shard shard,
    Path folder,
    OnError onError,
    Manifest manifest,
    boolean quiet) {

  /** What is made of the tables of a study that is complete. */
  @FunctionalInterface
  interface Results {
    /** Writes into the study's folder, and prints what is to be seen. */
    void make(Path folder, Additions additions, Drawings drawings)
        throws IOException, UserMistake;
  }

  /** The tables that a study is read from. */
  static List<Path> inputs(Study study) {
    List<Path> inputs = new ArrayList<>();
    inputs.addAll(study.model().inputs());
    inputs.addAll(study.inputs());
    return inputs;
  }

  /**
   * Makes the folder, unless it is there to be gone on with.
   *
   * @param file the study's
   */
  void prepare(boolean resume, boolean force, Path file) throws IOException, UserMistake {
    boolean there = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    if (resume && there) {
      if (!StudyFolder.is(folder)) {
        throw new UserMistake(folder, "is not the folder of a study, so there is nothing to resume");
      }
      additions().check(shard.isWhole() ? StudyTables.names(study) : List.of());
      return;
    }
    if (there && !force && StudyFolder.is(folder)) {
      throw new UserMistake(
          folder
              + ": exists already; go on with it by --resume, name another by --out, or replace it"
              + " with --force");
    }
    List<Path> inputs = inputs(study);
    inputs.add(file);
    study.modelFile().ifPresent(inputs::add);
    RunFolder.write(
        new Destination(folder, manifest.kind(), force, inputs, StudyGuard.GUARD),
        StudyFolder.contents(study),
        manifest);
  }

  private Additions additions() throws IOException {
    return Additions.to(folder, manifest, StudyGuard.GUARD);
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
      throws IOException, UserMistake, EngineException, InterruptedException, UserMistake {
    AtomicReference<Sweep> sweep = new AtomicReference<>();
    try {
      return make(engines, watch, results, sweep);
    } catch (VirtualMachineError limit) {
      Memory.waitForRoom();
      String kept = sweep.get() == null ? "" : "; " + kept(sweep.get().progress());
      throw new EngineException(Faults.inOneLine(limit) + kept, limit);
    }
  }

  private int make(
      EngineChoice engines, int watch, Results results, AtomicReference<Sweep> started)
      throws IOException, UserMistake, EngineException, InterruptedException, UserMistake {
    try (Interrupt interrupt = new Interrupt(Interrupt.UNLIMITED);
        Journal journal = StudyJournals.open(folder, study, shard, Version.number());
        Engine engine = engines.start(study);
        SweepProgress shown = SweepProgress.of(study, watch, quiet)) {
      Sweep sweep = new Sweep(study, shard, journal, onError);
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
          yield complete(sweep, journal, results);
        } catch (FileSystemException failure) {
          throw kept(failure, sweep.progress());
        }
      }
    };
  }

  private Sweep.Ending run(
      Sweep sweep, Engine engine, SweepProgress shown, Interrupt interrupt)
      throws IOException, UserMistake, EngineException, InterruptedException {
    try {
      return sweep.run(engine, shown, interrupt::isRequested);
    } catch (FileSystemException failure) {
      shown.close();
      throw kept(failure, sweep.progress());
    } catch (EngineException failure) {
      shown.close();
      throw new EngineException(failure.getMessage() + "; " + kept(sweep.progress()), failure);
    }
  }

  private static IOException kept(FileSystemException failure, Progress progress) {
    return new IOException(
        failure.getFile() + ": " + failure.getReason() + "; " + kept(progress), failure);
  }

  private static String kept(Progress progress) {
    return done(progress) + " and kept; to go on, add --resume";
  }

  private static String done(Progress progress) {
    return String.format(
        Locale.ROOT, "%d of %d runs are done", progress.done(), progress.planned());
  }

  private static int stopped(Progress progress) {
    System.err.println("datamarket: stopped; " + done(progress) + "; to go on, add --resume");
    return ExitCode.INTERRUPTED;
  }

  private static int failed(Sweep sweep) {
    String which =
        sweep
            .firstFailure()
            .map(StudyWork::inWords)
            .orElse("a run failed earlier, as the journal says");
    System.err.println(
        "datamarket: "
            + Words.message(
                "stopped: %s; %s; to go on all the same, add --resume --on-error continue"
                    .formatted(which, done(sweep.progress()))));
    return ExitCode.FAULT;
  }

  private static String inWords(Finished run) {
    return "point "
        + run.spec().point()
        + " replication "
        + run.spec().replication()
        + " failed: "
        + run.outcome().error();
  }

  private int complete(Sweep sweep, Journal journal, Results results)
      throws IOException, UserMistake {
    Additions additions = additions();
    if (shard.isWhole()) {
      additions.begin(StudyTables.names(study));
      new StudyTables(study, journal).writeTo(folder);
    }
    journal.close();
    additions.grown(Journal.FILE);
    Drawings drawings = new Drawings(folder, additions);
    if (shard.isWhole()) {
      results.make(folder, additions, drawings);
    }
    int drawn = drawings.finish();
    Progress progress = sweep.progress();
    if (progress.failed() > 0) {
      System.err.println(
          "datamarket: "
              + progress.failed()
              + (progress.failed() == 1 ? " run" : " runs")
              + " failed; the column error says why"
              + (shard.isWhole() ? ", and replay plays one again" : ""));
    }
    if (!quiet) {
      System.out.println(
          (shard.isWhole() ? "" : "Shard " + shard + ": ")
              + progress.planned()
              + (progress.planned() == 1 ? " run" : " runs")
              + (progress.known() > 0 ? ", " + progress.made() + " of them made now" : ""));
      System.out.println("Written to " + folder);
    }
    boolean noneSucceeded = progress.failed() > 0 && progress.failed() == progress.planned();
    return noneSucceeded ? ExitCode.FAULT : drawn;
  }
}
