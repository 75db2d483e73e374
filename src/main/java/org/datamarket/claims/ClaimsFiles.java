package org.datamarket.claims;

import static org.datamarket.output.Column.Type.COUNT;
import static org.datamarket.output.Column.Type.FLAG;
import static org.datamarket.output.Column.Type.NUMBER;
import static org.datamarket.output.Column.Type.TEXT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.datamarket.claims.search.KnownShare;
import org.datamarket.io.Json;
import org.datamarket.io.WholeFile;
import org.datamarket.output.ClaimScore;
import org.datamarket.output.Column;
import org.datamarket.output.RowTable;
import org.datamarket.output.RunTables;
import org.datamarket.output.folder.Content;

/** The files of a scorecard: the scores as CSV and as JSON, and every case of a failure. */
public record ClaimsFiles(Scorecard card) implements Content {
  /** The scores, one row per claim. */
  public static final String SCORES = "claims.csv";

  /** The scores, one object. */
  public static final String JSON = "claims.json";

  /** The cases in which claims failed, one row per case. */
  public static final String CASES = "cases.csv";

  /** What is told of a case in which a claim failed. */
  public static final List<Column<Failure>> CASE_COLUMNS =
      List.of(
          column("claim", TEXT, "", "The claim", f -> f.subject().id()),
          column("seed", COUNT, "", "The seed of the run", f -> f.finding().place().seed()),
          column(
              "round",
              COUNT,
              "",
              "The round under way; at the end, the last",
              f -> (long) f.finding().place().round()),
          column(
              "at_end",
              FLAG,
              "",
              "Whether the run was over; otherwise a buyer was about to take its turn, or nobody"
                  + " had",
              f -> f.finding().place().atEnd()),
          column(
              "buyer",
              TEXT,
              "",
              "The buyer that was judged; empty for a claim on whole markets",
              f -> f.finding().place().buyer().isEmpty() ? null : f.finding().place().buyer()),
          column(
              "violation",
              NUMBER,
              "1",
              "By how much the claim failed, in unit",
              f -> f.finding().violation()),
          column(
              "unit",
              TEXT,
              "",
              "What violations of the claim are measured in",
              f -> f.subject().unit().isEmpty() ? null : f.subject().unit()),
          column(
              "evidence",
              TEXT,
              "",
              "What to look at",
              f -> f.finding().evidence().isEmpty() ? null : f.finding().evidence()));

  private static Column<Failure> column(
      String name, Column.Type type, String unit, String meaning, Function<Failure, Object> value) {
    return new Column<>(name, type, unit, meaning, value);
  }

  @Override
  public void writeTo(Path folder) throws IOException {
    RowTable.write(folder.resolve(SCORES), RunTables.ofClaims(), card.rows().stream());
    WholeFile.write(folder.resolve(JSON), json());
    RowTable.write(folder.resolve(CASES), CASE_COLUMNS, card.scores().failures().stream());
  }

  /** The text of {@value #JSON}. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("tried", card.heading());
    all.put("sample", card.sample());
    all.put("currency", card.currency());
    all.put("seeds", card.seeds());
    all.put("claims", card.rows().stream().map(ClaimsFiles::object).toList());
    if (!card.known().isEmpty()) {
      all.put("known_shares", card.known().stream().map(ClaimsFiles::object).toList());
    }
    return Json.text(all);
  }

  private static Map<String, Object> object(KnownShare share) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("claim", share.claim());
    object.put("over", share.over().isEmpty() ? null : share.over());
    object.put("cases", share.cases());
    object.put("failed", share.failed());
    object.put("share_failed", Json.finite(share.share()));
    object.put("known_percent", share.known());
    return object;
  }

  private static Map<String, Object> object(ClaimScore row) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (Column<ClaimScore> column : RunTables.ofClaims()) {
      object.put(column.name(), Json.finite(column.value().apply(row)));
    }
    return object;
  }
}
