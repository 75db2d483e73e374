package org.datamarket.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.analysis.RunResult;
import org.datamarket.output.Column;
import org.datamarket.output.RowTable;

/**
 * A table of a result at hand, as its file will have it.
 *
 * @param columns by name
 * @param rows in order
 */
record ResultTable<R>(Map<String, Column<R>> columns, List<R> rows) implements RunTable {
  static <R> ResultTable<R> of(RowTable<R> table, RunResult result) {
    return of(table.columns(), table.rows().apply(result).toList());
  }

  static <R> ResultTable<R> of(List<Column<R>> all, List<R> rows) {
    Map<String, Column<R>> columns = new HashMap<>();
    all.forEach(column -> columns.put(column.name(), column));
    return new ResultTable<>(columns, rows);
  }

  private Object value(int row, String column) {
    return columns.get(column).value().apply(rows.get(row));
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public String text(int row, String column) {
    return columns.get(column).cell(rows.get(row));
  }

  @Override
  public double number(int row, String column) {
    Object value = value(row, column);
    if (value instanceof String cell && !cell.isEmpty()) {
      return Double.parseDouble(cell);
    }
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
