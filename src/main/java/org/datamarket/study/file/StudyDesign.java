package org.datamarket.study.file;

import org.datamarket.document.UserMistake;

/** A design of a study file: which combinations of levels are run. */
interface StudyDesign {
  /** The most points of a design. */
  int MOST_POINTS = 10_000_000;

  /**
   * The points, in the design's order.
   *
   * @throws org.datamarket.document.Mistake if the factors do not suit the design, or there would
   *     be too many points
   * @throws UserMistake with all mistakes in a table of points
   */
  StudyPoints points(StudyFactors factors) throws UserMistake;
}
