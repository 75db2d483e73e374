package org.datamarket.study;

import java.util.List;

/** What varies in a study, and how. Immutable. */
public interface Factor {
  /** Its name: a path into the model, or a name of one's own for named levels. */
  String name();

  /** Its levels, in order; empty if it is a continuum. */
  List<Setting> levels();

  /**
   * The level at a place in the unit interval: levels take equal parts of it, a range is even on
   * its scale, a distribution gives its quantile.
   *
   * @param place above 0 and below 1
   */
  Setting at(double place);

  /**
   * The level so far across: the first level or the lower end at 0, the last or the upper end at 1,
   * whole levels to the nearest between. A distribution is cut off at its 0.5 % and 99.5 %
   * quantiles, for it may have no ends.
   *
   * @param share from 0 to 1
   */
  Setting across(double share);

  /** Some levels that show what it can be, ends included, for checks before anything is run. */
  List<Setting> samples();
}
