package org.datamarket.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.datamarket.model.InputText;

/**
 * {@code manifest.json}: what made the folder, when, where, from which inputs, and what is in it.
 * The only file that may differ between two runs of the same model. It lists what stands in the
 * folder when it is written, so it comes last.
 */
public final class Manifest implements Content {
  /** The name of the file. */
  public static final String FILE = "manifest.json";

  private final Clock clock;
  private final Instant start;
  private final List<String> commandLine;
  private final Map<String, String> inputs;

  private Manifest(Clock clock, List<String> commandLine, Map<String, String> inputs) {
    this.clock = clock;
    this.start = clock.instant();
    this.commandLine = List.copyOf(commandLine);
    this.inputs = inputs;
  }

  /**
   * A manifest of a run that begins now.
   *
   * @param commandLine the command and its arguments
   * @param inputs the files that the run reads; hashed now
   * @throws IOException if one of them cannot be read
   */
  public static Manifest begin(List<String> commandLine, List<Path> inputs) throws IOException {
    return begin(Clock.systemUTC(), commandLine, inputs);
  }

  /**
   * A manifest of a run that begins now.
   *
   * @param commandLine the command and its arguments
   * @param text what has been read already
   * @param others the other files that the run reads; hashed now
   * @throws IOException if one of them cannot be read
   */
  public static Manifest begin(List<String> commandLine, InputText text, List<Path> others)
      throws IOException {
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put(text.file().toString(), text.sha256());
    return begin(Clock.systemUTC(), commandLine, hashes, others);
  }

  static Manifest begin(Clock clock, List<String> commandLine, List<Path> inputs)
      throws IOException {
    return begin(clock, commandLine, new LinkedHashMap<>(), inputs);
  }

  private static Manifest begin(
      Clock clock, List<String> commandLine, Map<String, String> hashes, List<Path> inputs)
      throws IOException {
    for (Path input : inputs) {
      hashes.put(input.toString(), sha256(input));
    }
    return new Manifest(clock, commandLine, hashes);
  }

  @Override
  public void writeTo(Path folder) throws IOException {
    Instant end = clock.instant();
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("program", "datamarket");
    manifest.put("version", version());
    manifest.put("java", property("java.vm.name") + " " + property("java.runtime.version"));
    manifest.put(
        "os", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    manifest.put("processors", Runtime.getRuntime().availableProcessors());
    manifest.put("memory_limit_mb", Runtime.getRuntime().maxMemory() >> 20);
    manifest.put("host", host());
    manifest.put("start", start.toString());
    manifest.put("end", end.toString());
    manifest.put("wall_seconds", Duration.between(start, end).toMillis() / 1000.0);
    manifest.put("command_line", commandLine);
    manifest.put("inputs", inputs);
    manifest.put("outputs", outputs(folder));
    OutputFile.write(folder.resolve(FILE), Json.text(manifest));
  }

  private static Map<String, String> outputs(Path folder) throws IOException {
    Map<String, String> hashes = new LinkedHashMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.equals(FILE)) {
          hashes.put(name, sha256(file));
        }
      }
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    return hashes;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String version() throws IOException {
    try (InputStream in = Manifest.class.getResourceAsStream("/datamarket-version.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unknown");
    }
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
