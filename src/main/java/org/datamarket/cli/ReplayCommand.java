package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.datamarket.analysis.RunResult;
import org.datamarket.chart.RunCharts;
import org.datamarket.cli.console.Interrupt;
import org.datamarket.cli.console.RunProgress;
import org.datamarket.cli.option.CommandWords;
import org.datamarket.cli.option.Quiet;
import org.datamarket.cli.option.Target;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.gui.OpenedModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.EffectiveModel;
import org.datamarket.output.RunTables;
import org.datamarket.output.SummaryText;
import org.datamarket.output.folder.Additions;
import org.datamarket.output.folder.Destination;
import org.datamarket.output.folder.FolderKind;
import org.datamarket.output.folder.Guard;
import org.datamarket.output.folder.Manifest;
import org.datamarket.output.folder.RunFolder;
import org.datamarket.report.RunReport;
import org.datamarket.run.Run;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Study;
import org.datamarket.study.file.StudyFile;
import org.datamarket.study.sweep.Replay;
import org.datamarket.study.sweep.StudyFolder;
import org.datamarket.study.sweep.StudyGuard;
import org.datamarket.study.table.StudyResult.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays one run of a study again, alone. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    sortOptions = false,
    description =
        "Plays one run of a study again, writes it into a folder as run does, and says whether it"
            + " came out as in the study.",
    footer = {
      "",
      "Examples:",
      "  datamarket replay output/phase-1 17",
      "  datamarket replay output/phase-1 9/2 --gui"
    })
final class ReplayCommand implements Callable<Integer>, OpensWindow {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The study's folder.")
  private Path folder;

  @Parameters(
      paramLabel = "ROW",
      description =
          "The row of runs.csv, from 1 for the first after the header; or POINT/REPLICATION, also"
              + " of a study that is not finished.")
  private String name;

  @Mixin private Target target;

  @Option(names = "--gui", description = "Opens the run in a window instead.")
  private boolean gui;

  @Mixin private Quiet quiet;

  @Override
  public Integer call() throws Exception {
    StudyFolder study = StudyFolder.open(folder, file -> StudyFile.read(file, List.of()));
    Row row = study.row(name);
    RunSpec run = study.spec(row);
    if (gui) {
      show(named(study.study(), run));
      return ExitCode.DONE;
    }
    if (row.status().equals(Outcome.ERROR)) {
      Outcome outcome = study.study().runner().run(run);
      if (outcome.isError()) {
        return failedAgain(row, outcome);
      }
    }
    return play(study, row, run);
  }

  @Override
  public boolean opensWindow() {
    return gui;
  }

  /** The model of a run, called so that the window says what it shows. */
  private static ModelFile named(Study study, RunSpec run) throws UserMistake {
    String levels =
        run.settings().stream()
            .map(setting -> setting.factor() + " = " + setting.level())
            .collect(Collectors.joining(", "));
    String what =
        "Point %s, replication %s of the study %s%s"
            .formatted(
                run.point(),
                run.replication(),
                study.name(),
                levels.isEmpty() ? "" : ": " + levels);
    return study
        .modelAt(run.settings())
        .with(
            List.of(
                "name=%s".formatted(quoted(name(study, run))),
                "description=%s".formatted(quoted(what))))
        .withSeed(run.seed());
  }

  private static String name(Study study, RunSpec run) {
    return "%s-%s-%s".formatted(study.name(), run.point(), run.replication());
  }

  private static String quoted(String text) {
    return "'%s'".formatted(text.replace("'", "''"));
  }

  private static void show(ModelFile model) throws Exception {
    Path copy = Files.createTempDirectory("datamarket");
    new EffectiveModel(model.effectiveYaml(), model.inputs()).writeTo(copy);
    GuiCommand.show(OpenedModel.read(copy.resolve(EffectiveModel.FILE), List.of()), null, false);
  }

  private int failedAgain(Row row, Outcome outcome) {
    if (outcome.error().equals(row.error())) {
      if (!quiet.isAsked()) {
        System.out.println("The run fails as in the study: " + outcome.error());
      }
      return ExitCode.DONE;
    }
    ErrorReport.print(
        Words.message(
            "the run fails, but not as in the study: %s; in the study it was: %s"
                .formatted(outcome.error(), row.error())));
    return ExitCode.FAULT;
  }

  private int play(StudyFolder study, Row row, RunSpec run) throws Exception {
    ModelFile model = study.study().modelAt(run.settings()).withSeed(run.seed());
    Path into = target.folder(name(study.study(), run), run.seed());
    Destination destination =
        new Destination(into, FolderKind.RUN, target.force(), List.of(folder), StudyGuard.GUARD);
    RunFolder.check(destination);
    Manifest manifest =
        Manifest.begin(
            FolderKind.RUN,
            CommandWords.of(spec),
            List.of(folder.resolve(StudyFolder.STUDY), folder.resolve(StudyFolder.MODEL)));
    Optional<RunResult> result = result(model);
    if (result.isEmpty()) {
      ErrorReport.print("stopped; nothing is written");
      return ExitCode.INTERRUPTED;
    }
    RunFolder.write(
        destination,
        new RunTables(result.get()),
        new EffectiveModel(model.effectiveYaml(), model.inputs()),
        manifest);
    Drawings drawings = new Drawings(into, Additions.to(into, manifest, Guard.NONE));
    drawings.charts(() -> RunCharts.of(result.get()));
    drawings.report(new RunReport(result.get()));
    int drawn = drawings.finish();
    return Math.max(drawn, compare(study, row, result.get(), into));
  }

  private Optional<RunResult> result(ModelFile model) throws IOException, UserMistake {
    Run run;
    try {
      run = Run.of(model.seed(), new FixedModel(model.draw()), DataMarket.Options.DEFAULT);
    } catch (IllegalArgumentException refused) {
      throw new UserMistake(folder, refused.getMessage());
    }
    try (RunProgress progress = RunProgress.of(quiet.isAsked());
        Interrupt interrupt = new Interrupt()) {
      boolean over =
          run.play(
              simulation -> {
                progress.ended(simulation);
                return !interrupt.isRequested();
              });
      return over ? Optional.of(run.result()) : Optional.empty();
    }
  }

  private int compare(StudyFolder study, Row row, RunResult result, Path into) {
    boolean made = !row.status().isEmpty();
    Optional<String> difference =
        made ? Replay.difference(study.study(), row, result) : Optional.empty();
    if (!quiet.isAsked()) {
      System.out.print(SummaryText.of(result));
      System.out.println("Written to " + into);
      System.out.println(
          !made
              ? "The study has not made this run yet."
              : difference.isEmpty() ? "It came out as in the study." : "It came out differently.");
    }
    if (difference.isPresent()) {
      ErrorReport.print(
          Words.message(
              "the run came out differently than in the study: %s".formatted(difference.get())));
      return ExitCode.FAULT;
    }
    return ExitCode.DONE;
  }
}
