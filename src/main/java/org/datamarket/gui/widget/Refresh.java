package org.datamarket.gui.widget;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * Shows news on the event thread, ten times a second at most: requests that come faster are taken
 * together, and the last one is always served.
 */
public final class Refresh {
  private static final long NANOS = 1_000_000;
  private static final int LEAST_MILLIS = 100;

  private final Runnable show;
  private final AtomicBoolean pending = new AtomicBoolean();
  private long last = System.nanoTime() - LEAST_MILLIS * NANOS;

  /** Calls something on the event thread. */
  public Refresh(Runnable show) {
    this.show = show;
  }

  /** Asks for it; from any thread. */
  public void request() {
    if (pending.compareAndSet(false, true)) {
      SwingUtilities.invokeLater(this::schedule);
    }
  }

  private void schedule() {
    long passed = (System.nanoTime() - last) / NANOS;
    if (passed >= LEAST_MILLIS) {
      run();
    } else {
      Timer timer = new Timer((int) (LEAST_MILLIS - passed), event -> run());
      timer.setRepeats(false);
      timer.start();
    }
  }

  private void run() {
    pending.set(false);
    last = System.nanoTime();
    show.run();
  }
}
