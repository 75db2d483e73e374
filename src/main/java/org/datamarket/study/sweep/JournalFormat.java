package org.datamarket.study.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import org.datamarket.study.Shard;
import org.datamarket.study.sweep.Journal.Entry;
import org.datamarket.study.sweep.Journal.Header;

/**
 * The lines of a journal: the first says what it belongs to, each other is a run. What reads a line
 * throws an {@link IllegalArgumentException} that says why it is none.
 */
final class JournalFormat {
  /** How every line begins. */
  static final String BEGINNING = "{\"";

  private static final int VERSION = 2;

  private JournalFormat() {}

  private record FirstLine(int format, String study, String version, String shard) {}

  /** The first line. */
  static Header header(String line) {
    JsonNode node = Codec.node(line);
    checkVersion(node);
    LineChecksum.check(line);
    Shard shard =
        Shard.of(Codec.word(node, "shard"))
            .orElseThrow(() -> new IllegalArgumentException("shard is none"));
    return new Header(Codec.word(node, "study"), Codec.word(node, "version"), shard);
  }

  private static void checkVersion(JsonNode node) {
    long format = Codec.whole(node, "format");
    if (format != VERSION) {
      throw new IllegalArgumentException(
          "format is %s%s; expected %s"
              .formatted(format, format < VERSION ? ", that of an earlier version" : "", VERSION));
    }
  }

  /** The first line, without its checksum. */
  static String line(Header header) {
    return Codec.text(
        new FirstLine(VERSION, header.study(), header.version(), header.shard().toString()));
  }

  /** A later line. */
  static Entry entry(String line) {
    return entry(Codec.node(line));
  }

  /** A later line that has to be as it was written. */
  static Entry checkedEntry(String line) {
    JsonNode node = Codec.node(line);
    LineChecksum.check(line);
    return entry(node);
  }

  private static Entry entry(JsonNode node) {
    return new Entry(
        Codec.word(node, "key"),
        Codec.outcome(Codec.part(node, "outcome")),
        Codec.part(node, "seconds").asDouble(),
        Codec.word(node, "host"),
        (int) Codec.whole(node, "attempt"));
  }

  /** A later line, without its checksum. */
  static String line(Entry entry) {
    return Codec.text(entry);
  }
}
