package org.datamarket.claims.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.State;

/**
 * How claims fare in the first states of a row.
 *
 * @param states how many
 * @param counts by claim, in the order of the claims
 */
public record Tally(long states, List<ClaimCount> counts) {
  private static final long BLOCK = 500;

  /** Copies the list. */
  public Tally {
    counts = List.copyOf(counts);
  }

  /**
   * Judges claims on the first states of a row. The threads share the work and change nothing in
   * the result.
   *
   * @param states how many, at least 0
   * @param threads how many, at least 1
   * @param progress is told now and then how many states are done
   * @throws InterruptedException if the thread is interrupted; no work goes on then
   */
  public static Tally of(
      List<Claim> claims, StateRow row, long states, int threads, LongConsumer progress)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<ClaimCount>>> blocks = new ArrayList<>();
      for (long from = 0; from < states; from += BLOCK) {
        long first = from;
        long end = Math.min(states, from + BLOCK);
        blocks.add(pool.submit(() -> block(claims, row, first, end)));
      }
      List<Counter> counters = claims.stream().map(Counter::new).toList();
      long done = 0;
      for (Future<List<ClaimCount>> block : blocks) {
        add(counters, block.get());
        done = Math.min(states, done + BLOCK);
        progress.accept(done);
      }
      return new Tally(states, counters.stream().map(Counter::count).toList());
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<ClaimCount> block(List<Claim> claims, StateRow row, long from, long end) {
    List<Counter> counters = claims.stream().map(Counter::new).toList();
    for (long k = from; k < end && !Thread.currentThread().isInterrupted(); k++) {
      State state = State.beginning(row.state(k));
      for (Counter counter : counters) {
        counter.add(state, k);
      }
    }
    return counters.stream().map(Counter::count).toList();
  }

  private static void add(List<Counter> counters, List<ClaimCount> later) {
    for (int c = 0; c < counters.size(); c++) {
      counters.get(c).add(later.get(c));
    }
  }
}
