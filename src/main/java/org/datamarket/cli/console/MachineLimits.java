package org.datamarket.cli.console;

/** What Java could not go on without, and how its user gives it more. */
public final class MachineLimits {
  private static final int MEGABYTE_BITS = 20;
  private static final int GIGABYTE_BITS = 30;
  private static final long USUALLY_ENOUGH = 8;

  private MachineLimits() {}

  /** One line on what has run out. */
  public static String line(VirtualMachineError limit) {
    if (limit instanceof StackOverflowError) {
      return "out of stack: something is nested too deeply; make it flatter, or give Java more with %s"
          .formatted(options("-Xss16m"));
    }
    if (!(limit instanceof OutOfMemoryError)) {
      return "Java itself failed: %s".formatted(limit);
    }
    String message = String.valueOf(limit.getMessage());
    if (message.contains("native thread")) {
      return "out of threads or of memory beyond Java's heap: %s; free some, or use fewer --threads"
          .formatted(message);
    }
    return "out of memory (%s MB); give Java more with %s, or make the market smaller"
        .formatted(
            Runtime.getRuntime().maxMemory() >> MEGABYTE_BITS,
            options("-Xmx%sg".formatted(more())));
  }

  /** Gigabytes to try next. */
  private static long more() {
    return Math.max(USUALLY_ENOUGH, 2 * (Runtime.getRuntime().maxMemory() >> GIGABYTE_BITS));
  }

  private static String options(String option) {
    return "DATAMARKET_JAVA_OPTS=%s (without the launcher: java %s -jar datamarket.jar)"
        .formatted(option, option);
  }
}
