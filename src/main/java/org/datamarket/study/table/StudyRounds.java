package org.datamarket.study.table;

import java.io.IOException;
import java.util.List;
import org.datamarket.document.UserMistake;
import org.datamarket.study.Series;

/** The rounds of a study's runs, gone through as often as need be, never kept. */
public interface StudyRounds {
  /** Is told of each round. */
  @FunctionalInterface
  interface Reader {
    /**
     * A round; those of a run come one after another, from 1.
     *
     * @param run the place of the run's row, from 0
     * @param values of the series, in order; NaN where there is none; used again for the next round
     */
    void round(int run, int round, double[] values);
  }

  /** What is kept of each round, in order. */
  List<Series> series();

  /**
   * Goes through all rounds.
   *
   * @throws UserMistake if what they are read from is damaged, or is about other runs
   */
  void read(Reader reader) throws IOException, UserMistake;
}
