package org.datamarket.study.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.ModelFile;
import org.datamarket.study.Measure;
import org.datamarket.study.Point;
import org.datamarket.study.Replications;
import org.datamarket.study.RunSeeds;
import org.datamarket.study.Setting;
import org.datamarket.study.Study;
import org.datamarket.study.StudyRunner;

/**
 * A study as its file defines it.
 *
 * @param design the names of its factors, and its points
 * @param effective the study with everything filled in
 * @param places where its levels stand
 */
record StudyDefinition(
    String description,
    long seed,
    List<String> commonRandomNumbers,
    List<Measure> measures,
    List<String> series,
    Replications replications,
    StudyPoints design,
    ModelFile model,
    Optional<Path> modelFile,
    StudyRunner runner,
    EffectiveStudy effective,
    LevelPlaces places)
    implements Study {
  /** Copies the lists. */
  StudyDefinition {
    commonRandomNumbers = List.copyOf(commonRandomNumbers);
    measures = List.copyOf(measures);
    series = List.copyOf(series);
  }

  @Override
  public String name() {
    return effective.name();
  }

  @Override
  public List<String> factors() {
    return design.names();
  }

  @Override
  public List<Point> points() {
    return design.points();
  }

  @Override
  public long seedOf(Point point, int replication) {
    return RunSeeds.seed(seed, point.canonical(commonRandomNumbers), replication);
  }

  @Override
  public String effectiveYaml() {
    return effective.yaml();
  }

  @Override
  public List<Path> inputs() {
    return design.table().map(StudyPoints.Lines::file).stream().toList();
  }

  @Override
  public ModelFile modelAt(List<Setting> settings) throws UserMistake {
    return runner.model(settings);
  }

  @Override
  public String place(Point point) {
    return places.ofMistake(point);
  }
}
