package org.datamarket.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.datamarket.mechanism.file.MarketAnswers;
import org.datamarket.mechanism.file.MechanismChoice;
import org.datamarket.model.file.InputText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Clears given markets by other mechanisms. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    description =
        "Clears given markets once by other mechanisms: what each brings to buyers, sellers and the"
            + " ISP, one line of JSON per market. A market with a grid of prices is played on it,"
            + " one with resources and routes as PSP on routes.",
    footer = {
      "",
      "Examples:",
      "  datamarket compare markets.jsonl --mechanisms uniform-price,vcg",
      "  echo '{\"sellers\": [{\"quantity\": 5, \"reserve\": 1}], \"buyers\": [{\"demand\": 8,",
      "    \"valuation\": {\"kind\": \"parabolic\", \"kappa\": 1}}]}' |",
      "    datamarket compare -"
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "Markets as JSON Lines, one object per line; - for standard input.")
  private Path file;

  @Option(
      names = "--mechanisms",
      paramLabel = "NAME",
      split = ",",
      completionCandidates = Mechanisms.class,
      description =
          "The mechanisms to clear by, with commas between them; by default all. Markets with a"
              + " grid or with resources have one only.")
  private List<String> mechanisms = new ArrayList<>();

  /** The mechanisms by name, for completion. */
  static final class Mechanisms extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Mechanisms() {
      super(MechanismChoice.all().names());
    }
  }

  @Override
  public Integer call() throws Exception {
    MechanismChoice chosen =
        mechanisms.isEmpty() ? MechanismChoice.all() : MechanismChoice.of(mechanisms);
    MarketAnswers.print(InputText.given(file), chosen, System.out);
    return ExitCode.DONE;
  }
}
