package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.datamarket.analysis.Status;
import org.datamarket.cli.console.Interrupt;
import org.datamarket.cli.console.RunProgress;
import org.datamarket.cli.option.ModelChoice;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.explain.Explanation;
import org.datamarket.explain.ExplanationJson;
import org.datamarket.explain.ExplanationLatex;
import org.datamarket.explain.ExplanationText;
import org.datamarket.model.BuyerSpec;
import org.datamarket.run.Run;
import org.datamarket.simulation.DataMarket;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a buyer bids what it bids. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    sortOptions = false,
    description =
        "Plays a run and says why a buyer bids what it bids: what it sees, its ranking and pool,"
            + " its bids and what they gain, what has moved since its last turn, and the best bids"
            + " that there are.",
    footer = {
      "",
      "Examples:",
      "  datamarket explain models/worked-example.yaml A",
      "  datamarket explain output/quickstart-1 buyer-17 --round 40",
      "  datamarket explain models/quickstart.yaml buyer-84 --round 2 --turn"
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      description =
          "The folder of a run, which is played again; or a model file (YAML), - for standard"
              + " input.")
  private Path name;

  @Parameters(paramLabel = "BUYER", description = "The buyer's id, as in buyers.csv.")
  private String buyer;

  @Option(
      names = "--round",
      paramLabel = "N",
      description = "At the end of this round; by default at the end of the run.")
  private Integer round;

  @Option(
      names = "--turn",
      description = "Not at the end of that round, but before the buyer's first turn in it.")
  private boolean turn;

  @Mixin private ModelChoice choice;

  @Option(names = "--json", description = "Prints one JSON object instead of the text.")
  private boolean json;

  @Option(
      names = "--latex",
      description = "Prints the paper's formulas with the numbers put in, for LaTeX (amsmath).")
  private boolean latex;

  @Override
  public Integer call() throws Exception {
    if (json && latex) {
      throw UsageMistake.both(spec, "--json", "--latex");
    }
    if (turn && round == null) {
      throw new UserMistake(
          "--turn means nothing without --round; expected the round whose turn it is");
    }
    RunToExplain asked = RunToExplain.of(name, choice);
    Run run = asked.begin();
    int number = number(run.simulation());
    run.simulation().watch(number);
    try (Interrupt interrupt = new Interrupt()) {
      Optional<Explanation> explanation = play(run, asked, number, interrupt);
      if (explanation.isEmpty()) {
        ErrorReport.print("stopped; nothing is explained");
        return ExitCode.INTERRUPTED;
      }
      return say(explanation.get(), asked, run.simulation());
    }
  }

  private int say(Explanation explanation, RunToExplain asked, DataMarket played) {
    Optional<String> difference = asked.difference(played);
    if (difference.isPresent()) {
      ErrorReport.print(difference.get());
      return ExitCode.FAULT;
    }
    System.out.print(inWords(explanation));
    return ExitCode.DONE;
  }

  private String inWords(Explanation explanation) {
    if (json) {
      return ExplanationJson.of(explanation);
    }
    return latex ? ExplanationLatex.of(explanation) : ExplanationText.of(explanation);
  }

  private int number(DataMarket market) throws UserMistake {
    List<String> ids = market.model().buyers().stream().map(BuyerSpec::id).toList();
    int number = ids.indexOf(buyer);
    if (number < 0) {
      throw new UserMistake(
          name,
          "there is no buyer %s; expected %s%s"
              .formatted(
                  Words.quoted(buyer),
                  ids.isEmpty() ? "a run with buyers" : Words.oneOf(ids),
                  Words.didYouMean(buyer, ids)));
    }
    return number;
  }

  /** The explanation; none if the user stops the run. A run of a folder is played to its end. */
  private Optional<Explanation> play(Run run, RunToExplain asked, int number, Interrupt interrupt)
      throws IOException, UserMistake {
    Explanation[] there = new Explanation[1];
    if (turn) {
      run.simulation()
          .watchTurns(
              (simulation, whose) -> {
                boolean isIt = whose == number && simulation.monitor().round() + 1 == round;
                if (isIt && there[0] == null) {
                  there[0] = Explanation.beforeTurn(simulation, number);
                }
              });
    }
    boolean whole = round == null || asked.stateHash().isPresent();
    try (RunProgress progress = RunProgress.of(false)) {
      boolean over =
          run.play(
              simulation -> {
                progress.ended(simulation);
                boolean reached = isReached(simulation);
                if (reached && !turn) {
                  there[0] = Explanation.of(simulation, number);
                }
                return !interrupt.isRequested() && (whole || !reached);
              });
      if (!over && (whole || there[0] == null)) {
        return Optional.empty();
      }
    }
    if (there[0] == null) {
      throw notReached(run.simulation());
    }
    return Optional.of(there[0]);
  }

  private UserMistake notReached(DataMarket end) {
    int rounds = end.monitor().round();
    return round <= rounds
        ? new UserMistake(
            name,
            "%s has no turn in round %s; expected a round in which it has one"
                .formatted(Words.shortened(buyer), round))
        : new UserMistake(
            name,
            "--round is %s, but the run ends with round %s (%s); expected one from 1 to %s"
                .formatted(round, rounds, end.status().key(), rounds));
  }

  private boolean isReached(DataMarket simulation) {
    return round == null
        ? simulation.status() != Status.RUNNING
        : simulation.monitor().round() == round;
  }
}
