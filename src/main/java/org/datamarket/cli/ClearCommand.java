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
import java.util.stream.IntStream;
import org.datamarket.cli.option.Arguments;
import org.datamarket.document.UserMistake;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Clearing;
import org.datamarket.market.TieRule;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.model.file.BidFile;
import org.datamarket.model.file.ModelFile;
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
      description = {
        "JSON with sellers and bids, one object or one per line; - for standard input.",
        "Or a model file (.yaml): its initial bids at its initial reserves, by its tie rule."
      })
  private String file;

  @Option(
      names = "--ties",
      paramLabel = "RULE",
      completionCandidates = Arguments.TieRules.class,
      description =
          "What happens between bids of the same price: proportional (default) or strict; of a"
              + " model by default what it says.")
  private TieRule chosen;

  @Option(names = "--table", description = "Prints a table instead of JSON.")
  private boolean table;

  @Override
  public Integer call() throws IOException, UserMistake {
    try {
      if (file.matches(".*\\.(ya?ml|YA?ML)")) {
        clearModel(ModelFile.read(Path.of(file), List.of()).draw());
      } else {
        clearAll();
      }
    } catch (CharacterCodingException other) {
      throw new UserMistake("%s: is not UTF-8".formatted(file));
    }
    return ExitCode.DONE;
  }

  /** Clears the bids with which a market begins. */
  private void clearModel(MarketModel model) {
    TieRule ties = chosen == null ? model.ties() : chosen;
    List<Auction> sellers = new ArrayList<>();
    for (SellerSpec seller : model.sellers()) {
      sellers.add(Auction.of(seller.quantity(), seller.initialReserve(), ties));
    }
    List<List<Bid>> bids = new ArrayList<>();
    for (BuyerSpec buyer : model.buyers()) {
      bids.add(IntStream.range(0, sellers.size()).mapToObj(buyer.initialBids()::at).toList());
    }
    print(0, ties, new BidFile.Case(sellers, bids));
  }

  private void clearAll() throws IOException, UserMistake {
    TieRule ties = chosen == null ? TieRule.PROPORTIONAL : chosen;
    try (BidFile bids = BidFile.open(file, source())) {
      int answers = 0;
      while (bids.hasNext() && !System.out.checkError()) {
        print(answers++, ties, bids.next(ties));
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

  private void print(int before, TieRule ties, BidFile.Case market) {
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
