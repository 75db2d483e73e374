package org.datamarket.figure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.explain.RankingMoment;

/**
 * How a buyer ranked the sellers in its reach over the rounds: a row for each seller, a column for
 * each moment.
 *
 * @param rows the sellers, the one that was ranked best on average first
 * @param reach how many sellers the buyer sees, those without a row among them
 * @param deepest the deepest rank in any row; 0 if nobody was ranked
 * @param moments what the columns stand for, in the order of rounds
 */
public record RankingHistory(List<Row> rows, int reach, int deepest, List<RankingMoment> moments) {

  /** How many sellers have a row at most. */
  public static final int MOST_ROWS = 40;

  /** What a seller was to the buyer. */
  public enum Standing {
    /** It had nothing for the buyer. */
    UNRANKED,
    /** It was ranked, but not asked. */
    RANKED,
    /** It was in the pool. */
    POOL,
    /** It was j*, the last of the pool. */
    MARGINAL
  }

  /**
   * A seller at a moment.
   *
   * @param rank its place in ℓ_i, 1 for the first; 0 if it was not ranked
   */
  public record Cell(int rank, Standing standing) {
    private static final Cell NOTHING = new Cell(0, Standing.UNRANKED);
  }

  /** A seller, by its id, with a cell for each moment. */
  public record Row(String seller, List<Cell> cells) {
    /** Copies the cells. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** Copies the lists. */
  public RankingHistory {
    rows = List.copyOf(rows);
    moments = List.copyOf(moments);
  }

  /**
   * The history of a buyer. If more sellers were ranked than have room, those stay that were in the
   * pool most often; among others, those that were ranked best at any time.
   *
   * @param moments in the order of rounds
   */
  public static RankingHistory of(List<RankingMoment> moments) {
    Map<String, Standings> sellers = new LinkedHashMap<>();
    for (int k = 0; k < moments.size(); k++) {
      note(moments.get(k), k, moments.size(), sellers);
    }
    List<Row> rows =
        sellers.values().stream()
            .sorted(
                Comparator.comparingInt(Standings::inPool)
                    .reversed()
                    .thenComparing(Standings::best))
            .limit(MOST_ROWS)
            .sorted(Comparator.comparingDouble(Standings::mean))
            .map(seller -> new Row(seller.id, List.of(seller.cells)))
            .toList();
    int deepest =
        rows.stream().flatMap(row -> row.cells().stream()).mapToInt(Cell::rank).max().orElse(0);
    int reach = moments.isEmpty() ? 0 : moments.get(moments.size() - 1).reach();
    return new RankingHistory(rows, reach, deepest, moments);
  }

  /** How many sellers in the buyer's reach have no row: never ranked, or less well. */
  public int leftOut() {
    return Math.max(0, reach - rows.size());
  }

  private static void note(
      RankingMoment moment, int column, int columns, Map<String, Standings> sellers) {
    for (int k = 0; k < moment.ranked().size(); k++) {
      String id = moment.ranked().get(k);
      sellers.computeIfAbsent(id, seller -> new Standings(seller, columns, moment.reach()))
              .cells[column] =
          new Cell(k + 1, Standing.RANKED);
    }
    for (String id : moment.pool()) {
      mark(sellers.get(id), column, Standing.POOL);
    }
    moment.marginal().ifPresent(id -> mark(sellers.get(id), column, Standing.MARGINAL));
  }

  private static void mark(Standings seller, int column, Standing standing) {
    seller.cells[column] = new Cell(seller.cells[column].rank(), standing);
  }

  /** What a seller was over all columns. */
  private static final class Standings {
    private final String id;
    private final int reach;
    private final Cell[] cells;

    Standings(String id, int columns, int reach) {
      this.id = id;
      this.reach = reach;
      this.cells = new Cell[columns];
      Arrays.fill(cells, Cell.NOTHING);
    }

    int inPool() {
      int count = 0;
      for (Cell cell : cells) {
        count += cell.standing().compareTo(Standing.POOL) >= 0 ? 1 : 0;
      }
      return count;
    }

    int best() {
      int best = Integer.MAX_VALUE;
      for (Cell cell : cells) {
        best = cell.rank() > 0 ? Math.min(best, cell.rank()) : best;
      }
      return best;
    }

    /** The mean rank, where one without a rank comes after all in reach. */
    double mean() {
      double sum = 0;
      for (Cell cell : cells) {
        sum += cell.rank() > 0 ? cell.rank() : reach + 1;
      }
      return sum / cells.length;
    }
  }
}
