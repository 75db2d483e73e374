package org.datamarket.study.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.UserMistake;
import org.datamarket.document.type.Fields;
import org.datamarket.model.file.ModelFile;
import org.datamarket.model.format.Format;
import org.datamarket.study.Factor;
import org.datamarket.study.Study;
import org.datamarket.study.StudyMeasures;
import org.datamarket.study.StudyRunner;

/**
 * Makes a study of what its file says: reads the base model, the factors, and the table of points
 * if there is one; and has the whole checked. Every level of every factor is checked against the
 * model by itself; what levels do to each other is seen when a point is run.
 *
 * @param file the study file
 * @param study what it says
 */
record StudyReader(Path file, Fields study) {

  /**
   * Reads the study.
   *
   * @throws org.datamarket.document.Mistake if it is wrong
   * @throws UserMistake if the model, levels of factors, or the table of points are wrong
   */
  Study read() throws UserMistake {
    BaseModel base = new BaseModel(file, study);
    ModelFile model = base.read();
    StudyFactors factors = factors(model);
    StudyPoints points = study.get(StudyFormat.DESIGN).points(factors);
    StudyChecks checks = new StudyChecks(study, factors, points);
    checks.refuseLostValues();
    List<String> measures = checks.measures();
    checks.refuseEqualColumns(measures);
    List<String> series = checks.names(StudyFormat.ROUNDS, StudyMeasures.seriesNames());
    List<String> common = checks.names(StudyFormat.COMMON, points.names());
    StudyRunner runner = runner(model, measures, series);
    return new StudyDefinition(
        study.get(StudyFormat.DESCRIPTION),
        factors.seed(),
        common,
        measures.stream().map(StudyMeasures::measure).toList(),
        series,
        study.get(StudyFormat.REPLICATIONS).among(measures),
        points,
        model,
        Optional.of(base.path()),
        runner,
        new EffectiveStudy(study, name(), points.table().map(StudyPoints.Lines::file)),
        new LevelPlaces(factors, points, runner));
  }

  private StudyFactors factors(ModelFile model) throws UserMistake {
    List<DescribedFactor> described = study.get(FactorFormat.FACTORS);
    List<Factor> factors = new FactorReader(model).read(described);
    return new StudyFactors(
        file,
        model,
        study.position(FactorFormat.FACTORS),
        described,
        factors,
        study.get(StudyFormat.SEED));
  }

  private StudyRunner runner(ModelFile model, List<String> measures, List<String> series) {
    Fields limits = study.get(StudyFormat.LIMITS);
    List<String> rounds =
        limits.find(StudyFormat.LIMIT_ROUNDS).stream()
            .map(most -> Format.ROUND_LIMIT.key() + "=" + most)
            .toList();
    return new StudyRunner(model, rounds, limits.find(StudyFormat.LIMIT_SECONDS), measures, series);
  }

  private String name() {
    return study.find(StudyFormat.NAME).orElseGet(this::nameOfFile);
  }

  private String nameOfFile() {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().replaceFirst("\\.(ya?ml|YA?ML)$", "");
    return name.isBlank() ? "study" : name;
  }
}
