package org.datamarket.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.datamarket.claims.ClaimsFiles;
import org.datamarket.claims.CounterexampleFiles;
import org.datamarket.claims.Origin;
import org.datamarket.claims.Sampling;
import org.datamarket.claims.Scorecard;
import org.datamarket.claims.Selection;
import org.datamarket.claims.StateAnswers;
import org.datamarket.claims.search.CounterexampleSearch;
import org.datamarket.cli.option.CommandWords;
import org.datamarket.cli.option.ModelChoice;
import org.datamarket.cli.option.Quiet;
import org.datamarket.cli.option.Target;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.InputText;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.EffectiveModel;
import org.datamarket.output.folder.Destination;
import org.datamarket.output.folder.FolderKind;
import org.datamarket.output.folder.Manifest;
import org.datamarket.output.folder.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries what papers claim of such markets on a market that is played. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    sortOptions = false,
    description =
        "Tries on a market what papers claim of such markets: plays it, judges every claim for all"
            + " buyers at the end and for a buyer at a time on the way, and says how often each"
            + " held, and where it failed by the most. Given states of markets as JSON Lines"
            + " instead, it prints what each amounts to, one line per state.",
    footer = {
      "",
      "Examples:",
      "  datamarket claims models/quickstart.yaml",
      "  datamarket claims models/two-sellers.yaml --seeds 20 \\",
      "    --claims optimal-any,eps-nash --set epsilon=0.1",
      "  datamarket claims --random 100000",
      "  datamarket claims states.jsonl"
    })
final class ClaimsCommand implements Callable<Integer> {
  private static final int USUAL_TURNS = 200;

  /** What is for markets that are played. */
  private static final Set<String> OF_MODELS = Set.of("--seeds", "--samples", "--set");

  /** What is for folders. */
  private static final Set<String> OF_FOLDERS = Set.of("--out", "--force");

  private static final String RANDOM = "random-claims";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..1",
      description =
          "The model file (YAML), or states of markets (JSON Lines, .jsonl); - for standard input.")
  private Path file;

  @Option(
      names = "--random",
      paramLabel = "N",
      description = "Tries claims on N random states of small markets instead; --seed says which.")
  private Integer random;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Plays it N times: with its seed, and with seeds derived from that.")
  private Integer seeds = 1;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description =
          "At how many turns of a run claims are judged, at most; by default 200. Those that take"
              + " long are judged at an eighth of them, and for as many buyers at the end.")
  private Integer samples = USUAL_TURNS;

  @Option(
      names = "--claims",
      paramLabel = "ID",
      split = ",",
      description = "The claims to try, with commas between them; by default all.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--counterexamples",
      description =
          "Also writes small markets that refute what fails, as model files: made from the market"
              + " that was tried, or from random states, as small as they can be.")
  private boolean counterexamples;

  @Mixin private ModelChoice choice;

  @Mixin private Target target;

  @Option(names = "--json", description = "Prints claims.json instead of the scorecard.")
  private boolean json;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads share the work; by default one a processor.")
  private Integer threads;

  @Mixin private Quiet quiet;

  @Override
  public Integer call() throws Exception {
    Selection selection = ids.isEmpty() ? Selection.all() : Selection.of(ids);
    ClaimsSession session =
        new ClaimsSession(selection, threads(), counterexamples, json, quiet.isAsked());
    if (random != null) {
      return tryRandom(session);
    }
    if (file == null) {
      throw new ParameterException(
          spec.commandLine(), "a MODEL, a file of states or --random N is needed");
    }
    InputText text = InputText.given(file);
    if (text.isOfJson()) {
      UsageMistake.refuse(spec, option -> true, "%s, which has states of markets".formatted(file));
      StateAnswers.print(text, System.out);
      return ExitCode.DONE;
    }
    return tryPlayed(session, text);
  }

  private int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  private int tryRandom(ClaimsSession session) throws Exception {
    if (file != null) {
      throw UsageMistake.both(spec, file.toString(), "--random");
    }
    UsageMistake.refuse(spec, OF_MODELS::contains, "--random");
    if (!counterexamples) {
      UsageMistake.refuse(spec, OF_FOLDERS::contains, "--random without --counterexamples");
    }
    if (session.selection().claims().isEmpty()) {
      throw new UserMistake(
          "--claims %s: is about play, but --random does not play; expected a claim about states"
              .formatted(String.join(",", ids)));
    }
    long seed = choice.seed().orElse(1L);
    if (!counterexamples) {
      Optional<Scorecard> card = session.random(seed, random);
      card.map(ClaimsFiles::new).ifPresent(session::print);
      return card.isPresent() ? ExitCode.DONE : ClaimsSession.stopped();
    }
    Manifest manifest = Manifest.begin(FolderKind.CLAIMS, CommandWords.of(spec), List.of());
    Path folder = target.folder(RANDOM, seed);
    Destination destination = new Destination(folder, FolderKind.CLAIMS, target.force(), List.of());
    RunCommand.check(destination);
    Optional<Scorecard> card = session.random(seed, random);
    Optional<CounterexampleFiles> examples =
        card.flatMap(
            found ->
                session.examples(
                    found, stopped -> Origin.NONE, CounterexampleSearch.among(seed, random)));
    if (examples.isEmpty()) {
      return ClaimsSession.stopped();
    }
    ClaimsFiles files = new ClaimsFiles(card.orElseThrow());
    RunFolder.write(destination, files, examples.get(), manifest);
    session.print(files, folder);
    return ExitCode.DONE;
  }

  private int tryPlayed(ClaimsSession session, InputText text) throws Exception {
    ModelFile model = choice.read(text).ofAuctions(file);
    Manifest manifest =
        Manifest.begin(FolderKind.CLAIMS, CommandWords.of(spec), text, model.inputs());
    List<Path> read = new ArrayList<>(model.inputs());
    read.add(file);
    Path folder = target.folder("%s-claims".formatted(model.name()), model.seed());
    Destination destination = new Destination(folder, FolderKind.CLAIMS, target.force(), read);
    RunCommand.check(destination);
    Sampling sampling = new Sampling(samples);
    List<String> words = new ArrayList<>(List.of(file.toString()));
    words.addAll(choice.words());
    ClaimsSession.Played played =
        new ClaimsSession.Played(file, model, words, choice.seed().isPresent());
    Optional<Scorecard> card = session.played(played, seeds, sampling);
    Optional<CounterexampleFiles> examples =
        card.flatMap(
            found ->
                session.examples(
                    found,
                    stopped ->
                        Origin.played(seed -> model.withSeed(seed).draw(), sampling, stopped),
                    CounterexampleSearch.usual(model.seed())));
    if (examples.isEmpty()) {
      return ClaimsSession.stopped();
    }
    ClaimsFiles files = new ClaimsFiles(card.orElseThrow());
    EffectiveModel effective = new EffectiveModel(model.effectiveYaml(), model.inputs());
    RunFolder.write(destination, files, examples.get(), effective, manifest);
    session.print(files, folder);
    return ExitCode.DONE;
  }
}
