package org.datamarket.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.datamarket.cli.console.ComparisonProgress;
import org.datamarket.cli.console.Counted;
import org.datamarket.cli.console.Interrupt;
import org.datamarket.cli.option.CommandWords;
import org.datamarket.cli.option.ModelChoice;
import org.datamarket.cli.option.Quiet;
import org.datamarket.cli.option.Target;
import org.datamarket.comparison.Comparison;
import org.datamarket.comparison.ComparisonFiles;
import org.datamarket.comparison.ComparisonText;
import org.datamarket.comparison.Contest;
import org.datamarket.comparison.DesignChoice;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.mechanism.file.MarketAnswers;
import org.datamarket.mechanism.file.MechanismChoice;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.InputText;
import org.datamarket.model.file.ModelFile;
import org.datamarket.model.format.MechanismFormat;
import org.datamarket.output.EffectiveModel;
import org.datamarket.output.folder.Additions;
import org.datamarket.output.folder.Destination;
import org.datamarket.output.folder.FolderKind;
import org.datamarket.output.folder.Guard;
import org.datamarket.output.folder.Manifest;
import org.datamarket.output.folder.RunFolder;
import org.datamarket.report.ComparisonReport;
import org.datamarket.study.Measure;
import org.datamarket.study.RunSeeds;
import org.datamarket.study.sweep.Engine.EngineException;
import org.datamarket.study.sweep.Engine.Finished;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares mechanisms: on the markets of a model, or on given ones, each cleared once. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    sortOptions = false,
    description = {
      "Plays or clears the same markets by every mechanism, the same people with the same draws,"
          + " and says how much each differs from one of them, with confidence intervals from the"
          + " differences in pairs.",
      "Given markets as JSON Lines instead, it clears each once by the mechanisms that do so, and"
          + " prints one line per market. A market with a grid of prices is played on it, one with"
          + " resources and routes as PSP on routes."
    },
    footer = {
      "",
      "Examples:",
      "  datamarket compare models/quickstart.yaml",
      "  datamarket compare models/hong-kong.yaml --seeds 50 \\",
      "    --mechanisms opt-out,waterfill,tuffin --base tuffin",
      "  datamarket compare markets.jsonl --mechanisms uniform-price,vcg"
    })
final class CompareCommand implements Callable<Integer> {
  private static final String MECHANISMS = "--mechanisms";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      description = "The model file (YAML), or markets (JSON Lines, .jsonl); - for standard input.")
  private Path file;

  @Option(
      names = MECHANISMS,
      paramLabel = "NAME",
      completionCandidates = Mechanisms.class,
      description =
          "The mechanisms, with commas between them; by default all that make sense. One with"
              + " parameters is {kind: NAME, PARAMETER: VALUE}. Markets with a"
              + " grid or with resources have one only.")
  private List<String> mechanisms = new ArrayList<>();

  @Option(
      names = "--base",
      paramLabel = "NAME",
      description =
          "The mechanism that all others are compared with; by default opt-out, or the first.")
  private String base;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description =
          "On how many markets: that of the model's seed, and of seeds derived from it; by default"
              + " 20.")
  private Integer seeds = 20;

  @Option(
      names = "--measures",
      paramLabel = "NAME",
      split = ",",
      description =
          "The keys of summary.json to print, with commas between them; files have all of them.")
  private List<String> measures = new ArrayList<>();

  @Mixin private ModelChoice choice;

  @Mixin private Target target;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads share the runs; by default one a processor.")
  private Integer threads;

  @Mixin private ReportChoice report;

  @Mixin private Quiet quiet;

  /** The mechanisms by name, for completion. */
  static final class Mechanisms extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Mechanisms() {
      super(names());
    }

    private static Set<String> names() {
      Set<String> names = new LinkedHashSet<>(MechanismFormat.MECHANISMS.names());
      names.addAll(MechanismChoice.all().names());
      return names;
    }
  }

  @Override
  public Integer call() throws Exception {
    InputText text = InputText.given(file);
    return text.isOfJson() ? answer(text) : compare(text);
  }

  private int answer(InputText text) throws Exception {
    UsageMistake.refuse(
        spec, option -> !option.equals(MECHANISMS), "%s, which has markets".formatted(file));
    List<String> names = List.of(String.join(",", mechanisms).split(",", -1));
    MechanismChoice chosen =
        mechanisms.isEmpty() ? MechanismChoice.all() : MechanismChoice.of(names);
    MarketAnswers.print(text, chosen, System.out);
    return ExitCode.DONE;
  }

  private int compare(InputText text) throws Exception {
    checkMeasures();
    Optional<DesignChoice> asked =
        mechanisms.isEmpty()
            ? Optional.empty()
            : Optional.of(DesignChoice.of(String.join(",", mechanisms)));
    ModelFile model = choice.read(text);
    Manifest manifest =
        Manifest.begin(FolderKind.COMPARISON, CommandWords.of(spec), text, model.inputs());
    MarketModel first = drawn(model);
    DesignChoice chosen = asked.orElseGet(() -> DesignChoice.usual(first));
    Contest contest =
        new Contest(
            base == null ? chosen : chosen.against(base), RunSeeds.from(model.seed(), seeds));
    List<Path> read = new ArrayList<>(model.inputs());
    read.add(file);
    Path folder = target.folder("%s-comparison".formatted(model.name()), model.seed());
    Destination destination = new Destination(folder, FolderKind.COMPARISON, target.force(), read);
    RunCommand.check(destination);
    if (!quiet.isAsked()) {
      chosen.remarks().forEach(ErrorReport::print);
    }
    Optional<Comparison> comparison =
        play(contest, model)
            .map(runs -> new Comparison(model.name(), model.currency(), contest, runs));
    if (comparison.isEmpty()) {
      ErrorReport.print("stopped; nothing is written");
      return ExitCode.INTERRUPTED;
    }
    RunFolder.write(
        destination,
        new ComparisonFiles(comparison.get()),
        new EffectiveModel(model.effectiveYaml(), model.inputs()),
        manifest);
    Drawings drawings = new Drawings(folder, Additions.to(folder, manifest, Guard.NONE));
    report.write(new ComparisonReport(comparison.get()), drawings);
    int drawn = drawings.finish();
    int told = tell(comparison.get(), folder);
    return told == ExitCode.DONE ? drawn : told;
  }

  private MarketModel drawn(ModelFile model) throws UserMistake {
    try {
      return model.draw();
    } catch (IllegalArgumentException refused) {
      throw new UserMistake(file, refused.getMessage());
    }
  }

  private void checkMeasures() throws UserMistake {
    List<String> known = Contest.measures().stream().map(Measure::name).toList();
    for (String name : measures) {
      if (!known.contains(name)) {
        throw new UserMistake(
            "--measures %s: is no measure; expected %s%s"
                .formatted(
                    Words.shortened(name), Words.oneOf(known), Words.didYouMean(name, known)));
      }
    }
  }

  private Optional<List<Finished>> play(Contest contest, ModelFile model)
      throws InterruptedException, EngineException {
    try (Interrupt interrupt = new Interrupt();
        ComparisonProgress progress =
            ComparisonProgress.of(quiet.isAsked(), interrupt::isRequested)) {
      int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
      return contest.play(seed -> model.withSeed(seed).draw(), workers, progress);
    }
  }

  private int tell(Comparison comparison, Path folder) {
    List<Finished> failures = comparison.failures();
    if (!failures.isEmpty()) {
      Finished one = failures.get(0);
      ErrorReport.print(
          Words.message(
              "%s failed; the first, %s with seed %s: %s"
                  .formatted(
                      Counted.of(failures.size(), "run"),
                      comparison.contest().choice().names().get(one.spec().point() - 1),
                      one.spec().seed(),
                      one.outcome().error())));
    }
    if (!quiet.isAsked()) {
      System.out.print(ComparisonText.of(comparison, measures));
      System.out.println("Written to %s".formatted(folder));
    }
    return failures.size() == comparison.runs().size() ? ExitCode.FAULT : ExitCode.DONE;
  }
}
