package org.datamarket.study;

import java.util.function.Supplier;

/** Memory that other threads have taken, and will leave when their runs end or fail. */
public final class Memory {
  private static final long PAUSE_MILLIS = 50;

  private Memory() {}

  /**
   * Does something that takes little memory, again and again until there is some for it.
   *
   * @throws OutOfMemoryError if the thread is interrupted before
   */
  public static <T> T waitFor(Supplier<T> small) {
    while (true) {
      try {
        return small.get();
      } catch (OutOfMemoryError taken) {
        pause(taken);
      }
    }
  }

  private static void pause(OutOfMemoryError taken) {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw taken;
    }
  }
}
