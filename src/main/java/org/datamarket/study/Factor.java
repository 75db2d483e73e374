package org.datamarket.study;

import java.util.List;

/** What varies in a study, and how. Immutable. */
interface Factor {
  /** Its name: a path into the model, or a name of one's own for named levels. */
  String name();

  /** Its levels, in order; empty if it is a continuum. */
  List<Setting> levels();

  /**
   * The level at a place in the unit interval: levels take equal parts of it, a range is even on its
   * scale, a distribution gives its quantile.
   *
   * @param place above 0 and below 1
   */
  Setting at(double place);

  /** Some levels that show what it can be, ends included, for checks before anything is run. */
  List<Setting> samples();
}
