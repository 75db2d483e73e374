package org.datamarket.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.analysis.RunResult;
import org.datamarket.io.WholeFile;
import org.datamarket.output.folder.Content;

/**
 * The tables of a run: the summary, the rounds, the buyers, the sellers, the final bids and, if
 * asked for, every accepted bid. The bytes depend on the result alone.
 *
 * @param traced whether the run kept a trace, which is written then
 * @param claims how claims fare at the end, which takes a moment to judge
 */
public record RunTables(RunResult result, boolean traced, List<ClaimScore> claims)
    implements Content {
  static final List<RowTable<?>> TABLES =
      List.of(
          RoundsTable.TABLE,
          BuyersTable.TABLE,
          SellersTable.TABLE,
          BidsTable.TABLE,
          ClaimsTable.TABLE,
          TraceTable.TABLE);

  /** What is told of each round, in the order of {@code rounds.csv}. */
  public static List<Column<RoundMeasures>> ofRounds() {
    return RoundsTable.TABLE.columns();
  }

  /** What is told of how a claim fared, in the order of {@code claims.csv}. */
  public static List<Column<ClaimScore>> ofClaims() {
    return ClaimsTable.COLUMNS;
  }

  /**
   * One of the tables.
   *
   * @param file its name
   */
  public static RowTable<?> named(String file) {
    return TABLES.stream().filter(table -> table.file().equals(file)).findFirst().orElseThrow();
  }

  /** Copies the list. */
  public RunTables {
    claims = List.copyOf(claims);
  }

  /** The tables of a run, with the trace or without. */
  public RunTables(RunResult result, boolean traced) {
    this(result, traced, claims(result));
  }

  /** The tables of a run, with the trace if it kept one. */
  public RunTables(RunResult result) {
    this(result, !result.trace().isEmpty());
  }

  /** How claims fare at the end of a run. */
  public static List<ClaimScore> claims(RunResult result) {
    return ClaimsTable.TABLE.rows().apply(result).toList();
  }

  @Override
  public void writeTo(Path folder) throws IOException {
    WholeFile.write(folder.resolve(Summary.FILE), Summary.json(result));
    for (RowTable<?> table : TABLES) {
      if (table == ClaimsTable.TABLE) {
        RowTable.write(folder.resolve(table.file()), ClaimsTable.COLUMNS, claims.stream());
      } else if (traced || table != TraceTable.TABLE) {
        table.write(folder, result);
      }
    }
  }
}
