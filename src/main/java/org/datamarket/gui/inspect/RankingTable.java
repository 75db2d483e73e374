package org.datamarket.gui.inspect;

import static org.datamarket.gui.inspect.RowTable.number;
import static org.datamarket.gui.inspect.RowTable.text;

import java.util.List;
import javax.swing.JTable;
import org.datamarket.explain.BuyerInsight;
import org.datamarket.output.Figures;

/** The sellers in a buyer's reach as it ranks them, in a table. */
public final class RankingTable {
  private final RowTable<BuyerInsight.Rank> rows;

  /**
   * An empty table.
   *
   * @param currency the label of money
   */
  public RankingTable(String currency) {
    rows =
        new RowTable<>(
            List.of(
                number("rank", row -> row.rank() == 0 ? "–" : String.valueOf(row.rank())),
                text("seller", BuyerInsight.Rank::seller, 90),
                number("residual (GB)", row -> Figures.of(row.residual())),
                number("reserve (%s/GB)".formatted(currency), row -> Figures.of(row.reserve())),
                number("pool gives (GB)", row -> Figures.of(row.poolGives())),
                number("asked (GB)", row -> row.inPool() ? Figures.of(row.asked()) : "–"),
                text("standing", BuyerInsight.Rank::standing, 210)));
  }

  /** A table that shows the ranking. */
  public JTable table() {
    return rows.table();
  }

  /** Shows the ranking of a buyer. */
  public void show(BuyerInsight insight) {
    rows.show(insight.ranking().rows());
  }
}
