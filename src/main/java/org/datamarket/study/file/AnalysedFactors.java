package org.datamarket.study.file;

import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.study.effects.SensitivityMethod;
import org.datamarket.study.sensitivity.SensitivityDesign;

/**
 * The points of a sensitivity analysis.
 *
 * @param method whose design it is
 * @param position where it stands
 * @param samples how many trajectories or blocks there are
 */
record AnalysedFactors(SensitivityMethod method, Position position, int samples)
    implements StudyDesign {

  @Override
  public StudyPoints points(StudyFactors of) {
    if (of.count() < SensitivityMethod.LEAST_FACTORS
        || of.count() > SensitivityMethod.MOST_FACTORS) {
      throw new Mistake(
          position,
          "a %s design of %s %s; expected %s to %s"
              .formatted(
                  method.kind(),
                  of.count(),
                  of.count() == 1 ? "factor" : "factors",
                  SensitivityMethod.LEAST_FACTORS,
                  SensitivityMethod.MOST_FACTORS));
    }
    int size = of.allowedSize(position, method.points(samples, of.count()));
    SensitivityDesign design = method.design(samples, of.count(), of.seed());
    return StudyPoints.of(
        of.names(), size, place -> of.settings(design.point(place), method::setting));
  }
}
