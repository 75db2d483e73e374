package org.datamarket.study.plan;

import java.util.List;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Codec;
import org.datamarket.study.sweep.Engine.Finished;

/**
 * How many bytes the files of a study will have, roughly.
 *
 * @param hasReport whether there will be a report, which a shard never has
 */
record FolderSize(Study study, Shard shard, boolean hasReport) {
  /** What a line of the journal and of the table of runs has beside levels and measures. */
  private static final int OTHER_BYTES = 200;

  /** The study, its model and the manifest. */
  private static final int OTHER_FILES_BYTES = 3_000;

  /** What the table of points has of a measure: four numbers, and their names in its header. */
  private static final int SUMMARY_BYTES = 80;

  /** A report without a run. */
  private static final int REPORT_BYTES = 397_000;

  /** A number in a report. */
  private static final int REPORT_VALUE_BYTES = 12;

  /** The most numbers that a report has. */
  private static final int REPORT_VALUES = 120_000;

  /**
   * The size of the whole folder.
   *
   * @param tried runs of average length; one at least
   * @param runs how many there will be
   */
  double bytes(List<Finished> tried, double runs) {
    double perRun = tried.stream().mapToDouble(FolderSize::bytes).average().orElseThrow();
    return OTHER_FILES_BYTES + perRun * runs + summaryBytes() + reportBytes(runs);
  }

  private static double bytes(Finished run) {
    int levels = run.spec().settings().stream().mapToInt(s -> s.level().length() + 1).sum();
    int rounds =
        run.outcome().rounds().stream()
            .mapToInt(round -> String.join(",", round).length() + 12)
            .sum();
    return OTHER_BYTES
        + run.spec().key().length()
        + Codec.encode(run.outcome()).length()
        + levels
        + String.join(",", run.outcome().measures()).length()
        + rounds;
  }

  private double summaryBytes() {
    double rows = 1.0 + study.points().size();
    return shard.isWhole() ? rows * study.measures().size() * SUMMARY_BYTES : 0;
  }

  /** The page with the report has all measures of all runs, up to a bound. */
  private double reportBytes(double runs) {
    double values = Math.min(REPORT_VALUES, runs * study.measures().size());
    return hasReport && shard.isWhole() ? REPORT_BYTES + REPORT_VALUE_BYTES * values : 0;
  }
}
