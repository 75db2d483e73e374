package org.datamarket.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.InputText;
import org.datamarket.model.MarketModel;
import org.datamarket.model.ModelException;
import org.datamarket.model.ModelFile;
import org.datamarket.output.EffectiveModel;
import org.datamarket.output.Manifest;
import org.datamarket.output.OutputException;
import org.datamarket.output.RunFolder;
import org.datamarket.output.RunTables;
import org.datamarket.output.Summary;
import org.datamarket.output.SummaryText;
import org.datamarket.report.ChartFiles;
import org.datamarket.report.html.RunReport;
import org.datamarket.run.Run;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Plays a market to its end, and writes what came of it into a folder. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
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

  @Option(names = "--force", description = "Replaces the folder if an earlier run wrote it.")
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
    Manifest manifest = Manifest.begin(commandLine(), text, model.inputs());
    Run run = begin(model);
    Path folder = OutputNames.folder(out, model.name(), model.seed());
    check(folder);
    Keeper keeper = new Keeper(model, folder);
    try (Interrupt interrupt = new Interrupt()) {
      boolean over = play(run, keeper, interrupt);
      if (!over) {
        keeper.keep(run.simulation());
        System.err.println(
            "datamarket: stopped after round "
                + run.simulation().monitor().round()
                + "; to go on, add --restore "
                + keeper.file);
        return ExitCode.INTERRUPTED;
      }
      write(run.result(), model, folder, manifest);
    }
    return ExitCode.DONE;
  }

  private void check(Path folder) throws OutputException, Mistake {
    try {
      RunFolder.check(folder, force);
    } catch (OutputException refused) {
      if (!force && Files.exists(folder.resolve(Manifest.FILE))) {
        throw new Mistake(refused.getMessage() + "; name another, or replace it with --force");
      }
      throw refused;
    }
  }

  private ModelFile model(InputText text) throws ModelException {
    ModelFile model = ModelFile.read(text, overrides);
    return seed == null ? model : model.withSeed(seed);
  }

  private List<String> commandLine() {
    ParseResult parsed = spec.commandLine().getParseResult();
    List<String> words = new ArrayList<>(List.of("datamarket", spec.name()));
    words.addAll(parsed.originalArgs());
    return words;
  }

  private Run begin(ModelFile model) throws IOException, Mistake, Checkpoint.UnusableException {
    if (restore != null) {
      DataMarket simulation = Checkpoint.read(restore, model.fingerprint());
      if (trace != simulation.traces()) {
        throw new Mistake(
            restore + ": was kept " + (trace ? "without" : "with") + " --trace, so restore it likewise");
      }
      return Run.of(simulation);
    }
    DataMarket.Options options = new DataMarket.Options(true, trace);
    return Run.of(model.seed(), new FixedModel(draw(model)), options);
  }

  private MarketModel draw(ModelFile model) throws Mistake {
    try {
      return model.draw();
    } catch (IllegalArgumentException refused) {
      throw new Mistake(file + ": " + refused.getMessage());
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

  private void write(RunResult result, ModelFile model, Path folder, Manifest manifest)
      throws IOException {
    RunFolder.write(
        folder,
        force,
        new RunTables(result, trace),
        new EffectiveModel(model.effectiveYaml(), model.inputs()),
        ChartFiles.of(result),
        noReport ? nothing -> {} : new RunReport(),
        manifest);
    if (!quiet) {
      PrintStream stdout = System.out;
      stdout.print(json ? Summary.json(result) : SummaryText.of(result));
      (json ? System.err : stdout).println("Written to " + folder);
    }
  }

  /** Keeps a run in a file beside its folder. */
  private static final class Keeper {
    private final ModelFile model;
    private final Path file;

    Keeper(ModelFile model, Path folder) {
      this.model = model;
      this.file = folder.resolveSibling(folder.getFileName() + ".checkpoint");
    }

    void keep(DataMarket simulation) throws IOException {
      Path parent = file.toAbsolutePath().getParent();
      Deque<Path> missing = new ArrayDeque<>();
      for (Path above = parent; !Files.exists(above); above = above.getParent()) {
        missing.addLast(above);
      }
      try {
        Files.createDirectories(parent);
        Checkpoint.write(simulation, model.fingerprint(), file);
        missing.clear();
      } catch (OutputException alreadyClear) {
        throw alreadyClear;
      } catch (IOException failure) {
        throw new IOException(file + ": the checkpoint could not be written: " + failure.getMessage(), failure);
      } finally {
        for (Path made : missing) {
          Files.deleteIfExists(made);
        }
      }
    }
  }
}
