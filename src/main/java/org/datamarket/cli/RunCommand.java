package org.datamarket.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.datamarket.analysis.RunResult;
import org.datamarket.chart.RunCharts;
import org.datamarket.cli.console.Interrupt;
import org.datamarket.cli.console.RunProgress;
import org.datamarket.cli.option.CommandWords;
import org.datamarket.cli.option.ModelChoice;
import org.datamarket.cli.option.Quiet;
import org.datamarket.cli.option.Target;
import org.datamarket.document.UserMistake;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.InputText;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.EffectiveModel;
import org.datamarket.output.RunTables;
import org.datamarket.output.Summary;
import org.datamarket.output.SummaryText;
import org.datamarket.output.folder.Additions;
import org.datamarket.output.folder.Destination;
import org.datamarket.output.folder.FolderKind;
import org.datamarket.output.folder.Guard;
import org.datamarket.output.folder.Manifest;
import org.datamarket.output.folder.OutputException;
import org.datamarket.output.folder.RunFolder;
import org.datamarket.report.RunReport;
import org.datamarket.run.Run;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a market to its end, and writes what came of it into a folder. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    sortOptions = false,
    description = "Plays a market to its end, and writes what came of it into a new folder.",
    footer = {
      "",
      "Examples:",
      "  datamarket run models/quickstart.yaml",
      "  datamarket run models/quickstart.yaml --seed 7 --set epsilon=0.1 \\",
      "    --out output/finer"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "The model file (YAML); - for standard input.")
  private Path file;

  @Mixin private ModelChoice choice;

  @Mixin private Target target;

  @Option(names = "--json", description = "Prints summary.json instead of the table.")
  private boolean json;

  @Mixin private Quiet quiet;

  @Option(names = "--trace", description = "Also writes every accepted bid, to trace.csv.")
  private boolean trace;

  @Mixin private ReportChoice report;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description = "Keeps the run every N rounds in DIR.checkpoint, to be continued by --restore.")
  private Integer checkpointEvery;

  @Option(
      names = "--restore",
      paramLabel = "FILE",
      description = "Continues a run from a checkpoint of this model, with identical results.")
  private Path restore;

  @Override
  public Integer call() throws Exception {
    InputText text = InputText.given(file);
    ModelFile model = choice.read(text);
    Manifest manifest = Manifest.begin(FolderKind.RUN, CommandWords.of(spec), text, model.inputs());
    Run run = begin(model);
    Path folder = target.folder(model.name(), model.seed());
    Destination destination = new Destination(folder, FolderKind.RUN, target.force(), read(model));
    check(destination);
    Keeper keeper = Keeper.beside(folder, model, target.force());
    if (checkpointEvery != null) {
      keeper.expectUsualName();
    }
    try (Interrupt interrupt = new Interrupt()) {
      boolean over = play(run, keeper, interrupt);
      if (!over) {
        keeper.keep(run.simulation());
        ErrorReport.print(
            "stopped after round %s; to go on, add --restore %s"
                .formatted(run.simulation().monitor().round(), keeper.file()));
        return ExitCode.INTERRUPTED;
      }
      return write(run.result(), model, destination, manifest);
    } catch (RuntimeException | StackOverflowError broken) {
      if (restore == null || broken instanceof UncheckedIOException) {
        throw broken;
      }
      throw new UserMistake(
          restore,
          "is damaged: the run in it cannot go on; play it from the start, without --restore");
    }
  }

  static void check(Destination destination) throws OutputException, UserMistake {
    try {
      RunFolder.check(destination);
    } catch (OutputException refused) {
      if (!destination.force() && Files.exists(destination.folder().resolve(Manifest.FILE))) {
        throw new UserMistake(
            "%s; name another, or replace it with --force".formatted(refused.getMessage()));
      }
      throw refused;
    }
  }

  /** All that the run is made from. */
  private List<Path> read(ModelFile model) {
    List<Path> read = new ArrayList<>(model.inputs());
    read.add(file);
    if (restore != null) {
      read.add(restore);
    }
    return read;
  }

  private Run begin(ModelFile model) throws IOException, UserMistake {
    if (restore != null) {
      DataMarket simulation = Checkpoint.read(restore, model.fingerprint());
      if (trace != simulation.traces()) {
        throw new UserMistake(
            restore,
            "was kept %s --trace, so restore it likewise".formatted(trace ? "without" : "with"));
      }
      return Run.of(simulation);
    }
    DataMarket.Options options = new DataMarket.Options(true, trace);
    return Run.of(model.seed(), new FixedModel(draw(model)), options);
  }

  private MarketModel draw(ModelFile model) throws UserMistake {
    try {
      return model.draw();
    } catch (IllegalArgumentException refused) {
      throw new UserMistake(file, refused.getMessage());
    }
  }

  private boolean play(Run run, Keeper keeper, Interrupt interrupt) throws IOException {
    try (RunProgress progress = RunProgress.of(quiet.isAsked())) {
      return run.play(
          simulation -> {
            progress.ended(simulation);
            if (checkpointEvery != null && simulation.monitor().round() % checkpointEvery == 0) {
              keeper.keep(simulation);
            }
            return !interrupt.isRequested();
          });
    }
  }

  private int write(RunResult result, ModelFile model, Destination destination, Manifest manifest)
      throws IOException {
    Path folder = destination.folder();
    RunTables tables = new RunTables(result, trace);
    RunFolder.write(
        destination, tables, new EffectiveModel(model.effectiveYaml(), model.inputs()), manifest);
    Drawings drawings = new Drawings(folder, Additions.to(folder, manifest, Guard.NONE));
    drawings.charts(() -> RunCharts.of(result));
    report.write(new RunReport(result, tables.claims()), drawings);
    int code = drawings.finish();
    if (!quiet.isAsked()) {
      PrintStream stdout = System.out;
      stdout.print(json ? Summary.json(result) : SummaryText.of(result));
      (json ? System.err : stdout).println("Written to " + folder);
    }
    return code;
  }
}
