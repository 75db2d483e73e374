package org.datamarket.study.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * {@code journal.jsonl}: what has been done of a study, a line a run, in the order in which they
 * ended. A line is only ever added at the end, by one program at a time, and reaches the operating
 * system before anything else is done; so whatever kills the program, what was added stays, save
 * perhaps the end of a line, which is cut off when the journal is opened again. Several times a
 * minute it is forced to the disk, against a failing machine. Each line ends with a checksum (CRC-32C
 * of what is before it), so that a line that was changed is known. Outcomes stay in the file: only
 * where they stand is kept in memory.
 */
public final class Journal implements Closeable, FinishedRuns {
  /** The name of the file. */
  public static final String FILE = "journal.jsonl";

  private static final int FORMAT = 2;
  private static final long FORCE_NANOS = 5_000_000_000L;
  private static final int BUFFER = 1 << 16;

  /** How every line begins. */
  private static final String BEGINNING = "{\"";

  private final Path file;
  private final FileChannel channel;
  private final Map<String, Place> places = new HashMap<>();
  private Header header;
  private long end;
  private int line;
  private int failures;
  private boolean unforced;
  private long forced = System.nanoTime();

  /**
   * What a journal belongs to.
   *
   * @param study the study's {@link Fingerprint}
   * @param version of the program
   * @param shard the part of the study
   */
  public record Header(String study, String version, Shard shard) {}

  /**
   * A run that was carried out.
   *
   * @param key {@link RunSpec#key}
   * @param seconds how long it took
   * @param host where
   * @param attempt which try it was, from 1
   */
  public record Entry(String key, Outcome outcome, double seconds, String host, int attempt) {}

  private record Place(long start, int length, boolean failed, int attempt) {}

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens a journal to go on with it, or begins it. Nobody else can meanwhile.
   *
   * @param header what a new one gets; one that is there is not compared with it
   * @throws UserMistake if another program has it open, or a line other than the last is damaged
   *     or contradicts an earlier one
   */
  public static Journal open(Path file, Header header) throws IOException, UserMistake {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean opened = false;
    try {
      lock(file, channel);
      Journal journal = new Journal(file, channel);
      journal.load();
      channel.truncate(journal.end);
      if (journal.header == null) {
        journal.begin(header);
      }
      opened = true;
      return journal;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  /**
   * Opens a journal to read it, whoever may be writing it.
   *
   * @throws UserMistake if it is no journal, has not begun, or a line is damaged or contradicts
   *     an earlier one
   */
  public static Journal read(Path file) throws IOException, UserMistake {
    if (!Files.isRegularFile(file)) {
      throw new UserMistake(file, "there is no such file");
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    boolean opened = false;
    try {
      Journal journal = new Journal(file, channel);
      journal.load();
      if (journal.header == null) {
        throw new UserMistake(file, "is empty");
      }
      opened = true;
      return journal;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  /** Whether all lines of a journal are as they were written, the end of the last perhaps missing. */
  static boolean isWhole(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Journal journal = new Journal(file, channel);
      journal.load();
      ByteBuffer torn = ByteBuffer.allocate(BEGINNING.length());
      channel.read(torn, journal.end);
      return BEGINNING.startsWith(new String(torn.array(), 0, torn.position(), StandardCharsets.UTF_8));
    } catch (UserMistake damaged) {
      return false;
    }
  }

  /** Whether a program has a journal open to go on with it. */
  static boolean isInUse(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      lock(file, channel);
      return false;
    } catch (UserMistake used) {
      return true;
    }
  }

  /**
   * Locks a byte far behind the end, so that the file itself can be read everywhere. Where the file
   * system knows no locks, there is none.
   */
  @SuppressWarnings("unused") // the lock lives as long as the channel
  private static void lock(Path file, FileChannel channel) throws UserMistake {
    boolean free;
    try {
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      free = lock != null;
    } catch (OverlappingFileLockException ourselves) {
      free = false;
    } catch (IOException withoutLocks) {
      free = true;
    }
    if (!free) {
      throw new UserMistake(file, "another sweep is at work on it");
    }
  }

  private void load() throws IOException, UserMistake {
    ByteBuffer block = ByteBuffer.allocate(BUFFER);
    ByteArrayOutputStream begun = new ByteArrayOutputStream();
    for (long at = 0; channel.read(block, at) > 0; at += block.position(), block.clear()) {
      int from = 0;
      for (int k = 0; k < block.position(); k++) {
        if (block.get(k) == '\n') {
          begun.write(block.array(), from, k - from);
          take(begun.toString(StandardCharsets.UTF_8), begun.size());
          end += begun.size() + 1;
          begun.reset();
          from = k + 1;
        }
      }
      begun.write(block.array(), from, block.position() - from);
    }
  }

  private void take(String text, int length) throws IOException, UserMistake {
    line++;
    try {
      JsonNode node = Codec.node(text);
      if (line == 1) {
        checkFormat(node);
      }
      LineChecksum.check(text);
      if (line == 1) {
        header = header(node);
      } else {
        remember(entry(node), end, length);
      }
    } catch (UserMistake contradiction) {
      throw new UserMistake(file + ":" + line + ": " + contradiction.getMessage());
    } catch (IllegalArgumentException damaged) {
      String cure = line == 1 ? "" : "; take the line out, and its run is made again";
      throw new UserMistake(
          file + ":" + line + ": is no line of a study's journal (" + damaged.getMessage() + ")" + cure);
    }
  }

  private static void checkFormat(JsonNode node) {
    long format = Codec.whole(node, "format");
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "format is "
              + format
              + (format < FORMAT ? ", that of an earlier version" : "")
              + "; expected "
              + FORMAT);
    }
  }

  private static Header header(JsonNode node) {
    Shard shard =
        Shard.of(Codec.word(node, "shard"))
            .orElseThrow(() -> new IllegalArgumentException("shard is none"));
    return new Header(Codec.word(node, "study"), Codec.word(node, "version"), shard);
  }

  private void begin(Header begun) throws IOException {
    ObjectNode node = Codec.object();
    node.put("format", FORMAT);
    node.put("study", begun.study());
    node.put("version", begun.version());
    node.put("shard", begun.shard().toString());
    append(Codec.text(node));
    header = begun;
    force();
  }

  private static Entry entry(JsonNode node) {
    return new Entry(
        Codec.word(node, "key"),
        Codec.outcome(Codec.part(node, "outcome")),
        Codec.part(node, "seconds").asDouble(),
        Codec.word(node, "host"),
        (int) Codec.whole(node, "attempt"));
  }

  private static String text(Entry entry) {
    ObjectNode node = Codec.object();
    node.put("key", entry.key());
    node.set("outcome", Codec.node(entry.outcome()));
    node.put("seconds", entry.seconds());
    node.put("host", entry.host());
    node.put("attempt", entry.attempt());
    return Codec.text(node);
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
  public Optional<Outcome> outcome(String key) throws IOException {
    return find(key).map(Entry::outcome);
  }

  /** A run, if it is there. */
  public Optional<Entry> find(String key) throws IOException {
    Place place = places.get(key);
    if (place == null) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(place.length());
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, place.start() + bytes.position()) < 0) {
        throw new EOFException(file + ": has become shorter");
      }
    }
    return Optional.of(entry(Codec.node(new String(bytes.array(), StandardCharsets.UTF_8))));
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
      String text = text(entry);
      long start = end;
      int length = append(text);
      put(entry, start, length);
      if (System.nanoTime() - forced > FORCE_NANOS) {
        force();
      }
    }
  }

  private void remember(Entry entry, long start, int length) throws IOException, UserMistake {
    if (isNews(entry)) {
      put(entry, start, length);
    }
  }

  private void put(Entry entry, long start, int length) {
    boolean failed = entry.outcome().isError();
    failures += (failed ? 1 : 0) - (hasFailed(entry.key()) ? 1 : 0);
    places.put(entry.key(), new Place(start, length, failed, entry.attempt()));
  }

  private boolean isNews(Entry entry) throws IOException, UserMistake {
    Optional<Entry> known = find(entry.key());
    return known.isEmpty() || !later(known.get(), entry).equals(known.get());
  }

  /**
   * The one of two entries of a run that counts: the later attempt, if the earlier one failed;
   * otherwise the first.
   *
   * @throws UserMistake if both count, and differ
   */
  static Entry later(Entry first, Entry second) throws UserMistake {
    if (first.attempt() < second.attempt() && first.outcome().isError()) {
      return second;
    }
    boolean outdated = second.attempt() < first.attempt() && second.outcome().isError();
    if (!outdated && !first.outcome().equals(second.outcome())) {
      throw new UserMistake(
          "the run "
              + first.key().replace("\n", ", ")
              + " came out in two ways, so it is not reproducible: "
              + differing(first.outcome(), second.outcome()));
    }
    return first;
  }

  private static String differing(Outcome first, Outcome second) {
    if (!first.status().equals(second.status()) || !first.error().equals(second.error())) {
      return (first.status() + " " + first.error()).strip()
          + " and "
          + (second.status() + " " + second.error()).strip();
    }
    if (first.measures().equals(second.measures())) {
      return "its rounds differ";
    }
    return String.join(",", first.measures()) + " and " + String.join(",", second.measures());
  }

  /** Writes a line; if it cannot, takes back what was written of it. */
  private int append(String text) throws IOException {
    byte[] bytes = (LineChecksum.on(text) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer, end + buffer.position());
      }
    } catch (IOException failure) {
      try {
        channel.truncate(end);
      } catch (IOException torn) {
        failure.addSuppressed(torn); // cut off when it is opened again
      }
      throw named(failure);
    }
    end += bytes.length;
    unforced = true;
    return bytes.length - 1;
  }

  private void force() throws IOException {
    try {
      channel.force(false);
    } catch (IOException failure) {
      throw named(failure);
    }
    forced = System.nanoTime();
    unforced = false;
  }

  private IOException named(IOException nameless) {
    FileSystemException named =
        new FileSystemException(file.toString(), null, nameless.getMessage());
    named.initCause(nameless);
    return named;
  }

  /** Forces what was added to the disk, and lets go of the file. */
  @Override
  public void close() throws IOException {
    try (channel) {
      if (unforced) {
        force();
      }
    }
  }
}
