package org.datamarket.study.file;

import java.util.List;
import java.util.Optional;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.UserMistake;
import org.datamarket.study.Point;
import org.datamarket.study.Setting;
import org.datamarket.study.Settings;
import org.datamarket.study.StudyRunner;

/**
 * Where levels stand in a study's files.
 *
 * @param factors as the study file describes them
 * @param points with the table of points, if there is one
 * @param runner knows the model of each point
 */
record LevelPlaces(StudyFactors factors, StudyPoints points, StudyRunner runner) {

  /** Where that level of a point stands that makes its model wrong, or else its last. */
  String ofMistake(Point point) {
    List<Setting> settings = point.settings();
    Optional<Mistake> mistake = mistake(settings);
    return settings.stream()
        .filter(setting -> isAbout(mistake, setting))
        .findFirst()
        .or(() -> settings.stream().filter(this::isWrongAlone).findFirst())
        .or(() -> settings.stream().reduce((first, second) -> second))
        .map(setting -> place(point, setting, mistake).toString())
        .orElse(factors.file().toString());
  }

  /** What is wrong with the model of a point, if that is seen before a draw. */
  private Optional<Mistake> mistake(List<Setting> settings) {
    try {
      runner.model(settings);
      return Optional.empty();
    } catch (UserMistake wrong) {
      return Optional.of(wrong.first());
    }
  }

  private static boolean isAbout(Optional<Mistake> mistake, Setting setting) {
    return mistake.filter(wrong -> StudyRunner.isAbout(wrong, setting)).isPresent();
  }

  private boolean isWrongAlone(Setting setting) {
    try {
      factors.base().with(setting.overrides());
      return false;
    } catch (UserMistake wrong) {
      return true;
    }
  }

  private Position place(Point point, Setting setting, Optional<Mistake> mistake) {
    if (points.table().isPresent()) {
      return points.table().get().cell(point, setting.factor());
    }
    DescribedFactor factor = factors.described(setting.factor()).orElseThrow();
    return placeOfNamed(factor, setting, mistake)
        .or(() -> placeInList(factor, setting))
        .orElse(factor.position());
  }

  /** Where the value of a named level stands that a mistake is about, or else the level. */
  private static Optional<Position> placeOfNamed(
      DescribedFactor factor, Setting setting, Optional<Mistake> mistake) {
    Optional<NamedLevel> level =
        factor.namedLevels().stream()
            .filter(named -> named.name().equals(setting.level()))
            .findFirst();
    return level.stream()
        .flatMap(named -> named.values().entries().stream())
        .filter(entry -> isAbout(mistake, Settings.value(entry.key(), entry.value())))
        .map(Node.Entry::keyPosition)
        .findFirst()
        .or(() -> level.map(NamedLevel::position));
  }

  private static Optional<Position> placeInList(DescribedFactor factor, Setting setting) {
    return factor.listedLevels().stream()
        .filter(item -> Settings.value(factor.name(), item).equals(setting))
        .map(Node::position)
        .findFirst();
  }
}
