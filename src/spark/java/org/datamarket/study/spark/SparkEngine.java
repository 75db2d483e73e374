package org.datamarket.study.spark;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.datamarket.document.Words;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Codec;
import org.datamarket.study.sweep.Engine;
import org.datamarket.study.sweep.Fingerprint;

/**
 * Carries out runs on a Spark cluster, each as a task of its own. They are given to it in waves,
 * several of them at a time, each about half a second's work for the whole cluster: their outcomes
 * come when all of a wave are done.
 *
 * <p>A task whose machine dies is carried out elsewhere, by Spark. A wave that Spark gives up, since
 * one of its tasks ended its Java machine time after time, is made again run by run with nothing
 * beside it, so that only the culprit fails.
 */
final class SparkEngine implements Engine {
  /** What came of a run that ends its Java machine. */
  static final Outcome FATAL = Outcome.failed("ended the Java machine that it ran on");

  private static final double WAVE_SECONDS = 0.5;
  private static final int MOST_RUNS = 1000;
  private static final int MOST_WAVES = 48;
  private static final long POLL_MILLIS = 2;
  private static final long CORES_NANOS = 1_000_000_000L;
  private static final long ENDING_NANOS = 5_000_000_000L;

  private final JavaSparkContext spark;
  private final RunTask task;
  private final WaveSize size = new WaveSize(WAVE_SECONDS, MOST_RUNS, MOST_WAVES);
  private final Deque<RunSpec> waiting = new ArrayDeque<>();
  private final Deque<RunSpec> suspects = new ArrayDeque<>();
  private final List<Wave> waves = new ArrayList<>();
  private final Deque<Finished> finished = new ArrayDeque<>();
  private boolean alone;
  private int cores = 1;
  private long coresKnown;
  private long endingSince;

  private SparkEngine(JavaSparkContext spark, RunTask task) {
    this.spark = spark;
    this.task = task;
  }

  /**
   * Starts an engine.
   *
   * @param master the cluster, unless Spark's own settings name it
   */
  static SparkEngine start(Study study, Optional<String> master) throws EngineException {
    SparkLogs.silence();
    SparkConf conf = new SparkConf();
    master.ifPresent(conf::setMaster);
    conf.setIfMissing("spark.app.name", "datamarket " + study.name());
    conf.setIfMissing("spark.ui.enabled", "false");
    jar().ifPresent(jar -> conf.setIfMissing("spark.jars", jar));
    JavaSparkContext spark = null;
    try {
      spark = new JavaSparkContext(conf);
      SparkLogs.silence(spark);
      RunTask task = new RunTask(Fingerprint.of(study).hash(), spark.broadcast(Parcel.pack(study)));
      return new SparkEngine(spark, task);
    } catch (Exception failure) { // Spark's own are not declared
      if (spark != null) {
        spark.close();
      }
      throw new EngineException("does not start: " + reason(failure), failure);
    }
  }

  /** The jar that this program is in, which the machines of the cluster get from here. */
  private static Optional<String> jar() {
    try {
      Path path =
          Path.of(
              SparkEngine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Optional.of(path.toString()).filter(name -> name.endsWith(".jar"));
    } catch (URISyntaxException nowhere) {
      return Optional.empty();
    }
  }

  @Override
  public int capacity() {
    return 2 * cores + 4 * size.runs(cores);
  }

  @Override
  public void submit(List<RunSpec> specs) {
    waiting.addAll(specs); // given to Spark by the next call of next
  }

  @Override
  public Optional<Finished> next(Duration patience) throws InterruptedException, EngineException {
    long end = System.nanoTime() + patience.toNanos();
    while (finished.isEmpty()) {
      if (isUp()) {
        collect();
        launch();
      }
      if (finished.isEmpty()) {
        if (System.nanoTime() - end >= 0) {
          return Optional.empty();
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
    return Optional.of(finished.remove());
  }

  /** Gives waves to Spark, as long as it has not enough to do. */
  private void launch() {
    try {
      countCores();
      if (alone) {
        return;
      }
      if (suspects.isEmpty()) {
        launchWaiting();
      } else if (waves.isEmpty()) {
        alone = true;
        launch(List.of(suspects.remove()));
      }
    } catch (IllegalStateException unable) {
      if (!spark.sc().isStopped()) {
        throw unable;
      } // otherwise the next look at it says so
    }
  }

  private void launchWaiting() {
    int most = size.runs(cores);
    int underWay = waves.stream().mapToInt(wave -> wave.runs().size()).sum();
    while (!waiting.isEmpty()
        && waves.size() < MOST_WAVES
        && (waiting.size() >= most || underWay < 2 * cores)) {
      List<RunSpec> runs = new ArrayList<>();
      while (runs.size() < most && !waiting.isEmpty()) {
        runs.add(waiting.remove());
      }
      underWay += runs.size();
      launch(runs);
    }
  }

  private void launch(List<RunSpec> runs) {
    List<String> lines = runs.stream().map(Codec::encode).collect(Collectors.toList());
    try {
      JavaFutureAction<List<String>> replies =
          spark.parallelize(lines, lines.size()).map(task).collectAsync();
      waves.add(new Wave(runs, replies, System.nanoTime()));
    } catch (IllegalStateException unable) {
      waiting.addAll(runs);
      throw unable;
    }
  }

  /** Machines come and go. */
  private void countCores() {
    long now = System.nanoTime();
    if (coresKnown == 0 || now - coresKnown > CORES_NANOS) {
      cores = Math.max(1, spark.defaultParallelism());
      coresKnown = now;
    }
  }

  /** Takes what the waves have brought that have ended. */
  private void collect() throws InterruptedException, EngineException {
    for (Iterator<Wave> all = waves.iterator(); all.hasNext(); ) {
      Wave wave = all.next();
      if (wave.replies().isDone()) {
        try {
          keep(wave.runs(), wave.replies().get());
        } catch (ExecutionException | CancellationException failure) {
          if (!isUp()) {
            return; // all is lost: the waves stay, to be taken back by stop
          }
          giveUp(wave, failure);
        }
        all.remove();
        alone = false;
      }
    }
  }

  private void keep(List<RunSpec> runs, List<String> replies) {
    for (int k = 0; k < runs.size(); k++) {
      RunTask.Reply reply = RunTask.Reply.of(replies.get(k));
      finished.add(new Finished(runs.get(k), reply.outcome(), reply.seconds(), reply.host()));
      size.took(reply.seconds());
    }
  }

  private void giveUp(Wave wave, Exception failure) throws EngineException {
    if (!String.valueOf(failure.getCause()).contains("ExecutorLostFailure")) {
      throw new EngineException("Spark gives up: " + reason(failure), failure);
    }
    if (alone) {
      finished.add(new Finished(wave.runs().get(0), FATAL, wave.seconds(), ""));
    } else {
      suspects.addAll(wave.runs());
    }
  }

  /**
   * Whether Spark is there. After Ctrl-C it ends by itself, maybe earlier than the sweep, which then
   * gets a moment to stop.
   *
   * @throws EngineException if it has been away for longer
   */
  private boolean isUp() throws EngineException {
    if (!spark.sc().isStopped()) {
      return true;
    }
    long now = System.nanoTime();
    endingSince = endingSince == 0 ? now : endingSince;
    if (now - endingSince > ENDING_NANOS) {
      throw new EngineException(
          "Spark has ended: its master does not answer, or has ended the application", null);
    }
    return false;
  }

  /** The innermost cause that says something, in one line. */
  private static String reason(Throwable failure) {
    String reason = failure.toString();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null) {
        reason = cause.getMessage();
      }
    }
    int own = reason.indexOf(Workshop.UNUSABLE);
    String told = own < 0 ? reason : reason.substring(own);
    return Words.oneLine(told.lines().findFirst().orElse(""));
  }

  /** Takes back all runs that have not ended: those under way are cancelled. */
  @Override
  public int stop() {
    int back = waiting.size() + suspects.size();
    waiting.clear();
    suspects.clear();
    for (Wave wave : waves) {
      back += wave.runs().size();
      wave.replies().cancel(true);
    }
    waves.clear();
    return back;
  }

  @Override
  public void close() {
    stop();
    spark.close();
  }
}
