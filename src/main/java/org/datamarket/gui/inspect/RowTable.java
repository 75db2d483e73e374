package org.datamarket.gui.inspect;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Insets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;

/** A table of rows that is read, not written. */
public final class RowTable<R> extends AbstractTableModel {
  private static final long serialVersionUID = 1;

  private static final int GAP = 8;
  private static final int CELL_BORDER = 1;

  private final transient List<Column<R>> columns;
  private final transient Predicate<R> isBold;
  private transient List<R> rows = List.of();

  /**
   * A column: its heading, a row's text, whether that is a number, and how wide it is by
   * preference.
   */
  public record Column<R>(String heading, Function<R, String> text, boolean number, int width) {}

  /** An empty table. */
  public RowTable(List<Column<R>> columns) {
    this(columns, row -> false);
  }

  /**
   * An empty table.
   *
   * @param isBold which rows stand out
   */
  public RowTable(List<Column<R>> columns, Predicate<R> isBold) {
    this.columns = List.copyOf(columns);
    this.isBold = isBold;
  }

  /** The cells of a column: bold where their row stands out. */
  private final class Cells extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1;

    Cells(int side) {
      setHorizontalAlignment(side);
    }

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focus, int row, int column) {
      Component cell =
          super.getTableCellRendererComponent(table, value, selected, focus, row, column);
      if (isBold.test(rows.get(row))) {
        cell.setFont(cell.getFont().deriveFont(Font.BOLD));
      }
      return cell;
    }
  }

  /** A column of numbers. */
  public static <R> Column<R> number(String heading, Function<R, String> text) {
    return new Column<>(heading, text, true, 40);
  }

  /** A column of texts. */
  public static <R> Column<R> text(String heading, Function<R, String> text, int width) {
    return new Column<>(heading, text, false, width);
  }

  /** Shows other rows. */
  public void show(List<R> newRows) {
    if (!newRows.equals(rows)) {
      rows = List.copyOf(newRows);
      fireTableDataChanged();
    }
  }

  /** A table that shows this. */
  public JTable table() {
    JTable table = new JTable(this);
    table.setFillsViewportHeight(true);
    table.setIntercellSpacing(new Dimension(2 * GAP, 1));
    table.setShowVerticalLines(false);
    table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() + 4);
    TableCellRenderer headings = table.getTableHeader().getDefaultRenderer();
    for (int k = 0; k < columns.size(); k++) {
      int side = columns.get(k).number() ? SwingConstants.RIGHT : SwingConstants.LEFT;
      table.getColumnModel().getColumn(k).setCellRenderer(new Cells(side));
      int least =
          table.getFontMetrics(table.getTableHeader().getFont()).stringWidth(getColumnName(k));
      table
          .getColumnModel()
          .getColumn(k)
          .setPreferredWidth(Math.max(columns.get(k).width(), least + 4 * GAP));
      table
          .getColumnModel()
          .getColumn(k)
          .setHeaderRenderer(
              (t, value, selected, focus, row, column) ->
                  aligned(
                      headings.getTableCellRendererComponent(
                          t, value, selected, focus, row, column),
                      side));
    }
    return table;
  }

  /** A heading whose text begins and ends where that of the cells below it does. */
  private static Component aligned(Component heading, int side) {
    if (heading instanceof DefaultTableCellRenderer label) {
      Insets own = label.getInsets();
      int left = Math.max(0, GAP + CELL_BORDER - own.left);
      int right = Math.max(0, GAP + CELL_BORDER - own.right);
      label.setHorizontalAlignment(side);
      label.setBorder(
          BorderFactory.createCompoundBorder(
              label.getBorder(), BorderFactory.createEmptyBorder(0, left, 0, right)));
    }
    return heading;
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnName(int column) {
    return columns.get(column).heading();
  }

  @Override
  public Object getValueAt(int row, int column) {
    return columns.get(column).text().apply(rows.get(row));
  }
}
