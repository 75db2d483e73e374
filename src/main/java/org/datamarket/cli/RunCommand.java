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

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed, any 64-bit whole number; by default the model's.")
  private Long seed;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets a value of the model, for instance buyers.count=50; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder to write; by default a new one under output/.")
  private Path out;

  @Option(names = "--force", description = "Replaces the folder if an earlier run wrote all that is in it.")
  private boolean force;

  @Option(names = "--json", description = "Prints summary.json instead of the table.")
  private boolean json;

  @Option(names = "--quiet", description = "Prints neither progress nor results.")
  private boolean quiet;

  @Option(names = "--trace", description = "Also writes every accepted bid, to trace.csv.")
  private boolean trace;

  @Option(names = "--no-report", description = "Writes no report.html.")
  private boolean noReport;

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
    ModelFile model = model(text);
    Manifest manifest =
        Manifest.begin(FolderKind.RUN, CommandWords.of(spec), text, model.inputs());
    Run run = begin(model);
    Path folder = OutputNames.folder(out, model.name(), model.seed());
    Destination destination = new Destination(folder, FolderKind.RUN, force, read(model));
    check(destination);
    Keeper keeper = Keeper.beside(folder, model, force);
    if (checkpointEvery != null) {
      keeper.expectUsualName();
    }
    try (Interrupt interrupt = new Interrupt()) {
      boolean over = play(run, keeper, interrupt);
      if (!over) {
        keeper.keep(run.simulation());
        System.err.println(
            "datamarket: stopped after round "
                + run.simulation().monitor().round()
                + "; to go on, add --restore "
                + keeper.file());
        return ExitCode.INTERRUPTED;
      }
      return write(run.result(), model, destination, manifest);
    } catch (RuntimeException | StackOverflowError broken) {
      if (restore == null || broken instanceof UncheckedIOException) {
        throw broken;
      }
      throw new UserMistake(
          restore
              + ": is damaged: the run in it cannot go on; play it from the start, without --restore");
    }
  }

  private static void check(Destination destination) throws OutputException, UserMistake {
    try {
      RunFolder.check(destination);
    } catch (OutputException refused) {
      if (!destination.force() && Files.exists(destination.folder().resolve(Manifest.FILE))) {
        throw new UserMistake(refused.getMessage() + "; name another, or replace it with --force");
      }
      throw refused;
    }
  }

  private ModelFile model(InputText text) throws UserMistake {
    ModelFile model = ModelFile.read(text, overrides);
    return seed == null ? model : model.withSeed(seed);
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

  private Run begin(ModelFile model) throws IOException, UserMistake, UserMistake {
    if (restore != null) {
      DataMarket simulation = Checkpoint.read(restore, model.fingerprint());
      if (trace != simulation.traces()) {
        throw new UserMistake(
            restore + ": was kept " + (trace ? "without" : "with") + " --trace, so restore it likewise");
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
    ProgressLine progress = ProgressLine.onErrorStream();
    try {
      return run.play(
          simulation -> {
            int round = simulation.monitor().round();
            if (!quiet) {
              progress.show(simulation.monitor().rounds().get(round - 1));
            }
            if (checkpointEvery != null && round % checkpointEvery == 0) {
              keeper.keep(simulation);
            }
            return !interrupt.isRequested();
          });
    } finally {
      progress.finish();
    }
  }

  private int write(RunResult result, ModelFile model, Destination destination, Manifest manifest)
      throws IOException {
    Path folder = destination.folder();
    RunFolder.write(
        destination,
        new RunTables(result, trace),
        new EffectiveModel(model.effectiveYaml(), model.inputs()),
        manifest);
    Drawings drawings = new Drawings(folder, Additions.to(folder, manifest, Guard.NONE));
    drawings.charts(() -> RunCharts.of(result));
    if (!noReport) {
      drawings.report(new RunReport(result));
    }
    int code = drawings.finish();
    if (!quiet) {
      PrintStream stdout = System.out;
      stdout.print(json ? Summary.json(result) : SummaryText.of(result));
      (json ? System.err : stdout).println("Written to " + folder);
    }
    return code;
  }
}
