package org.datamarket.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.datamarket.cli.option.Arguments;
import org.datamarket.document.UserMistake;
import org.datamarket.market.Bid;
import org.datamarket.market.Clearing;
import org.datamarket.market.TieRule;
import org.datamarket.model.file.BidFile;
import org.datamarket.output.ClearingJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Clears given bids once. */
@Command(
    name = "clear",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    description = "Clears given bids once: who gets how much from whom, and pays what.",
    footer = {
      "",
      "Example:",
      "  echo '{\"sellers\": [{\"quantity\": 100, \"reserve\": 0}], \"bids\":",
      "    [[{\"quantity\": 60, \"price\": 4}], [{\"quantity\": 70, \"price\": 4}]]}' |",
      "    datamarket clear -"
    })
final class ClearCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "JSON with sellers and bids, one object or one per line; - for standard input.")
  private String file;

  @Option(
      names = "--ties",
      paramLabel = "RULE",
      defaultValue = "proportional",
      completionCandidates = Arguments.TieRules.class,
      description =
          "What happens between bids of the same price: proportional (default) or strict.")
  private TieRule ties;

  @Option(names = "--table", description = "Prints a table instead of JSON.")
  private boolean table;

  @Override
  public Integer call() throws IOException, UserMistake {
    try {
      clearAll();
    } catch (CharacterCodingException other) {
      throw new UserMistake("%s: is not UTF-8".formatted(file));
    }
    return ExitCode.DONE;
  }

  private void clearAll() throws IOException, UserMistake {
    try (BidFile bids = BidFile.open(file, source())) {
      int answers = 0;
      while (bids.hasNext() && !System.out.checkError()) {
        print(answers++, bids.next(ties));
      }
      if (answers == 0) {
        throw new UserMistake(
            "%s: is empty; expected an object with sellers and bids".formatted(file));
      }
    }
  }

  private Reader source() throws UserMistake {
    return file.equals("-")
        ? new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder())
        : new StringReader(BidFile.text(Path.of(file)));
  }

  private void print(int before, BidFile.Case market) {
    List<Clearing> clearings = new ArrayList<>();
    for (int j = 0; j < market.sellers().size(); j++) {
      List<Bid> bids = new ArrayList<>();
      for (List<Bid> row : market.bids()) {
        bids.add(row.get(j));
      }
      clearings.add(Clearing.of(market.sellers().get(j), bids));
    }
    int buyers = market.bids().size();
    if (table) {
      System.out.print((before > 0 ? "\n" : "") + ClearingJson.table(buyers, clearings));
    } else {
      System.out.println(ClearingJson.line(ties, buyers, clearings));
    }
  }
}
