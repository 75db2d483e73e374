package org.datamarket.study.file;

import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.random.RandomStreams;
import org.datamarket.study.Factor;
import org.datamarket.study.design.UnitDesign;

/**
 * Points that are spread over what the factors can be.
 *
 * @param kind what the design is called
 * @param position where it stands
 * @param design of points in the unit hypercube
 * @param mostFactors how many factors it can have
 * @param count how many points there are
 */
record SpreadPoints(String kind, Position position, UnitDesign design, int mostFactors, int count)
    implements StudyDesign {

  @Override
  public StudyPoints points(StudyFactors of) {
    if (of.count() == 0 || of.count() > mostFactors) {
      throw new Mistake(
          position,
          "a %s design of %s factors; expected one factor or more%s"
              .formatted(kind, of.count(), of.count() == 0 ? "" : ", but at most " + mostFactors));
    }
    double[][] points = design.points(count, of.count(), new RandomStreams(of.seed()));
    return StudyPoints.of(
        of.names(), points.length, place -> of.settings(points[place], Factor::at));
  }
}
