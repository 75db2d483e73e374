package org.datamarket.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.datamarket.document.UserMistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checkpoints that were made to do harm are refused, and soon. */
class HostileCheckpointTest {
  private static final String MODEL = "the fingerprint of a model";
  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir private Path folder;

  /** Writes the objects of a run. */
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private String refusal(Content content) throws IOException {
    Path file = folder.resolve("hostile.checkpoint");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeUTF("datamarket-checkpoint");
      out.writeInt(2);
      out.writeUTF(MODEL);
      try (OutputStream packed = new GZIPOutputStream(out)) {
        content.writeTo(packed);
      }
    }
    UserMistake refused =
        assertTimeoutPreemptively(
            SOON,
            () -> catchThrowableOfType(UserMistake.class, () -> Checkpoint.read(file, MODEL)));
    assertThat(refused).isNotNull();
    return refused.getMessage().substring(file.toString().length() + 2);
  }

  private String refusal(Object root) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
      objects.writeObject(root);
    }
    return refusal(out -> out.write(bytes.toByteArray()));
  }

  /**
   * Something with next to nothing in it, held twice or more by something, which is held likewise,
   * …
   */
  private static Object nested(Object leaf, int times, UnaryOperator<Object> twice) {
    Object inner = leaf;
    for (int k = 0; k < times; k++) {
      inner = twice.apply(inner);
    }
    return inner;
  }

  private static Object sets(int depth) {
    Set<Object> root = new HashSet<>();
    Set<Object> one = root;
    Set<Object> other = new HashSet<>();
    for (int k = 0; k < depth; k++) {
      Set<Object> nextOne = new HashSet<>();
      Set<Object> nextOther = new HashSet<>();
      nextOne.add("foo");
      one.add(nextOne);
      one.add(nextOther);
      other.add(nextOne);
      other.add(nextOther);
      one = nextOne;
      other = nextOther;
    }
    return root;
  }

  private static Object key(Object bomb) {
    // in a collection that does not hash it while it is made
    return new Object[] {bomb};
  }

  static Stream<Arguments> bombs() {
    UnaryOperator<Object> lists = inner -> new ArrayList<>(Arrays.asList(inner, inner));
    UnaryOperator<Object> fixed = inner -> List.of(inner, inner);
    UnaryOperator<Object> pairs = inner -> new SimpleEntry<>(inner, inner);
    UnaryOperator<Object> wrapped =
        inner -> Collections.unmodifiableList(Arrays.asList(inner, inner, inner));
    return Stream.of(
        Arguments.of("lists of lists", key(nested("x", 60, lists))),
        Arguments.of("immutable lists", key(nested("x", 60, fixed))),
        Arguments.of("pairs of pairs", key(nested("x", 60, pairs))),
        Arguments.of("views of lists", key(nested("x", 60, wrapped))),
        Arguments.of("a list of 2³¹ alike", key(Collections.nCopies(Integer.MAX_VALUE, "x"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  void whatWouldBeHashedForEver_isRefusedBeforeAnythingHashesIt(String name, Object bomb)
      throws IOException {
    assertThat(refusal(bomb)).isIn("is damaged", "holds what is no part of a run, and is not read");
  }

  @Test
  void setsOfSets() throws IOException {
    // 22 levels take a second to write, and twice as long for each one more
    assertThat(refusal(sets(22))).isEqualTo("is damaged");
  }

  @Test
  void manyKeysThatAreOneLongList() throws IOException {
    List<Object> list = new ArrayList<>(Collections.nCopies(60_000, "x"));
    Map<Object, Object> map = new HashMap<>();
    for (int k = 0; k < 60_000; k++) {
      map.put(k, null);
    }
    // the list in the place of every key, as a hostile writer would have it
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream objects =
        new ObjectOutputStream(bytes) {
          {
            enableReplaceObject(true);
          }

          @Override
          protected Object replaceObject(Object object) {
            return object instanceof Integer ? list : object;
          }
        }) {
      objects.writeObject(new Object[] {list, map});
    }
    assertThat(refusal(out -> out.write(bytes.toByteArray())))
        .isIn("holds what is no part of a run, and is not read", "is damaged");
  }

  @Test
  void nestedDeeplyEnoughToExhaustTheStack() throws IOException {
    // written by hand: the writer's own stack would not hold
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(0xaced);
      out.writeShort(5);
      for (int k = 0; k < 100_000; k++) {
        out.writeByte(0x75); // an array of objects
        if (k == 0) {
          out.writeByte(0x72);
          out.writeUTF("[Ljava.lang.Object;");
          out.writeLong(0x90ce589f1073296cL);
          out.writeByte(2);
          out.writeShort(0);
          out.writeByte(0x78);
          out.writeByte(0x70);
        } else {
          out.writeByte(0x71);
          out.writeInt(0x7e0000);
        }
        out.writeInt(2);
      }
      out.writeByte(0x70);
    }
    assertThat(refusal(out -> out.write(bytes.toByteArray())))
        .isEqualTo("holds what is no part of a run, and is not read");
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void arrayLongerThanTheFile(String name, long uid) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(0xaced);
      out.writeShort(5);
      out.writeByte(0x75);
      out.writeByte(0x72);
      out.writeUTF(name);
      out.writeLong(uid);
      out.writeByte(2);
      out.writeShort(0);
      out.writeByte(0x78);
      out.writeByte(0x70);
      out.writeInt(Integer.MAX_VALUE - 8);
    }
    assertThat(refusal(out -> out.write(bytes.toByteArray())))
        .isEqualTo("holds what is no part of a run, and is not read");
  }

  static Stream<Arguments> arrays() {
    return Stream.of(double[].class, long[].class, Object[].class, byte[].class, double[][].class)
        .map(
            type ->
                Arguments.of(
                    type.getName(),
                    java.io.ObjectStreamClass.lookupAny(type).getSerialVersionUID()));
  }

  @Test
  void unpacksToFarMoreThanItIs() throws IOException {
    byte[] zeros = new byte[1 << 20];
    assertThat(
            refusal(
                out -> {
                  for (int k = 0; k < 200; k++) {
                    out.write(zeros);
                  }
                }))
        .startsWith("unpacks to more than ");
  }

  @Test
  void pipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    UserMistake refused =
        assertTimeoutPreemptively(
            SOON,
            () -> catchThrowableOfType(UserMistake.class, () -> Checkpoint.read(pipe, MODEL)));
    assertThat(refused).hasMessage(pipe + ": is a pipe or a device, not a checkpoint");
  }

  @Test
  void ordinaryCollectionsOfStrategies_areRead() throws Exception {
    Map<Object, Object> map = new HashMap<>();
    for (int k = 0; k < 20_000; k++) {
      map.put(k, new ArrayList<>(List.of(1.0 * k, 2.0)));
    }
    Object all =
        List.of(map, new LinkedHashSet<>(List.of("a", "b")), Map.of("a", List.of(1)), Set.of(1, 2));
    // read whole: what is refused is only that it is no market
    assertThat(refusal(all)).isEqualTo("is damaged");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
      objects.writeObject(all);
    }
    try (RunStream stream =
        new RunStream(
            new java.io.ByteArrayInputStream(bytes.toByteArray()), bytes.size(), type -> true)) {
      assertThat(stream.readObject()).isEqualTo(all);
    }
  }
}
