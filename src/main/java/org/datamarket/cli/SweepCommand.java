package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.datamarket.model.ModelException;
import org.datamarket.model.source.Words;
import org.datamarket.output.Content;
import org.datamarket.output.Manifest;
import org.datamarket.output.OutputException;
import org.datamarket.output.RunFolder;
import org.datamarket.study.Engine;
import org.datamarket.study.Engine.EngineException;
import org.datamarket.study.Engine.Finished;
import org.datamarket.study.Journal;
import org.datamarket.study.Measure;
import org.datamarket.study.OnError;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.StudyFile;
import org.datamarket.study.StudyFolder;
import org.datamarket.study.StudyTables;
import org.datamarket.study.Sweep;
import org.datamarket.study.Sweep.Progress;
import org.datamarket.study.ThreadEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes all runs of a study, or goes on with them. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    description =
        "Makes all runs of a study, and writes what came of them into a folder. What is done is"
            + " kept, whatever happens, and --resume goes on from there. The tables depend on the"
            + " study alone: not on threads, shards, interruptions or the order in which runs end.",
    footer = {
      "",
      "Examples:",
      "  datamarket sweep models/studies/phase.yaml --dry-run",
      "  datamarket sweep models/studies/phase.yaml --threads 4",
      "  datamarket sweep models/studies/phase.yaml --resume",
      "  datamarket sweep models/studies/phase.yaml --shard 2/3 --out output/2"
    })
final class SweepCommand implements Callable<Integer> {
  private static final String USUALLY_WATCHED = "efficiency";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "STUDY", description = "The study file (YAML).")
  private Path file;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many runs at once; by default one a processor.")
  private Integer threads;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Makes part I of N only; merge joins the parts.")
  private Shard shard = Shard.WHOLE;

  @Option(names = "--resume", description = "Goes on with what is in the folder, if anything is.")
  private boolean resume;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder to write; by default output/NAME-SEED.")
  private Path out;

  @Option(names = "--force", description = "Replaces the folder if an earlier sweep wrote it.")
  private boolean force;

  @Option(
      names = "--on-error",
      paramLabel = "WHAT",
      description =
          "What a failing run does: continue (default) makes it a row of the tables, stop ends the"
              + " sweep, retry:K tries it K times more first.")
  private OnError onError = OnError.CONTINUE;

  @Option(
      names = "--dry-run",
      description =
          "Makes no run but a few to see how long they take: tells how many there are, how long it"
              + " will take, and every mistake in any point.")
  private boolean dryRun;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Sets a value of the study, for instance replications=3, or of its model; may be"
              + " repeated.")
  private List<String> overrides = new ArrayList<>();

  @Option(names = "--no-report", description = "Writes no report.html.")
  private boolean noReport;

  @Option(names = "--quiet", description = "Prints neither progress nor results.")
  private boolean quiet;

  @Option(
      names = "--watch",
      paramLabel = "MEASURE",
      description = "The measure whose lowest and highest value progress shows.")
  private String watched;

  @Override
  public Integer call() throws Exception {
    if (resume && force) {
      throw new ParameterException(
          spec.commandLine(), "--resume and --force are given both; expected one of them");
    }
    Study study = StudyFile.read(file, overrides);
    int watch = watch(study);
    int atOnce = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    Path folder = OutputNames.study(out, study, shard);
    if (dryRun) {
      return new DryRun(study, shard, atOnce, folder).call();
    }
    Manifest manifest = Manifest.begin(CommandWords.of(spec), inputs(study));
    prepare(study, folder, manifest);
    try (Interrupt interrupt = new Interrupt(Interrupt.UNLIMITED);
        Journal journal = StudyFolder.journal(folder, study, shard, Main.Version.number());
        Engine engine = new ThreadEngine(study.runner(), atOnce, Manifest.host());
        SweepProgress shown = SweepProgress.of(study, watch, quiet)) {
      Sweep sweep = new Sweep(study, shard, journal, onError);
      Sweep.Ending ending = run(sweep, engine, shown, interrupt);
      shown.close();
      return switch (ending) {
        case STOPPED -> stopped(sweep.progress());
        case FAILED -> failed(sweep);
        case COMPLETE -> complete(study, sweep, journal, folder, manifest);
      };
    }
  }

  /** The place of the measure to watch; −1 for none. */
  private int watch(Study study) throws Mistake {
    int place = study.indexOf(watched == null ? USUALLY_WATCHED : watched);
    if (place < 0 && watched != null) {
      List<String> names = study.measures().stream().map(Measure::name).toList();
      throw new Mistake(
          "--watch "
              + watched
              + ": is no measure of the study; expected "
              + Words.oneOf(names)
              + Words.didYouMean(watched, names));
    }
    return place;
  }

  private List<Path> inputs(Study study) {
    List<Path> inputs = new ArrayList<>();
    inputs.add(file);
    inputs.addAll(study.model().inputs());
    inputs.addAll(study.inputs());
    return inputs;
  }

  /** Makes the folder, unless it is there to be gone on with. */
  private void prepare(Study study, Path folder, Manifest manifest) throws IOException, Mistake {
    boolean there = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    if (resume && there) {
      if (!StudyFolder.is(folder)) {
        throw new Mistake(folder + ": is not the folder of a study, so there is nothing to resume");
      }
      return;
    }
    if (force && Journal.isInUse(folder.resolve(Journal.FILE))) {
      throw new Mistake(folder + ": is not replaced: another sweep is at work on it");
    }
    if (there && !force && StudyFolder.is(folder)) {
      throw new Mistake(
          folder
              + ": exists already; go on with it by --resume, name another by --out, or replace it"
              + " with --force");
    }
    RunFolder.write(folder, force, StudyFolder.contents(study), manifest);
  }

  private Sweep.Ending run(
      Sweep sweep, Engine engine, SweepProgress shown, Interrupt interrupt)
      throws IOException, ModelException, EngineException, InterruptedException {
    try {
      return sweep.run(engine, shown, interrupt::isRequested);
    } catch (FileSystemException failure) {
      shown.close();
      throw new IOException(
          failure.getFile()
              + ": "
              + failure.getReason()
              + "; "
              + done(sweep.progress())
              + " and kept; to go on, add --resume",
          failure);
    }
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
            .map(SweepCommand::inWords)
            .orElse("a run failed earlier, as the journal says");
    System.err.println(
        "datamarket: stopped: "
            + Words.oneLine(which)
            + "; "
            + done(sweep.progress())
            + "; to go on all the same, add --resume --on-error continue");
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

  private int complete(
      Study study, Sweep sweep, Journal journal, Path folder, Manifest manifest)
      throws IOException, ModelException {
    if (shard.isWhole()) {
      new StudyTables(study, journal).writeTo(folder);
    }
    journal.close();
    if (shard.isWhole() && !noReport) {
      StudyReports.write(folder);
    }
    manifest.writeTo(folder);
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
    return ExitCode.DONE;
  }
}
