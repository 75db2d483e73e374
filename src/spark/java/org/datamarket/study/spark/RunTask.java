package org.datamarket.study.spark;

import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.datamarket.output.folder.Manifest;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Runner;
import org.datamarket.study.sweep.Codec;

/** Carries out a run where Spark wants it. Runs and what came of them travel as lines of text. */
final class RunTask implements Function<String, String> {
  private static final long serialVersionUID = 1;
  private static final String SEPARATOR = "\t"; // JSON has none

  /** @serial the study's fingerprint */
  private final String fingerprint;

  /** @serial the study */
  private final Broadcast<byte[]> parcel;

  RunTask(String fingerprint, Broadcast<byte[]> parcel) {
    this.fingerprint = fingerprint;
    this.parcel = parcel;
  }

  /** What a line says that a task has sent back. */
  record Reply(Outcome outcome, double seconds, String host) {
    static Reply of(String line) {
      String[] parts = line.split(SEPARATOR, 3);
      return new Reply(Codec.outcome(parts[2]), Double.parseDouble(parts[0]), parts[1]);
    }
  }

  @Override
  public String call(String line) {
    Runner runner = Workshop.here().runner(fingerprint, parcel.getValue());
    RunSpec spec = Codec.runSpec(line);
    long start = System.nanoTime();
    Outcome outcome = outcome(runner, spec);
    double seconds = (System.nanoTime() - start) * 1e-9;
    String host = Manifest.host() + "/" + SparkEnv.get().executorId();
    return seconds + SEPARATOR + host + SEPARATOR + Codec.encode(outcome);
  }

  private static Outcome outcome(Runner runner, RunSpec spec) {
    try {
      return runner.run(spec);
    } catch (Throwable failure) { // as the engine of threads does
      return Outcome.failed(failure);
    }
  }
}
