package org.datamarket.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C (and SIGTERM): asks the work under way to stop, and lets the Java machine end only when it
 * has put away what is to be kept.
 */
public final class Interrupt implements AutoCloseable {
  /** Waits as long as it takes. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  private static final long PATIENCE_SECONDS = 30;

  private final long patience;

  private final AtomicBoolean requested = new AtomicBoolean();
  private final CountDownLatch putAway = new CountDownLatch(1);
  private final Thread hook =
      new Thread(
          () -> {
            requested.set(true);
            awaitPutAway();
          },
          "interrupt");

  public Interrupt() {
    this(PATIENCE_SECONDS);
  }

  /**
   * Listens from now on.
   *
   * @param patience how many seconds the work has to put away what is to be kept
   */
  public Interrupt(long patience) {
    this.patience = patience;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the work is to stop. */
  public boolean isRequested() {
    return requested.get();
  }

  private void awaitPutAway() {
    try {
      putAway.await(patience, TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that all is put away. */
  @Override
  public void close() {
    putAway.countDown();
    if (!requested.get()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        requested.set(true);
      }
    }
  }
}
