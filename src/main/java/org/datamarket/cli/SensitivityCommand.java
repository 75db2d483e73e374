package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.datamarket.chart.Chart;
import org.datamarket.chart.ChartFiles;
import org.datamarket.chart.SensitivityChart;
import org.datamarket.chart.Subject;
import org.datamarket.cli.console.SensitivityText;
import org.datamarket.cli.option.CommandWords;
import org.datamarket.cli.option.EngineChoice;
import org.datamarket.cli.option.OutputNames;
import org.datamarket.cli.option.Quiet;
import org.datamarket.cli.option.StudyChoice;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.model.file.InputText;
import org.datamarket.output.folder.Additions;
import org.datamarket.output.folder.FolderKind;
import org.datamarket.output.folder.Manifest;
import org.datamarket.study.Measure;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.effects.SensitivityAnalysis;
import org.datamarket.study.effects.SensitivityMethod;
import org.datamarket.study.effects.SensitivityResult;
import org.datamarket.study.file.SensitivityForm;
import org.datamarket.study.plan.StudyWork;
import org.datamarket.study.sweep.Journal;
import org.datamarket.study.sweep.OnError;
import org.datamarket.study.table.StudyOutcomes;
import org.datamarket.study.table.StudyResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which factors of a study matter, and how much. */
@Command(
    name = "sensitivity",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    sortOptions = false,
    description =
        "Tells which factors of a study a measure depends on, and how much: by elementary effects"
            + " (Morris), or by Sobol indices. The study's factors are taken as they are, and its"
            + " design gives way to the method's. What is done is kept, as by sweep.",
    footer = {
      "",
      "Examples:",
      "  datamarket sensitivity models/studies/sensitivity.yaml",
      "  datamarket sensitivity models/studies/sensitivity.yaml --method sobol \\",
      "    --samples 512 --measure efficiency --measure nash_gap"
    })
final class SensitivityCommand implements Callable<Integer> {
  /** How many tables are printed when nobody has said of which measures. */
  private static final int USUALLY_PRINTED = 3;

  @Spec private CommandSpec spec;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "morris (default): elementary effects, a few runs a factor; or sobol: first-order and"
              + " total indices, hundreds of runs a factor.")
  private String methodName = SensitivityMethod.MORRIS.key();

  @Option(
      names = "--samples",
      paramLabel = "N",
      description =
          "How many trajectories (by default 20, each a point more than there are factors), or, for"
              + " sobol, blocks (by default 256, each two points more).")
  private Integer samples;

  @Option(
      names = "--measure",
      paramLabel = "MEASURE",
      description = "A measure to look at; may be repeated. By default all that the study keeps.")
  private List<String> measures = new ArrayList<>();

  @Option(
      names = "--bootstrap",
      paramLabel = "N",
      description = "How often samples are drawn again for the intervals; by default 1000.")
  private int bootstrap = 1000;

  @Mixin private EngineChoice engines;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder to write; by default output/NAME-METHOD-SEED.")
  private Path out;

  @Option(
      names = "--resume",
      description =
          "Goes on with what is in the folder, if anything is; with all runs made, looks at them"
              + " again, at other measures for instance.")
  private boolean resume;

  @Option(names = "--force", description = "Replaces the folder if an earlier study wrote it.")
  private boolean force;

  @Mixin private StudyChoice choice;

  @Mixin private ReportChoice report;

  @Mixin private Quiet quiet;

  @Override
  public Integer call() throws Exception {
    if (resume && force) {
      throw UsageMistake.both(spec, "--resume", "--force");
    }
    SensitivityMethod method = method();
    checkAtLeast("--samples", SensitivityMethod.LEAST_SAMPLES, samples);
    checkAtLeast("--bootstrap", 1, bootstrap);
    engines.check();
    InputText text = choice.text();
    SensitivityAnalysis analysis =
        new SensitivityForm(method, samples == null ? method.usualSamples() : samples)
            .read(text, choice.overrides());
    Study study = analysis.study();
    List<Integer> places = places(study);
    Path folder = OutputNames.sensitivity(out, study, method);
    Manifest manifest =
        Manifest.begin(
            FolderKind.SENSITIVITY, CommandWords.of(spec), text, StudyWork.inputs(study));
    StudyWork work = new StudyWork(study, Shard.WHOLE, folder, OnError.CONTINUE, manifest);
    work.prepare(resume, force, choice.file());
    return new SweepSession(work, quiet.isAsked())
        .make(
            engines,
            places.get(0),
            (into, additions, drawings) -> analyse(analysis, places, into, additions, drawings));
  }

  private SensitivityMethod method() throws UserMistake {
    List<String> names = List.of(SensitivityMethod.MORRIS.key(), SensitivityMethod.SOBOL.key());
    return SensitivityMethod.of(methodName)
        .orElseThrow(
            () ->
                new UserMistake(
                    "--method %s: is no method; expected %s%s"
                        .formatted(
                            Words.shortened(methodName),
                            Words.oneOf(names),
                            Words.didYouMean(methodName, names))));
  }

  private static void checkAtLeast(String option, int least, Integer given) throws UserMistake {
    if (given != null && given < least) {
      throw new UserMistake(
          "%s %s: is too few; expected %s or more".formatted(option, given, least));
    }
  }

  /** The places of the measures to look at, in the order in which they were named. */
  private List<Integer> places(Study study) throws UserMistake {
    List<String> names = study.measures().stream().map(Measure::name).toList();
    for (String measure : measures) {
      if (!names.contains(measure)) {
        throw new UserMistake(
            "--measure %s: is no measure of the study; expected %s%s"
                .formatted(
                    Words.shortened(measure),
                    Words.oneOf(names),
                    Words.didYouMean(measure, names)));
      }
    }
    return measures.isEmpty()
        ? IntStream.range(0, names.size()).boxed().toList()
        : new LinkedHashSet<>(measures).stream().map(names::indexOf).toList();
  }

  private void analyse(
      SensitivityAnalysis analysis,
      List<Integer> places,
      Path folder,
      Additions additions,
      Drawings drawings)
      throws IOException, UserMistake {
    try (Journal journal = Journal.read(folder.resolve(Journal.FILE))) {
      StudyResult result = new StudyOutcomes(analysis.study(), journal).result();
      List<SensitivityResult> results = analysis.results(result.rows(), places, bootstrap);
      write(analysis, results, folder, additions, drawings);
      report.write(StudyReports.of(analysis.study(), journal, results), drawings);
      if (!quiet.isAsked()) {
        print(results, analysis.study().model().currency());
      }
    }
  }

  private static void write(
      SensitivityAnalysis analysis,
      List<SensitivityResult> results,
      Path folder,
      Additions additions,
      Drawings drawings)
      throws IOException {
    additions.begin(List.of(SensitivityAnalysis.FILE));
    analysis.table(results).writeTo(folder);
    additions.discard(name -> name.startsWith(ChartFiles.FOLDER + "/"));
    Study study = analysis.study();
    Subject subject = new Subject(study.name(), study.seed(), study.model().currency());
    drawings.charts(
        () ->
            results.stream().<Chart>map(result -> new SensitivityChart(subject, result)).toList());
  }

  private void print(List<SensitivityResult> results, String currency) {
    SensitivityText text = new SensitivityText(currency);
    int printed = measures.isEmpty() ? Math.min(USUALLY_PRINTED, results.size()) : results.size();
    results
        .subList(0, printed)
        .forEach(result -> System.out.println(text.of(result).stripTrailing() + "\n"));
    if (printed < results.size()) {
      System.out.printf(
          "%s more measures are in %s; --measure chooses which are printed%n",
          results.size() - printed, SensitivityAnalysis.FILE);
    }
  }
}
