package org.datamarket.output.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.io.WholeFile;
import org.datamarket.output.OutputDocs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
  /** SHA-256 of "abc", from the standard (FIPS 180-2, appendix B.1). */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path home;

  /** Goes on by 2.5 seconds whenever it is asked. */
  private static Clock ticking() {
    return new Clock() {
      private Instant now = Instant.parse("2025-01-01T00:00:00Z");

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        Instant before = now;
        now = now.plus(Duration.ofMillis(2500));
        return before;
      }
    };
  }

  private JsonNode manifest() throws IOException {
    Path input = Files.writeString(home.resolve("model.yaml"), "abc");
    Manifest manifest =
        Manifest.begin(
            ticking(), FolderKind.RUN, List.of("datamarket", "run", "x y"), List.of(input));
    Files.writeString(input, "changed since");
    Content nested =
        folder -> {
          Files.createDirectory(folder.resolve("charts"));
          WholeFile.write(folder.resolve("charts/a.svg"), "abc");
        };
    Content first = folder -> WholeFile.write(folder.resolve("b.csv"), "");
    RunFolder.write(home.resolve("run"), false, first, nested, manifest);
    return new ObjectMapper().readTree(home.resolve("run/manifest.json").toFile());
  }

  @Test
  void manifest_hasTheKeysThatItsDocumentsName() throws IOException {
    List<String> keys = new ArrayList<>();
    manifest().fieldNames().forEachRemaining(keys::add);
    assertThat(keys).isEqualTo(OutputDocs.MANIFEST.stream().map(key -> key.get(0)).toList());
  }

  @Test
  void manifest_hasTimesAndTheCommand() throws IOException {
    JsonNode manifest = manifest();
    assertThat(manifest.get("start").asText()).isEqualTo("2025-01-01T00:00:00Z");
    assertThat(manifest.get("end").asText()).isEqualTo("2025-01-01T00:00:02.500Z");
    assertThat(manifest.get("wall_seconds").asDouble()).isEqualTo(2.5);
    assertThat(manifest.get("command_line").get(2).asText()).isEqualTo("x y");
    assertThat(manifest.get("version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void manifest_hashesInputsAsTheyWereAndAllOutputs() throws IOException {
    JsonNode manifest = manifest();
    assertThat(manifest.get("inputs").get(home.resolve("model.yaml").toString()).asText())
        .isEqualTo(ABC);
    List<String> outputs = new ArrayList<>();
    manifest.get("outputs").fieldNames().forEachRemaining(outputs::add);
    assertThat(outputs).containsExactly("b.csv", "charts/a.svg");
    assertThat(manifest.get("outputs").get("charts/a.svg").asText()).isEqualTo(ABC);
  }

  @Test
  void begin_inputThatIsNotThere_isAnError() {
    assertThatThrownBy(
            () -> Manifest.begin(FolderKind.RUN, List.of(), List.of(home.resolve("none"))))
        .isInstanceOf(NoSuchFileException.class);
  }
}
