package org.datamarket.study.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Runner;

/** Carries out runs on threads of this Java machine. */
public final class ThreadEngine implements Engine {
  /** Runs that wait for each thread, so that none waits for the next run to be thought of. */
  private static final int WAITING = 16;

  private final Runner runner;
  private final String host;
  private final List<Thread> threads = new ArrayList<>();
  private final BlockingQueue<RunSpec> waiting = new LinkedBlockingQueue<>();
  private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();

  /**
   * An engine.
   *
   * @param threads how many, from 1
   * @param host what this machine is called
   */
  public ThreadEngine(Runner runner, int threads, String host) {
    this.runner = runner;
    this.host = host;
    for (int k = 1; k <= threads; k++) {
      Thread thread = new Thread(this::work, "run-" + k);
      thread.setDaemon(true);
      this.threads.add(thread);
      thread.start();
    }
  }

  @Override
  public int capacity() {
    return threads.size() * (1 + WAITING);
  }

  @Override
  public void submit(List<RunSpec> specs) {
    waiting.addAll(specs);
  }

  @Override
  public Optional<Finished> next(Duration patience) throws InterruptedException {
    return Optional.ofNullable(finished.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
  }

  @Override
  public int stop() {
    return waiting.drainTo(new ArrayList<>());
  }

  @Override
  public void close() {
    stop();
    threads.forEach(Thread::interrupt);
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        RunSpec spec = waiting.take();
        long start = System.nanoTime();
        report(spec, outcome(spec), start);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private Outcome outcome(RunSpec spec) {
    try {
      return runner.run(spec);
    } catch (Throwable failure) { // a run that is out of memory is a failed run, not a failed study
      return failed(failure);
    }
  }

  // The runs of other threads may hold all memory: then even what follows has to wait until they
  // end.

  private static Outcome failed(Throwable failure) {
    while (true) {
      try {
        return Outcome.failed(failure);
      } catch (OutOfMemoryError none) {
        Memory.waitForRoom();
      }
    }
  }

  private void report(RunSpec spec, Outcome outcome, long start) {
    double seconds = (System.nanoTime() - start) * 1e-9;
    while (true) {
      try {
        finished.add(new Finished(spec, outcome, seconds, host));
        return;
      } catch (OutOfMemoryError none) {
        Memory.waitForRoom();
      }
    }
  }
}
