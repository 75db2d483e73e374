package org.datamarket.output.folder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.datamarket.io.Sha256;
import org.datamarket.io.Version;
import org.datamarket.model.file.InputText;

/**
 * {@code manifest.json}: what made the folder, when, where, from which inputs, and what is in it.
 * The only file that may differ between two runs of the same model. As a {@link Content} of a new
 * folder it lists what stands there when it is written, so it comes last.
 */
public final class Manifest implements Content {
  /** The name of the file. */
  public static final String FILE = "manifest.json";

  private final Clock clock;
  private final Instant start;
  private final FolderKind kind;
  private final List<String> commandLine;
  private final Map<String, String> inputs;

  private Manifest(
      Clock clock, FolderKind kind, List<String> commandLine, Map<String, String> inputs) {
    this.clock = clock;
    this.start = clock.instant();
    this.kind = kind;
    this.commandLine = List.copyOf(commandLine);
    this.inputs = inputs;
  }

  /**
   * A manifest of work that begins now.
   *
   * @param kind of the folder that it writes
   * @param commandLine the command and its arguments
   * @param inputs the files that it reads; hashed now
   * @throws IOException if one of them cannot be read
   */
  public static Manifest begin(FolderKind kind, List<String> commandLine, List<Path> inputs)
      throws IOException {
    return begin(Clock.systemUTC(), kind, commandLine, inputs);
  }

  /**
   * A manifest of work that begins now.
   *
   * @param kind of the folder that it writes
   * @param commandLine the command and its arguments
   * @param text what has been read already
   * @param others the other files that it reads; hashed now
   * @throws IOException if one of them cannot be read
   */
  public static Manifest begin(
      FolderKind kind, List<String> commandLine, InputText text, List<Path> others)
      throws IOException {
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put(text.file().toString(), text.sha256());
    return begin(Clock.systemUTC(), kind, commandLine, hashes, others);
  }

  static Manifest begin(Clock clock, FolderKind kind, List<String> commandLine, List<Path> inputs)
      throws IOException {
    return begin(clock, kind, commandLine, new LinkedHashMap<>(), inputs);
  }

  private static Manifest begin(
      Clock clock,
      FolderKind kind,
      List<String> commandLine,
      Map<String, String> hashes,
      List<Path> inputs)
      throws IOException {
    for (Path input : inputs) {
      hashes.put(input.toString(), Sha256.of(input));
    }
    return new Manifest(clock, kind, commandLine, hashes);
  }

  /** The kind of a folder, if its manifest is the program's. */
  public static Optional<FolderKind> kindOf(Path folder) throws IOException {
    return ManifestFile.read(folder).map(there -> there.inventory().kind());
  }

  /**
   * The first file of a folder, by name, that its manifest lists and that is not there, or not as
   * it was written.
   *
   * @param names of the files to look at, within the folder
   */
  public static Optional<Path> changed(Path folder, Predicate<String> names) throws IOException {
    Map<String, String> files =
        ManifestFile.read(folder).map(there -> there.inventory().files()).orElseGet(TreeMap::new);
    for (Map.Entry<String, String> written : files.entrySet()) {
      Path file = folder.resolve(written.getKey());
      if (names.test(written.getKey())
          && !(Files.isRegularFile(file) && Sha256.of(file).equals(written.getValue()))) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** The kind of the folder. */
  public FolderKind kind() {
    return kind;
  }

  @Override
  public void writeTo(Path folder) throws IOException {
    new ManifestFile(head().json(), Inventory.of(kind, folder)).writeTo(folder);
  }

  /** All but what is in the folder. */
  ManifestHead head() {
    Instant end = clock.instant();
    return new ManifestHead(
        ManifestFile.PROGRAM,
        kind.key(),
        Version.number(),
        properties("java.vm.name", "java.runtime.version"),
        properties("os.name", "os.version", "os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        host(),
        start.toString(),
        end.toString(),
        Duration.between(start, end).toMillis() / 1000.0,
        commandLine,
        inputs);
  }

  private static String properties(String... names) {
    return Stream.of(names)
        .map(name -> System.getProperty(name, "unknown"))
        .collect(Collectors.joining(" "));
  }

  /** What this machine is called. */
  public static String host() {
    for (String variable : List.of("HOSTNAME", "COMPUTERNAME")) {
      String name = System.getenv(variable);
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "unknown";
    }
  }
}
