package org.datamarket.gui.inspect;

import static org.datamarket.gui.inspect.RowTable.number;
import static org.datamarket.gui.inspect.RowTable.text;

import java.util.List;
import javax.swing.JTable;
import org.datamarket.explain.Delivery;
import org.datamarket.output.Figures;

/** Who has how much from whom where a mechanism has cleared the market once, in a table. */
final class DeliveriesTable {
  private final RowTable<Delivery> rows;

  /**
   * An empty table.
   *
   * @param other what the others are
   * @param currency the label of money
   */
  DeliveriesTable(String other, String currency) {
    rows =
        new RowTable<>(
            List.of(
                text(other, Delivery::other, 140),
                number("quantity (GB)", row -> Figures.of(row.quantity())),
                number(
                    "price of a unit (%s/GB)".formatted(currency),
                    row -> Figures.of(row.unitPrice())),
                number("paid (%s)".formatted(currency), row -> Figures.of(row.cost()))));
  }

  /** A table that shows the deliveries. */
  JTable table() {
    return rows.table();
  }

  /** Shows deliveries. */
  void show(List<Delivery> deliveries) {
    rows.show(deliveries);
  }
}
