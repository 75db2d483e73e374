package org.datamarket.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.datamarket.cli.option.CommandWords;
import org.datamarket.cli.option.EngineChoice;
import org.datamarket.cli.option.OutputNames;
import org.datamarket.cli.option.Quiet;
import org.datamarket.cli.option.StudyChoice;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.model.file.InputText;
import org.datamarket.output.folder.FolderKind;
import org.datamarket.output.folder.Manifest;
import org.datamarket.study.Measure;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.file.StudyFile;
import org.datamarket.study.plan.StudyWork;
import org.datamarket.study.sweep.OnError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes all runs of a study, or goes on with them. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    sortOptions = false,
    description =
        "Makes all runs of a study, and writes what came of them into a folder. What is done is"
            + " kept, whatever happens, and --resume goes on from there. The tables depend on the"
            + " study alone: not on threads, shards, interruptions or the order in which runs end.",
    footer = {
      "",
      "Examples:",
      "  datamarket sweep models/studies/overlap.yaml --dry-run",
      "  datamarket sweep models/studies/overlap.yaml --threads 4",
      "  datamarket sweep models/studies/overlap.yaml --resume",
      "  datamarket sweep models/studies/overlap.yaml --shard 2/3 --out output/2"
    })
final class SweepCommand implements Callable<Integer> {
  private static final String USUALLY_WATCHED = "efficiency";

  @Spec private CommandSpec spec;

  @Mixin private EngineChoice engines;

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

  @Mixin private StudyChoice choice;

  @Mixin private ReportChoice report;

  @Mixin private Quiet quiet;

  @Option(
      names = "--watch",
      paramLabel = "MEASURE",
      description = "The measure whose lowest and highest value progress shows.")
  private String watched;

  @Override
  public Integer call() throws Exception {
    if (resume && force) {
      throw UsageMistake.both(spec, "--resume", "--force");
    }
    engines.check();
    InputText text = choice.text();
    Study study = StudyFile.read(text, choice.overrides());
    int watch = watch(study);
    Path folder = OutputNames.study(out, study, shard);
    if (dryRun) {
      return new DryRun(study, shard, engines.threads(), folder, report.isWanted()).call();
    }
    Manifest manifest =
        Manifest.begin(FolderKind.STUDY, CommandWords.of(spec), text, StudyWork.inputs(study));
    StudyWork work = new StudyWork(study, shard, folder, onError, manifest);
    work.prepare(resume, force, choice.file());
    return new SweepSession(work, quiet.isAsked())
        .make(
            engines,
            watch,
            (into, additions, drawings) -> report.write(StudyReports.of(study), drawings));
  }

  /** The place of the measure to watch; −1 for none. */
  private int watch(Study study) throws UserMistake {
    int place = study.indexOf(watched == null ? USUALLY_WATCHED : watched);
    if (place < 0 && watched != null) {
      List<String> names = study.measures().stream().map(Measure::name).toList();
      throw new UserMistake(
          "--watch %s: is no measure of the study; expected %s%s"
              .formatted(watched, Words.oneOf(names), Words.didYouMean(watched, names)));
    }
    return place;
  }
}
