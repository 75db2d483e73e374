package org.datamarket.study.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.Table;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.document.YamlReader;
import org.datamarket.model.file.ModelFile;
import org.datamarket.study.Factor;
import org.datamarket.study.Point;
import org.datamarket.study.Setting;
import org.datamarket.study.Settings;

/**
 * The points of a CSV file: a column for each factor, which is a path into the model, or the name
 * of a factor with named levels.
 */
final class PointTable {
  /** A table may be large, and wrong in every row. */
  private static final int MOST_MISTAKES = 1_000;

  private final ModelFile base;
  private final Map<String, Factor> named = new HashMap<>();
  private final List<Point> points = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();
  private final Map<String, Position> seen = new HashMap<>();
  private final Map<String, Mistake> mistakes = new LinkedHashMap<>();
  private Path file = Path.of("");
  private List<String> columns = List.of();

  /**
   * @param named factors with named levels, which the file must have as columns
   */
  PointTable(ModelFile base, List<Factor> named) {
    this.base = base;
    named.forEach(factor -> this.named.put(factor.name(), factor));
  }

  /**
   * Reads a file; what it has is told by the other methods then.
   *
   * @throws UserMistake with the mistakes in its rows, up to a thousand
   */
  PointTable read(Position from, Path path) throws UserMistake {
    file = path;
    Table table = Table.open(from, file, file.toString());
    columns = table.columns();
    for (String name : named.keySet()) {
      if (!columns.contains(name)) {
        throw new Mistake(
            new Position.InRow(file.toString(), 1),
            "column " + Words.quoted(name) + " is missing; expected one for each factor");
      }
    }
    table.forEach(this::row);
    refuseMistakes();
    if (points.isEmpty()) {
      throw new Mistake(
          new Position.InFile(file.toString()), "has no points; expected a row for each");
    }
    return this;
  }

  private void refuseMistakes() throws UserMistake {
    if (!mistakes.isEmpty()) {
      throw new UserMistake(List.copyOf(mistakes.values()));
    }
  }

  private void row(Table.Row row) {
    if (mistakes.size() >= MOST_MISTAKES) {
      return;
    }
    List<Setting> settings = new ArrayList<>();
    for (String column : columns) {
      try {
        settings.add(setting(row, column));
      } catch (Mistake mistake) {
        add(mistake);
      }
    }
    if (settings.size() < columns.size()) {
      return;
    }
    Point point = new Point(points.size() + 1, settings);
    Position first = seen.putIfAbsent(point.canonical(List.of()), row.position());
    if (first != null) {
      add(new Mistake(row.position(), "is the same point as " + first + "; expected it once"));
    }
    points.add(point);
    lines.add(row.line());
  }

  private void add(Mistake mistake) {
    mistakes.putIfAbsent(mistake.getMessage(), mistake);
  }

  private Setting setting(Table.Row row, String column) {
    Node.Scalar cell =
        row.cell(column)
            .orElseThrow(
                () ->
                    new Mistake(
                        row.position(),
                        "column " + Words.quoted(column) + " is empty; expected a level"));
    return named.containsKey(column) ? level(column, cell) : value(column, cell);
  }

  private Setting level(String factor, Node.Scalar cell) {
    List<Setting> levels = named.get(factor).levels();
    return levels.stream()
        .filter(level -> level.level().equals(cell.text()))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> names = levels.stream().map(Setting::level).toList();
              return new Mistake(
                  cell.position(),
                  "unknown level "
                      + cell.inWords()
                      + "; expected "
                      + Words.oneOf(names)
                      + Words.didYouMean(cell.text(), names));
            });
  }

  private Setting value(String path, Node.Scalar cell) {
    Setting setting = Settings.value(path, YamlReader.value(cell.position(), cell.text()));
    try {
      base.checkSettings(setting.overrides());
    } catch (Mistake mistake) {
      throw new Mistake(mistake.isUnknownKey() ? header(path) : cell.position(), mistake.what());
    }
    return setting;
  }

  private Position header(String column) {
    return new Position.InCell(file.toString(), 1, column);
  }

  /** The factors, in the order of the columns. */
  List<String> columns() {
    return columns;
  }

  /** The line of each point. */
  List<Long> lines() {
    return List.copyOf(lines);
  }

  List<Point> points() {
    return List.copyOf(points);
  }
}
