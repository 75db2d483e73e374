package org.datamarket.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datamarket.analysis.RunResult;
import org.datamarket.document.UserMistake;
import org.datamarket.figure.Step;
import org.datamarket.figure.SupplyDemand;
import org.datamarket.market.Valuation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.ClaimScore;
import org.datamarket.output.EffectiveModel;
import org.datamarket.output.RunTables;
import org.datamarket.output.Summary;

/**
 * What the report on a run is made from: the same from the result at hand and from the folder that
 * it was written to.
 *
 * @param summary by key: texts, numbers, flags and nulls
 * @param claims none in folders that were written before there were claims
 * @param valuations the buyers'; none where a folder's model cannot be drawn again
 */
record RunData(
    Map<String, Object> summary,
    RunTable rounds,
    RunTable buyers,
    RunTable sellers,
    RunTable bids,
    Optional<RunTable> claims,
    Optional<List<Valuation>> valuations) {
  private static final String ROUNDS = "rounds.csv";
  private static final String BUYERS = "buyers.csv";
  private static final String SELLERS = "sellers.csv";
  private static final String BIDS = "bids.csv";
  private static final String CLAIMS = "claims.csv";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static RunData of(RunResult result, List<ClaimScore> claims) {
    return new RunData(
        Summary.of(result),
        ResultTable.of(RunTables.named(ROUNDS), result),
        ResultTable.of(RunTables.named(BUYERS), result),
        ResultTable.of(RunTables.named(SELLERS), result),
        ResultTable.of(RunTables.named(BIDS), result),
        Optional.of(ResultTable.of(RunTables.ofClaims(), claims)),
        Optional.of(valuations(result.model().buyers())));
  }

  /**
   * Reads a folder.
   *
   * @throws DamagedException if a file there is not as a run writes it
   * @throws IOException if one cannot be read
   */
  static RunData read(Path folder) throws IOException {
    Map<String, Object> summary = summary(folder.resolve(Summary.FILE));
    RunTable rounds = ReadTable.read(folder.resolve(ROUNDS));
    RunTable buyers = ReadTable.read(folder.resolve(BUYERS));
    return new RunData(
        summary,
        rounds,
        buyers,
        ReadTable.read(folder.resolve(SELLERS)),
        ReadTable.read(folder.resolve(BIDS)),
        claims(folder.resolve(CLAIMS)),
        drawn(folder.resolve(EffectiveModel.FILE), buyers));
  }

  private static Optional<RunTable> claims(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(ReadTable.read(file)) : Optional.empty();
  }

  private static Map<String, Object> summary(Path file) throws IOException {
    JsonNode summary;
    try {
      summary = JSON.readTree(file.toFile());
    } catch (JsonProcessingException broken) {
      throw new DamagedException(file, "is not JSON: " + broken.getOriginalMessage());
    }
    if (!summary.hasNonNull("status") || !summary.hasNonNull("rounds")) {
      throw new DamagedException(file, "is not the summary of a run");
    }
    return JSON.convertValue(summary, new TypeReference<>() {});
  }

  private static List<Valuation> valuations(List<BuyerSpec> buyers) {
    return buyers.stream().map(BuyerSpec::valuation).toList();
  }

  /**
   * The valuations of a model's buyers, if it can be drawn and these are the buyers of the table.
   */
  private static Optional<List<Valuation>> drawn(Path model, RunTable table) throws IOException {
    try {
      List<BuyerSpec> buyers = ModelFile.read(model, List.of()).draw().buyers();
      return buyers.stream().map(BuyerSpec::id).toList().equals(ids(table))
          ? Optional.of(valuations(buyers))
          : Optional.empty();
    } catch (UserMistake notOfThisProgram) {
      return Optional.empty();
    }
  }

  private static List<String> ids(RunTable agents) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int k = 0; k < agents.size(); k++) {
      ids.add(agents.text(k, "id"));
    }
    return ids;
  }

  /** A number of the summary; NaN where there is none. */
  double number(String key) {
    return summary.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** A whole number of the summary; 0 where there is none. */
  int count(String key) {
    return summary.get(key) instanceof Number number ? number.intValue() : 0;
  }

  /** A text of the summary; empty where there is none. */
  String text(String key) {
    return summary.get(key) == null ? "" : summary.get(key).toString();
  }

  /** Supply and demand at the end. */
  SupplyDemand supplyDemand() throws IOException {
    return SupplyDemand.of(
        valuations,
        steps(bids, "quantity", "price"),
        steps(sellers, "quantity", "final_reserve"),
        steps(sellers, "quantity", "reserve"),
        steps(sellers, "sold", "clearing"));
  }

  private static List<Step> steps(RunTable table, String quantity, String price)
      throws IOException {
    List<Step> steps = new ArrayList<>();
    for (int k = 0; k < table.size(); k++) {
      steps.add(new Step(table.numberOrZero(k, quantity), table.number(k, price)));
    }
    return steps;
  }
}
