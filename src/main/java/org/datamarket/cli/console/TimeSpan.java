package org.datamarket.cli.console;

import java.time.Duration;

/** A span of time for a person. */
public final class TimeSpan {
  private TimeSpan() {}

  /** In words, for instance {@code 2 min 5 s}; begun seconds count. */
  public static String inWords(double seconds) {
    Duration span = Duration.ofMillis((long) Math.ceil(seconds) * 1000);
    if (span.toHours() > 0) {
      return "%s h %s min".formatted(span.toHours(), span.toMinutesPart());
    }
    return span.toMinutes() > 0
        ? "%s min %s s".formatted(span.toMinutes(), span.toSecondsPart())
        : "%s s".formatted(span.toSeconds());
  }
}
