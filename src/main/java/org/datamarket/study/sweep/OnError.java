package org.datamarket.study.sweep;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a study does when a run fails.
 *
 * @param retries how often the run is tried again before its failure is taken for its outcome
 * @param stops whether the study ends then; otherwise the failure is a row like any other
 */
public record OnError(int retries, boolean stops) {
  /** A failure is a row. */
  public static final OnError CONTINUE = new OnError(0, false);

  /** The first failure ends the study. */
  public static final OnError STOP = new OnError(0, true);

  private static final Pattern RETRY = Pattern.compile("retry:(\\d{1,4})");

  /** What {@code continue}, {@code stop} or {@code retry:K} stands for, if it is one of them. */
  public static Optional<OnError> of(String text) {
    Matcher retry = RETRY.matcher(text);
    if (retry.matches()) {
      int times = Integer.parseInt(retry.group(1));
      return times == 0 ? Optional.empty() : Optional.of(new OnError(times, false));
    }
    return switch (text) {
      case "continue" -> Optional.of(CONTINUE);
      case "stop" -> Optional.of(STOP);
      default -> Optional.empty();
    };
  }
}
