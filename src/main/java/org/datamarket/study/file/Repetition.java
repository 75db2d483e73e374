package org.datamarket.study.file;

import java.util.List;
import org.datamarket.document.Mistake;
import org.datamarket.document.Numbers;
import org.datamarket.document.Words;
import org.datamarket.document.type.Fields;
import org.datamarket.study.Replications;

/** How often each point is run, as a study file says it. */
sealed interface Repetition {

  /**
   * What that is in a study.
   *
   * @param measures the names of what the study keeps
   * @throws Mistake if it depends on a measure that is not among them, or on numbers that
   *     contradict each other
   */
  Replications among(List<String> measures);

  /** Always as often. */
  record Fixed(long number) implements Repetition {
    @Override
    public Replications among(List<String> measures) {
      return Replications.fixed(Math.toIntExact(number));
    }
  }

  /** Until a measure is known well enough. */
  record Adaptive(Fields adaptive) implements Repetition {
    @Override
    public Replications among(List<String> measures) {
      int least = adaptive.get(StudyFormat.AT_LEAST).intValue();
      int most = adaptive.get(StudyFormat.AT_MOST).intValue();
      if (most < least) {
        throw Numbers.wrong(
            StudyFormat.AT_MOST.key(),
            adaptive.node(StudyFormat.AT_MOST),
            "",
            "at least at-least, which is %s".formatted(least));
      }
      Fields until = adaptive.get(StudyFormat.UNTIL);
      String measure = until.get(StudyFormat.UNTIL_MEASURE);
      if (!measures.contains(measure)) {
        throw new Mistake(
            until.position(StudyFormat.UNTIL_MEASURE),
            "measure is %s; expected %s%s"
                .formatted(measure, Words.oneOf(measures), Words.didYouMean(measure, measures)));
      }
      return Replications.until(least, most, measure, until.get(StudyFormat.WITHIN));
    }
  }
}
