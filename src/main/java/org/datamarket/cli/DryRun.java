package org.datamarket.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.study.Outcome;
import org.datamarket.study.Point;
import org.datamarket.study.Replications;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Runner;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Codec;
import org.datamarket.study.sweep.Engine;
import org.datamarket.study.sweep.Engine.EngineException;
import org.datamarket.study.sweep.Engine.Finished;
import org.datamarket.study.sweep.ThreadEngine;

/**
 * Looks at a study without making it: how many runs it has, the mistakes in its points, and, from a
 * few runs, how long it will take and how much room its files.
 */
final class DryRun {
  private static final int MOST_MISTAKES = 20;
  private static final int POINTS_SHOWN = 3;
  private static final int MOST_TRIED = 8;
  private static final long TRYING_NANOS = 5_000_000_000L;
  private static final Duration WAIT = Duration.ofMillis(20);

  /** What a line of the journal and of the table of runs has beside levels and measures. */
  private static final int OTHER_BYTES = 200;

  /** The study, its model and the manifest. */
  private static final int OTHER_FILES_BYTES = 3_000;

  /** What the table of points has of a measure: four numbers, and their names in its header. */
  private static final int SUMMARY_BYTES = 80;

  /** A report without a run, a number in it, and the most numbers that it has. */
  private static final int REPORT_BYTES = 397_000;
  private static final int REPORT_VALUE_BYTES = 12;
  private static final int REPORT_VALUES = 120_000;

  private final Study study;
  private final Shard shard;
  private final int threads;
  private final Path folder;
  private final boolean hasReport;

  DryRun(Study study, Shard shard, int threads, Path folder, boolean hasReport) {
    this.study = study;
    this.shard = shard;
    this.threads = threads;
    this.folder = folder;
    this.hasReport = hasReport && shard.isWhole();
  }

  int call() throws InterruptedException, EngineException {
    SortedMap<Integer, String> mistakes = mistakes();
    if (!mistakes.isEmpty()) {
      tell(mistakes);
      return ExitCode.MISTAKE;
    }
    describe();
    estimate();
    return ExitCode.DONE;
  }

  /** The mistakes by point: each point's model is read, and its market drawn, once. */
  private SortedMap<Integer, String> mistakes() throws InterruptedException, EngineException {
    SortedMap<Integer, String> mistakes = new TreeMap<>();
    List<RunSpec> specs = study.points().stream().map(point -> study.run(point, 1)).toList();
    try (Engine engine = new ThreadEngine(checking(), threads, "")) {
      engine.submit(specs);
      for (int left = specs.size(); left > 0; ) {
        Optional<Finished> finished = engine.next(WAIT);
        if (finished.isPresent()) {
          left--;
          if (finished.get().outcome().isError()) {
            mistakes.put(finished.get().spec().point(), finished.get().outcome().error());
          }
        }
      }
    }
    return mistakes;
  }

  private Runner checking() {
    return spec -> {
      try {
        study.market(spec);
        return new Outcome("", "", List.of(), List.of());
      } catch (UserMistake mistake) {
        return new Outcome(Outcome.ERROR, mistake.getMessage(), List.of(), List.of());
      }
    };
  }

  /** A line for each mistake: many points may have the same one. */
  private void tell(SortedMap<Integer, String> mistakes) {
    Map<String, List<Integer>> points = new LinkedHashMap<>();
    mistakes.forEach(
        (point, mistake) -> points.computeIfAbsent(mistake, m -> new ArrayList<>()).add(point));
    points.entrySet().stream()
        .limit(MOST_MISTAKES)
        .forEach(mistake -> tell(mistake.getKey(), mistake.getValue()));
    if (points.size() > MOST_MISTAKES) {
      System.err.println(
          "datamarket: and " + counted(points.size() - MOST_MISTAKES, "more mistake"));
    }
  }

  private void tell(String mistake, List<Integer> points) {
    Point first = study.points().get(points.get(0) - 1);
    int others = points.size() - 1;
    System.err.println(
        "datamarket: "
            + Words.message(
                "%s: point %s%s: %s"
                    .formatted(
                        study.place(first),
                        inWords(first),
                        others > 0 ? " and " + counted(others, "more point") : "",
                        mistake)));
  }

  private static String inWords(Point point) {
    if (point.settings().isEmpty()) {
      return String.valueOf(point.number());
    }
    return point.number()
        + " ("
        + point.settings().stream()
            .map(setting -> setting.factor() + " = " + Words.shortened(setting.level()))
            .collect(Collectors.joining(", "))
        + ")";
  }

  private void describe() {
    Replications replications = study.replications();
    long points = study.points().size();
    String runs =
        replications.isAdaptive()
            ? String.format(
                Locale.ROOT,
                "%d to %d replications: %d to %d runs",
                replications.atLeast(),
                replications.atMost(),
                points * replications.atLeast(),
                points * replications.atMost())
            : String.format(
                Locale.ROOT,
                "%s: %s",
                counted(replications.atLeast(), "replication"),
                counted(points * replications.atLeast(), "run"));
    System.out.println(study.name() + ": " + counted(points, "point") + ", " + runs);
    for (Point point : study.points().subList(0, (int) Math.min(points, POINTS_SHOWN))) {
      System.out.println("  point " + inWords(point));
    }
    if (points > POINTS_SHOWN) {
      System.out.println("  …");
    }
    System.out.println("There is no mistake in any point.");
  }

  private static String counted(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  private void estimate() throws InterruptedException, EngineException {
    List<Finished> tried = tried();
    if (tried.isEmpty()) {
      System.out.println(
          "A run takes more than "
              + TRYING_NANOS / 1_000_000_000L
              + " s: one was tried, and not waited for.");
      return;
    }
    double seconds = tried.stream().mapToDouble(Finished::seconds).average().orElseThrow();
    double bytes = tried.stream().mapToDouble(this::bytes).average().orElseThrow();
    double runs =
        (double) study.points().size() * study.replications().atLeast() / shard.count();
    System.out.printf(
        Locale.ROOT,
        "%d %s tried, %.3g s each: %s will take about %s on %d %s, and %s in %s%s.%n",
        tried.size(),
        tried.size() == 1 ? "run was" : "runs were",
        seconds,
        shard.isWhole() ? "the study" : "the shard",
        SweepProgress.span(seconds * runs / threads),
        threads,
        threads == 1 ? "thread" : "threads",
        size(OTHER_FILES_BYTES + bytes * runs + summaryBytes() + reportBytes(runs)),
        folder,
        study.replications().isAdaptive() ? ", or more if more replications are needed" : "");
  }

  /** A few runs from all over the design, one after another, as far as there is time. */
  private List<Finished> tried() throws InterruptedException, EngineException {
    List<Finished> tried = new ArrayList<>();
    int points = study.points().size();
    int most = Math.min(MOST_TRIED, points);
    long end = System.nanoTime() + TRYING_NANOS;
    try (Engine engine = new ThreadEngine(study.runner(), 1, "")) {
      for (int k = 0; k < most; k++) {
        // Odd multiples, so that the first and the last points are not the only ones.
        Point point = study.points().get((int) ((2L * k + 1) * points / (2L * most)));
        engine.submit(List.of(study.run(point, 1)));
        Optional<Finished> finished = Optional.empty();
        while (finished.isEmpty() && System.nanoTime() - end < 0) {
          finished = engine.next(WAIT);
        }
        if (finished.isEmpty()) {
          break;
        }
        tried.add(finished.get());
      }
    }
    return tried;
  }

  private double bytes(Finished run) {
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
    return hasReport ? REPORT_BYTES + REPORT_VALUE_BYTES * values : 0;
  }

  private static String size(double bytes) {
    return bytes < 1e6
        ? String.format(Locale.ROOT, "%.0f kB", Math.max(1, bytes / 1e3))
        : bytes < 1e9
            ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
            : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
