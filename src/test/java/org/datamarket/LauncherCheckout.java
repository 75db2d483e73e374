package org.datamarket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A checkout with the launcher and stand-ins for {@code java} and {@code mvn}: {@code java} prints
 * how it was called and what it reads, {@code mvn} counts its builds. Only the tools that the
 * launcher may count on are on its path.
 */
final class LauncherCheckout {
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "dirname",
          "find",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "touch",
          "uname");

  static final String JAVA =
      """
      #!/bin/sh
      case " $* " in
        *' -version '*)
          if [ -n "${JAVA_FAILS:-}" ]; then echo 'Error: could not reserve space' "($*)" >&2; exit 1; fi
          echo "    native.encoding = ${JAVA_ENCODING:-UTF-8}" >&2
          echo 'openjdk version "%s" 2022-01-18' >&2
          exit ;;
      esac
      echo "ran in $(pwd -P): $*${LC_ALL:+ under $LC_ALL}"
      cat
      """;

  static final String MAVEN =
      """
      #!/bin/sh
      case " $* " in *' -v '*) echo 'Apache Maven %s (abc)'; exit ;; esac
      echo build >>"${0%%/*}/builds"
      cat >/dev/null
      for argument; do case $argument in -Ddatamarket.build=*) out=${argument#*=} ;; esac; done
      sleep "${MAVEN_TAKES:-0}"
      if [ -n "${MAVEN_FAILS:-}" ]; then echo '[ERROR] cannot find symbol'; exit 1; fi
      echo jar >"$out/datamarket.jar"
      """;

  record Outcome(int exit, String out, String err) {}

  private final Path home;
  private final Path tools;
  private final Map<String, String> environment = new TreeMap<>();

  LauncherCheckout(Path directory) throws IOException {
    home = Files.createDirectories(directory.resolve("a check out"));
    tools = Files.createDirectories(directory.resolve("tools"));
    Files.copy(
        Path.of("datamarket"), home.resolve("datamarket"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.createDirectories(home.resolve("src/main/java"));
    Files.writeString(home.resolve("src/main/java/A.java"), "class A {}");
    for (String tool : TOOLS) {
      script(tool, "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(onPath(tool)));
    }
    script("java", JAVA.formatted("17.0.2"));
    script("javac", "#!/bin/sh\n");
    script("mvn", MAVEN.formatted("3.8.7"));
    environment.put("PATH", tools.toString());
  }

  Path home() {
    return home;
  }

  Path tools() {
    return tools;
  }

  /** What the launcher finds in its environment; initially only the path. */
  Map<String, String> environment() {
    return environment;
  }

  Path jar() {
    return home.resolve(".build/datamarket.jar");
  }

  long builds() throws IOException {
    Path log = tools.resolve("builds");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  List<String> leftInBuild() throws IOException {
    try (var files = Files.list(home.resolve(".build"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  void script(String name, String text) throws IOException {
    Path file = Files.writeString(tools.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path onPath(String tool) {
    for (String directory : System.getenv("PATH").split(":")) {
      Path file = Path.of(directory, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new IllegalStateException(tool + " is not on the path");
  }

  static void touchLater(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(2)));
  }

  Outcome run(Path directory, String... arguments) throws Exception {
    return launch(directory, home.resolve("datamarket"), arguments);
  }

  Outcome launch(Path directory, Path launcher, String... arguments) throws Exception {
    Process process = start(directory, launcher, arguments);
    process.getOutputStream().close();
    return finish(process);
  }

  Process start(Path directory, String... arguments) throws IOException {
    return start(directory, home.resolve("datamarket"), arguments);
  }

  private Process start(Path directory, Path launcher, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Outcome finish(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), out, err);
  }

  interface Condition {
    boolean holds() throws IOException;
  }

  static void await(Condition condition) throws Exception {
    for (int i = 0; i < 200 && !condition.holds(); i++) {
      Thread.sleep(50);
    }
    assertThat(condition.holds()).isTrue();
  }
}
