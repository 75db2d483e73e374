package org.datamarket.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.datamarket.cli.console.Counted;
import org.datamarket.cli.console.TimeSpan;
import org.datamarket.document.Words;
import org.datamarket.study.Point;
import org.datamarket.study.Replications;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.plan.Estimate;
import org.datamarket.study.plan.PointMistakes;
import org.datamarket.study.sweep.Engine.EngineException;

/**
 * Looks at a study without making it: how many runs it has, the mistakes in its points, and, from a
 * few runs, how long it will take and how much room its files.
 */
record DryRun(Study study, Shard shard, int threads, Path folder, boolean hasReport) {
  private static final int MOST_MISTAKES = 20;
  private static final int POINTS_SHOWN = 3;

  int call() throws InterruptedException, EngineException {
    SortedMap<Integer, String> mistakes = PointMistakes.of(study, threads);
    if (!mistakes.isEmpty()) {
      print(mistakes);
      return ExitCode.MISTAKE;
    }
    describe();
    Optional<Estimate> estimate = Estimate.of(study, shard, hasReport);
    System.out.println(estimate.map(this::inWords).orElseGet(DryRun::noEstimate));
    return ExitCode.DONE;
  }

  /** A line for each mistake: many points may have the same one. */
  private void print(SortedMap<Integer, String> mistakes) {
    Map<String, List<Integer>> points = new LinkedHashMap<>();
    mistakes.forEach(
        (point, mistake) -> points.computeIfAbsent(mistake, m -> new ArrayList<>()).add(point));
    points.entrySet().stream()
        .limit(MOST_MISTAKES)
        .forEach(mistake -> print(mistake.getKey(), mistake.getValue()));
    if (points.size() > MOST_MISTAKES) {
      ErrorReport.print(
          "and %s".formatted(Counted.of(points.size() - MOST_MISTAKES, "more mistake")));
    }
  }

  private void print(String mistake, List<Integer> points) {
    Point first = study.points().get(points.get(0) - 1);
    int others = points.size() - 1;
    ErrorReport.print(
        Words.message(
            "%s: point %s%s: %s"
                .formatted(
                    study.place(first),
                    inWords(first),
                    others > 0 ? " and %s".formatted(Counted.of(others, "more point")) : "",
                    mistake)));
  }

  private static String inWords(Point point) {
    if (point.settings().isEmpty()) {
      return String.valueOf(point.number());
    }
    return point.settings().stream()
        .map(setting -> "%s = %s".formatted(setting.factor(), Words.shortened(setting.level())))
        .collect(Collectors.joining(", ", "%s (".formatted(point.number()), ")"));
  }

  private void describe() {
    int points = study.points().size();
    System.out.printf(
        "%s: %s, %s%n", study.name(), Counted.of(points, "point"), runs(study.replications()));
    for (Point point : study.points().subList(0, Math.min(points, POINTS_SHOWN))) {
      System.out.println("  point " + inWords(point));
    }
    if (points > POINTS_SHOWN) {
      System.out.println("  …");
    }
    System.out.println("There is no mistake in any point.");
  }

  private String runs(Replications replications) {
    long points = study.points().size();
    int least = replications.atLeast();
    int most = replications.atMost();
    return replications.isAdaptive()
        ? "%s to %s replications: %s to %s runs"
            .formatted(least, most, points * least, points * most)
        : "%s: %s".formatted(Counted.of(least, "replication"), Counted.of(points * least, "run"));
  }

  private static String noEstimate() {
    return "A run takes more than %s s: one was tried, and not waited for."
        .formatted(Estimate.PATIENCE.toSeconds());
  }

  private String inWords(Estimate estimate) {
    return "%s tried, %s s each: %s will take about %s on %s, and %s in %s%s."
        .formatted(
            estimate.tried() == 1 ? "1 run was" : "%s runs were".formatted(estimate.tried()),
            String.format(Locale.ROOT, "%.3g", estimate.secondsPerRun()),
            shard.isWhole() ? "the study" : "the shard",
            TimeSpan.inWords(estimate.seconds(threads)),
            Counted.of(threads, "thread"),
            size(estimate.bytes()),
            folder,
            study.replications().isAdaptive() ? ", or more if more replications are needed" : "");
  }

  private static String size(double bytes) {
    return bytes < 1e6
        ? String.format(Locale.ROOT, "%.0f kB", Math.max(1, bytes / 1e3))
        : bytes < 1e9
            ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
            : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
