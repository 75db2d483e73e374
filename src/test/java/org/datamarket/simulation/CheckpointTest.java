package org.datamarket.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.datamarket.document.UserMistake;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are read back, and those that are refused in one line. */
class CheckpointTest {
  private static final String MODEL = "the fingerprint of a model";

  @TempDir private Path folder;
  private Path file;
  private DataMarket market;

  @BeforeEach
  void checkpoint() throws Exception {
    ModelFile model = ModelFile.read(Path.of("models/reproduction.yaml"), List.of());
    market = new DataMarket(model.seed(), new FixedModel(model.draw()));
    market.start();
    market.playUntil(3);
    file = folder.resolve("run.checkpoint");
    Checkpoint.write(market, MODEL, file);
  }

  private String refusal() {
    return refusal(file, MODEL);
  }

  private String refusal(Path from, String model) {
    UserMistake refused =
        catchThrowableOfType(UserMistake.class, () -> Checkpoint.read(from, model));
    assertThat(refused).as("a refusal of " + from).isNotNull();
    assertThat(refused.getMessage()).startsWith(from + ": ").doesNotContain("\n");
    return refused.getMessage().substring(from.toString().length() + 2);
  }

  private byte[] checkpointOf(Object content, String magic, int version) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(magic);
    out.writeInt(version);
    out.writeUTF(MODEL);
    try (ObjectOutputStream objects = new ObjectOutputStream(new GZIPOutputStream(out))) {
      objects.writeObject(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void read_isTheRunThatWasWritten() throws Exception {
    DataMarket restored = Checkpoint.read(file, MODEL);
    assertThat(restored.stateHash()).isEqualTo(market.stateHash());

    restored.playUntil(Integer.MAX_VALUE);
    market.playUntil(Integer.MAX_VALUE);
    assertThat(restored.monitor().round()).isGreaterThan(3);
    assertThat(restored.stateHash()).isEqualTo(market.stateHash());
  }

  @Test
  void written_itReplacesAnOlderOneAndLeavesNothingBeside() throws Exception {
    market.playUntil(5);
    Checkpoint.write(market, MODEL, file);

    assertThat(Checkpoint.read(file, MODEL).monitor().round()).isEqualTo(5);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void unwritable_theOlderOneStays() throws Exception {
    byte[] before = Files.readAllBytes(file);
    DataMarket unwritable = new DataMarket(1, new Unwritable());

    assertThat(
            catchThrowableOfType(
                IOException.class, () -> Checkpoint.write(unwritable, MODEL, file)))
        .isNotNull();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static final class Unwritable implements ModelSource {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial")
    private final Object notSerializable = new Object();

    @Override
    public MarketModel draw(long seed) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void missingFile() {
    assertThat(refusal(folder.resolve("nowhere"), MODEL)).isEqualTo("no such file");
  }

  @Test
  void directory() {
    assertThat(refusal(folder, MODEL)).isEqualTo("is a directory, not a checkpoint");
  }

  @Test
  void belowAFile() {
    assertThat(refusal(file.resolve("below"), MODEL)).startsWith("cannot be read: ");
  }

  @Test
  void otherFile() throws IOException {
    Files.writeString(file, "format: 1\n");
    assertThat(refusal()).isEqualTo("is not a checkpoint");
    Files.write(file, new byte[0]);
    assertThat(refusal()).isEqualTo("is not a checkpoint");
    Files.write(file, new byte[100_000]);
    assertThat(refusal()).isEqualTo("is not a checkpoint");
  }

  @Test
  void otherModel() {
    assertThat(refusal(file, "another"))
        .isEqualTo("is a checkpoint of another model, or of other settings of this one");
  }

  @Test
  void otherVersion() throws IOException {
    Files.write(file, checkpointOf("", "datamarket-checkpoint", 7));
    assertThat(refusal()).isEqualTo("is a checkpoint of format 7, expected format 2");
  }

  @Test
  void truncatedAnywhere_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {22, 24, 26, 30, 60, bytes.length / 2, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThat(refusal())
          .as("after " + length + " bytes")
          .isIn("is damaged", "is not a checkpoint");
    }
  }

  @Test
  void anyBitFlippedAfterTheHeader_isRefusedOrWithoutEffect() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    int header = "datamarket-checkpoint".length() + MODEL.length() + 8;
    Random random = new Random(1);
    int harmless = 0;
    for (int k = 0; k < 200; k++) {
      byte[] damaged = bytes.clone();
      int at = header + 10 + random.nextInt(bytes.length - header - 10);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      try {
        // a few bits pad the last byte of the compressed run, and mean nothing
        assertThat(Checkpoint.read(file, MODEL).stateHash()).isEqualTo(market.stateHash());
        harmless++;
      } catch (UserMistake refused) {
        assertThat(refused).as("a bit of byte " + at).hasMessage(file + ": is damaged");
      }
    }
    assertThat(harmless).isLessThanOrEqualTo(2);
  }

  @Test
  void foreignClass_isRefused() throws IOException {
    Files.write(file, checkpointOf(new javax.swing.JPanel(), "datamarket-checkpoint", 2));
    assertThat(refusal()).isEqualTo("holds what is no part of a run, and is not read");
    Files.write(file, checkpointOf(new java.io.File("a"), "datamarket-checkpoint", 2));
    assertThat(refusal()).isEqualTo("holds what is no part of a run, and is not read");
    Files.write(
        file,
        checkpointOf(
            List.of(1, new java.net.URL("http://localhost/")), "datamarket-checkpoint", 2));
    assertThat(refusal()).isEqualTo("holds what is no part of a run, and is not read");
  }

  @Test
  void otherObjectOfARun_isDamage() throws IOException {
    Files.write(file, checkpointOf(List.of("a", 1), "datamarket-checkpoint", 2));
    assertThat(refusal()).isEqualTo("is damaged");
  }
}
