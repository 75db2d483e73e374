package org.datamarket.study.sweep;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The checksum at the end of a line that is a JSON object: its last key, {@code crc}. */
final class LineChecksum {
  private static final String BEFORE = ",\"crc\":\"";
  private static final String AFTER = "\"}";
  private static final int LENGTH = BEFORE.length() + 8 + AFTER.length();

  private LineChecksum() {}

  /** The line with its checksum. */
  static String on(String object) {
    String open = object.substring(0, object.length() - 1);
    return open + BEFORE + sum(open) + AFTER;
  }

  /**
   * Refuses a line that is not as it was written.
   *
   * @throws IllegalArgumentException if the checksum is missing or does not fit
   */
  static void check(String line) {
    String open = line.substring(0, Math.max(0, line.length() - LENGTH));
    if (!line.equals(open + BEFORE + sum(open) + AFTER)) {
      throw new IllegalArgumentException("it is not as it was written: its checksum does not fit");
    }
  }

  private static String sum(String text) {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", sum.getValue());
  }
}
