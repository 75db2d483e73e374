package org.datamarket.output.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.datamarket.io.Json;
import org.datamarket.io.Sha256;
import org.datamarket.io.WholeFile;

/**
 * The text of {@code manifest.json}. It ends with a seal, by which it is known as the program's
 * own, and unchanged; one written before there was a seal is known by its keys.
 *
 * @param head all but what is in the folder: a {@link ManifestHead}, perhaps of another version
 * @param inventory what is in the folder
 */
record ManifestFile(ObjectNode head, Inventory inventory) {
  /** What the file calls the program. */
  static final String PROGRAM = "datamarket";

  private static final String OUTPUTS = "outputs";
  private static final String UNFINISHED = "unfinished";
  private static final String SEAL = "seal";
  private static final String BEFORE_SEAL = ",\n  \"" + SEAL + "\" : \"";
  private static final String AFTER_SEAL = "\"\n}\n";
  private static final int LENGTH = BEFORE_SEAL.length() + 64 + AFTER_SEAL.length();

  /** More than a folder can ever need. */
  private static final long MOST_BYTES = 1L << 26;

  private static final Set<String> KEYS_WITHOUT_SEAL =
      Set.of(
          "program",
          "version",
          "java",
          "os",
          "processors",
          "memory_limit_mb",
          "host",
          "start",
          "end",
          "wall_seconds",
          "command_line",
          "inputs",
          OUTPUTS);

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /** What is in the folder, by the names {@value #OUTPUTS} and {@value #UNFINISHED}. */
  private record Tail(SortedMap<String, String> outputs, SortedSet<String> unfinished) {}

  void writeTo(Path folder) throws IOException {
    ObjectNode all = head.deepCopy();
    all.setAll(Json.object(new Tail(inventory.files(), inventory.unfinished())));
    WholeFile.write(folder.resolve(Manifest.FILE), sealed(Json.text(all)));
  }

  private static String sealed(String json) {
    String open = json.substring(0, json.lastIndexOf("\n}"));
    return open + BEFORE_SEAL + seal(open) + AFTER_SEAL;
  }

  private static String seal(String open) {
    return new Sha256().add(open).hex();
  }

  private static boolean isSealed(String text) {
    String open = text.substring(0, Math.max(0, text.length() - LENGTH));
    return text.equals(open + BEFORE_SEAL + seal(open) + AFTER_SEAL);
  }

  /** The manifest in a folder; none if it is not there, not the program's, or was changed. */
  static Optional<ManifestFile> read(Path folder) throws IOException {
    Path file = folder.resolve(Manifest.FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException other) {
      return Optional.empty();
    }
    return json instanceof ObjectNode object && json.path("program").asText().equals(PROGRAM)
        ? of(object, text)
        : Optional.empty();
  }

  private static Optional<ManifestFile> of(ObjectNode json, String text) {
    Set<String> keys = new TreeSet<>();
    json.fieldNames().forEachRemaining(keys::add);
    boolean own = keys.contains(SEAL) ? isSealed(text) : keys.equals(KEYS_WITHOUT_SEAL);
    Optional<FolderKind> kind =
        keys.contains(SEAL)
            ? FolderKind.of(json.path("kind").asText())
            : FolderKind.writtenBy(json.path("command_line").path(1).asText());
    if (!own || kind.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, String> files = new TreeMap<>();
    json.path(OUTPUTS)
        .fields()
        .forEachRemaining(one -> files.put(one.getKey(), one.getValue().asText()));
    SortedSet<String> unfinished = new TreeSet<>();
    json.path(UNFINISHED).forEach(name -> unfinished.add(name.asText()));
    return Optional.of(
        new ManifestFile(head(json, kind.get()), new Inventory(kind.get(), files, unfinished)));
  }

  /** The kind stands after the program, also where an earlier version has not written it. */
  private static ObjectNode head(ObjectNode json, FolderKind kind) {
    ObjectNode head = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> one : json.properties()) {
      head.set(one.getKey(), one.getValue());
      if (one.getKey().equals("program")) {
        head.put("kind", kind.key());
      }
    }
    return head.remove(List.of(OUTPUTS, UNFINISHED, SEAL));
  }
}
