package org.datamarket.study.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.datamarket.document.Position;
import org.datamarket.study.Point;
import org.datamarket.study.Setting;

/**
 * The points of a study.
 *
 * @param names of the factors, in the order of each point's settings
 * @param points in the design's order
 * @param table the one in which they stand, if they do
 */
record StudyPoints(List<String> names, List<Point> points, Optional<Lines> table) {
  /** Copies the lists. */
  StudyPoints {
    names = List.copyOf(names);
    points = List.copyOf(points);
  }

  /**
   * A table of points.
   *
   * @param numbers the line of each point
   */
  record Lines(Path file, List<Long> numbers) {
    /** The head of a column. */
    Position head(String column) {
      return new Position.InCell(file.toString(), 1, column);
    }

    /** The cell of a point. */
    Position cell(Point point, String column) {
      return new Position.InCell(file.toString(), numbers.get(point.number() - 1), column);
    }
  }

  /**
   * So many points.
   *
   * @param settings of each point, by its place from 0
   */
  static StudyPoints of(List<String> names, int count, IntFunction<List<Setting>> settings) {
    List<Point> points = new ArrayList<>();
    for (int place = 0; place < count; place++) {
      points.add(new Point(place + 1, settings.apply(place)));
    }
    return new StudyPoints(names, points, Optional.empty());
  }
}
