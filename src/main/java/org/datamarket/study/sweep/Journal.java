package org.datamarket.study.sweep;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.datamarket.document.UserMistake;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Shard;
import org.datamarket.study.table.FinishedRuns;

/**
 * {@code journal.jsonl}: what has been done of a study, a line per run, in the order in which they
 * ended. Each line ends with a checksum (CRC-32C of what is before it), so that a line that was
 * changed is known. Outcomes stay in the file: only where they stand is kept in memory.
 */
public final class Journal implements Closeable, FinishedRuns {
  /** The name of the file. */
  public static final String FILE = "journal.jsonl";

  private final Path path;
  private final JournalFile file;
  private final Map<String, Place> places = new HashMap<>();
  private Header header;
  private int lines;
  private int failures;

  /**
   * What a journal belongs to.
   *
   * @param study the study's {@link Fingerprint}
   * @param version of the program
   * @param shard the part of the study
   */
  public record Header(String study, String version, Shard shard) {}

  /**
   * A run that was carried out; as its line has it.
   *
   * @param key {@link RunSpec#key}
   * @param seconds how long it took
   * @param host where
   * @param attempt which try it was, from 1
   */
  public record Entry(String key, Outcome outcome, double seconds, String host, int attempt) {
    /** What came of it, and how long it took. */
    Timed timed() {
      return new Timed(outcome, seconds);
    }
  }

  private record Place(long start, int length, boolean failed, int attempt) {}

  private Journal(Path path, JournalFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Opens a journal to go on with it, or begins it. Nobody else can meanwhile.
   *
   * @param header what a new one gets; one that is there is not compared with it
   * @throws UserMistake if another program has it open, or a line other than the last is damaged or
   *     contradicts an earlier one
   */
  public static Journal open(Path path, Header header) throws IOException, UserMistake {
    return loaded(
        path,
        JournalFile.toWrite(path),
        journal -> {
          journal.file.cutTail();
          if (journal.header == null) {
            journal.begin(header);
          }
        });
  }

  /**
   * Opens a journal to read it, even while another program writes it.
   *
   * @throws UserMistake if it is no journal, has not begun, or a line is damaged or contradicts an
   *     earlier one
   */
  public static Journal read(Path path) throws IOException, UserMistake {
    if (!Files.isRegularFile(path)) {
      throw new UserMistake(path, "there is no such file");
    }
    return loaded(
        path,
        JournalFile.toRead(path),
        journal -> {
          if (journal.header == null) {
            throw new UserMistake(path, "is empty");
          }
        });
  }

  /** What is done with a journal whose lines have been read. */
  @FunctionalInterface
  private interface Beginning {
    void of(Journal journal) throws IOException, UserMistake;
  }

  private static Journal loaded(Path path, JournalFile file, Beginning beginning)
      throws IOException, UserMistake {
    boolean opened = false;
    try {
      Journal journal = new Journal(path, file);
      file.read(journal::take);
      beginning.of(journal);
      opened = true;
      return journal;
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  /**
   * Whether all lines of a journal are as they were written, the end of the last perhaps missing.
   */
  static boolean isWhole(Path path) throws IOException {
    try (JournalFile file = JournalFile.toRead(path)) {
      file.read(new Journal(path, file)::take);
      return JournalFormat.BEGINNING.startsWith(file.tail(JournalFormat.BEGINNING.length()));
    } catch (UserMistake damaged) {
      return false;
    }
  }

  /** Whether a program has a journal open to go on with it. */
  static boolean isInUse(Path path) throws IOException {
    return JournalFile.isInUse(path);
  }

  private void take(String text, long start, int length) throws IOException, UserMistake {
    lines++;
    try {
      if (lines == 1) {
        header = JournalFormat.header(text);
      } else {
        Entry entry = JournalFormat.checkedEntry(text);
        if (isNews(entry)) {
          put(entry, start, length);
        }
      }
    } catch (UserMistake contradiction) {
      throw new UserMistake("%s:%s: %s".formatted(path, lines, contradiction.getMessage()));
    } catch (IllegalArgumentException damaged) {
      String cure = lines == 1 ? "" : "; take the line out, and its run is made again";
      throw new UserMistake(
          "%s:%s: is no line of a study's journal (%s)%s"
              .formatted(path, lines, damaged.getMessage(), cure));
    }
  }

  private void begin(Header begun) throws IOException {
    file.append(LineChecksum.on(JournalFormat.line(begun)));
    header = begun;
    file.force();
  }

  /** What the journal belongs to. */
  public Header header() {
    return header;
  }

  /** The keys of all runs there are. */
  public Set<String> keys() {
    return Set.copyOf(places.keySet());
  }

  /** How many runs there are. */
  public int size() {
    return places.size();
  }

  /** How many of them failed. */
  public int failures() {
    return failures;
  }

  @Override
  public boolean has(String key) {
    return places.containsKey(key);
  }

  /** Whether a run is there, and failed. */
  public boolean hasFailed(String key) {
    return has(key) && places.get(key).failed();
  }

  /** How often a run was tried. */
  public int attempts(String key) {
    return has(key) ? places.get(key).attempt() : 0;
  }

  @Override
  public Optional<Timed> timed(String key) throws IOException {
    return find(key).map(Entry::timed);
  }

  /** A run, if it is there. */
  public Optional<Entry> find(String key) throws IOException {
    Place place = places.get(key);
    return place == null
        ? Optional.empty()
        : Optional.of(JournalFormat.entry(file.line(place.start(), place.length())));
  }

  /**
   * Adds a run. One that is there with the same outcome is not added again; a failed one gives way
   * to a later attempt.
   *
   * @throws UserMistake if it is there with another outcome
   * @throws IOException if it cannot be written; the journal is as it was before
   */
  public void add(Entry entry) throws IOException, UserMistake {
    if (isNews(entry)) {
      long start = file.end();
      put(entry, start, file.append(LineChecksum.on(JournalFormat.line(entry))));
      file.forceNowAndThen();
    }
  }

  private void put(Entry entry, long start, int length) {
    boolean failed = entry.outcome().isError();
    failures += (failed ? 1 : 0) - (hasFailed(entry.key()) ? 1 : 0);
    places.put(entry.key(), new Place(start, length, failed, entry.attempt()));
  }

  private boolean isNews(Entry entry) throws IOException, UserMistake {
    Optional<Entry> known = find(entry.key());
    return known.isEmpty() || !Attempts.counting(known.get(), entry).equals(known.get());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
