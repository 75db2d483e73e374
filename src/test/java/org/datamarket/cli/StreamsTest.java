package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no regular files: pipes, devices, standard input. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class StreamsTest {
  private static final Duration SOON = Duration.ofSeconds(8);

  @TempDir private Path folder;
  private byte[] model;

  @BeforeEach
  void model() throws IOException {
    model = Files.readAllBytes(Path.of("models/tuffin-ties.yaml"));
  }

  private Path pipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  private Path written(byte[] bytes) throws Exception {
    Path pipe = pipe();
    Thread writer =
        new Thread(
            () -> {
              try {
                Files.write(pipe, bytes);
              } catch (IOException readerHasGone) {
                Thread.currentThread().interrupt();
              }
            });
    writer.setDaemon(true);
    writer.start();
    return pipe;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private JsonNode inputs(Path out) throws IOException {
    return new ObjectMapper().readTree(out.resolve("manifest.json").toFile()).get("inputs");
  }

  @Test
  void validate_readsStandardInputAndPipes() throws Exception {
    assertThat(Shell.runWith(model, "validate", "-").done())
        .isEqualTo("-: ok, 4 buyers, 1 seller\n");
    Path pipe = written(model);
    assertThat(Shell.run("validate", pipe).done()).isEqualTo(pipe + ": ok, 4 buyers, 1 seller\n");
    assertThat(Shell.runWith(new byte[0], "validate", "-").mistake())
        .isEqualTo("-: is empty; expected a file that begins with format: 1");
  }

  @Test
  void run_hashesWhatItHasRead() throws Exception {
    Path out = folder.resolve("from-stdin");
    Shell.runWith(model, "run", "-", "--out", out, "--quiet", "--no-report").done();
    assertThat(inputs(out).get("-").asText()).isEqualTo(sha256(model));

    Path pipe = written(model);
    Path other = folder.resolve("from-pipe");
    Shell.run("run", pipe, "--out", other, "--quiet", "--no-report").done();
    assertThat(inputs(other).get(pipe.toString()).asText()).isEqualTo(sha256(model));
    assertThat(other.resolve("buyers.csv")).hasSameBinaryContentAs(out.resolve("buyers.csv"));
  }

  @Test
  void run_namesWhatHasNoName() throws Exception {
    byte[] nameless = "format: 1\nbuyers: {count: 1}\nsellers: {count: 1}\n".getBytes();
    Path out = folder.resolve("out");
    Shell.runWith(nameless, "run", "-", "--out", out, "--quiet", "--no-report").done();
    assertThat(out.resolve("model.yaml")).content().contains("\nname: stdin\n");
  }

  @Test
  void sweep_readsStandardInput_pathsAreThoseOfTheWorkingDirectory() throws Exception {
    byte[] study =
        "format: 1\nmodel: models/tuffin-ties.yaml\nfactors: {epsilon: [0.1, 0.2]}\n".getBytes();
    Path out = folder.resolve("study");
    Shell.runWith(study, "sweep", "-", "--out", out, "--quiet", "--no-report").done();
    assertThat(inputs(out).get("-").asText()).isEqualTo(sha256(study));
    assertThat(out.resolve("runs.csv")).content().hasLineCount(3);
  }

  @Test
  void clear_readsAPipe() throws Exception {
    byte[] bids =
        "{\"sellers\":[{\"quantity\":1,\"reserve\":0}],\"bids\":[[{\"quantity\":1,\"price\":1}]]}"
            .getBytes();
    assertThat(Shell.run("clear", written(bids)).done()).contains("\"sold\":1.0");
  }

  @Test
  void pipeThatNobodyWritesInto() throws Exception {
    Path pipe = pipe();
    for (String command : List.of("validate", "run", "sweep", "clear", "compare")) {
      assertThat(assertTimeoutPreemptively(SOON, () -> Shell.run(command, pipe).mistake()))
          .isEqualTo(
              pipe
                  + ": nothing has opened this pipe for writing in 3 seconds; expected a file, or a"
                  + " pipe that something writes into");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "buyers: {csv: pipe}\nsellers: {count: 1}\n",
        "buyers: {count: 1}\nsellers: {csv: pipe}\n",
        "buyers: {count: 1}\nsellers: {count: 1}\nreach: {kind: given, csv: pipe}\n",
      })
  void table_isARegularFile(String model) throws Exception {
    pipe();
    Path file = Files.writeString(folder.resolve("m.yaml"), "format: 1\n" + model);
    assertThat(assertTimeoutPreemptively(SOON, () -> Shell.run("validate", file).mistake()))
        .contains(" is a pipe or a device; expected a regular file, for it is read more than once");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "run", "sweep", "clear", "compare"})
  @EnabledOnOs(OS.LINUX)
  void devices(String command) {
    for (String device : List.of("/dev/zero", "/dev/null", "/dev/full")) {
      assertThat(assertTimeoutPreemptively(SOON, () -> Shell.run(command, device).mistake()))
          .startsWith(device + ": ");
    }
  }
}
