package org.datamarket.study.sweep;

import java.lang.ref.Reference;

/** Memory that other threads have taken, and will leave when their runs end or fail. */
public final class Memory {
  private static final int ROOM = 4 << 20;
  private static final int TRIES = 400;
  private static final long PAUSE_MILLIS = 50;

  private Memory() {}

  /**
   * Waits until there is room for something small, such as a message; at most 20 s, or until
   * interrupted.
   */
  public static void waitForRoom() {
    for (int k = 0; k < TRIES && !Thread.currentThread().isInterrupted(); k++) {
      try {
        Reference.reachabilityFence(new byte[ROOM]);
        return;
      } catch (OutOfMemoryError taken) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
