package org.datamarket.study.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.document.YamlReader;
import org.datamarket.io.Sha256;
import org.datamarket.model.population.Inputs;
import org.datamarket.study.Study;

/**
 * All that the results of a study rest on, by which a study is known again: the effective study and
 * model, and a hash of each table that they read.
 *
 * @param study the text of {@code study.yaml}
 * @param model the text of {@code model.yaml}
 * @param tables SHA-256 by file name
 */
public record Fingerprint(String study, String model, SortedMap<String, String> tables) {
  private static final int MOST_NAMED = 3;

  /** What a study rests on. */
  public static Fingerprint of(Study study) throws IOException, UserMistake {
    SortedMap<String, String> tables = new TreeMap<>();
    for (Map.Entry<String, Path> table : tables(study).entrySet()) {
      tables.put(table.getKey(), Sha256.of(table.getValue()));
    }
    return new Fingerprint(study.effectiveYaml(), study.model().effectiveYaml(), tables);
  }

  /** What the study in a folder rests on. */
  static Fingerprint of(Path folder) throws IOException {
    SortedMap<String, String> tables = new TreeMap<>();
    Path inputs = folder.resolve(Inputs.FOLDER);
    if (Files.isDirectory(inputs)) {
      try (Stream<Path> files = Files.list(inputs)) {
        for (Path file : files.toList()) {
          tables.put(file.getFileName().toString(), Sha256.of(file));
        }
      }
    }
    return new Fingerprint(
        Files.readString(folder.resolve(StudyFolder.STUDY)),
        Files.readString(folder.resolve(StudyFolder.MODEL)),
        tables);
  }

  /**
   * The tables of a study's design and model, by file name.
   *
   * @throws UserMistake if two of them have the same name
   */
  static Map<String, Path> tables(Study study) throws UserMistake {
    Map<String, Path> tables = new LinkedHashMap<>();
    for (Path table :
        Stream.concat(study.model().inputs().stream(), study.inputs().stream()).toList()) {
      Path known = tables.put(table.getFileName().toString(), table);
      if (known != null
          && !known.toAbsolutePath().normalize().equals(table.toAbsolutePath().normalize())) {
        throw new UserMistake(
            table + ": " + known + " has the same file name; expected different file names");
      }
    }
    return tables;
  }

  /** SHA-256 of it all. */
  public String hash() {
    StringBuilder all = new StringBuilder();
    all.append(study).append('\0').append(model).append('\0');
    tables.forEach((name, hash) -> all.append(name).append('\0').append(hash).append('\0'));
    return new Sha256().add(all.toString()).hex();
  }

  /** In what another one differs from this, in words; nothing if it does not. */
  public Optional<String> difference(Fingerprint other) {
    List<String> differences = new ArrayList<>();
    compare("", study, other.study, differences);
    compare("model: ", model, other.model, differences);
    SortedMap<String, String> all = new TreeMap<>(tables);
    all.putAll(other.tables);
    for (String name : all.keySet()) {
      if (!all.get(name).equals(tables.get(name)) || !other.tables.containsKey(name)) {
        differences.add("the table " + name + " has changed");
      }
    }
    int more = differences.size() - MOST_NAMED;
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join("; ", differences.subList(0, Math.min(MOST_NAMED, differences.size())))
                + (more > 0 ? "; and " + more + " more" : ""));
  }

  private static void compare(String prefix, String before, String now, List<String> differences) {
    if (before.equals(now)) {
      return;
    }
    Map<String, String> was = flat(before);
    Map<String, String> is = flat(now);
    int found = differences.size();
    Map<String, String> all = new LinkedHashMap<>(was);
    is.forEach(all::putIfAbsent);
    for (String path : all.keySet()) {
      String old = was.get(path);
      String young = is.get(path);
      if (old == null || !old.equals(young)) {
        differences.add(
            prefix
                + path
                + (young == null ? " is no longer there" : " is " + Words.shortened(young))
                + (old == null ? ", which was not there" : ", was " + Words.shortened(old)));
      }
    }
    if (differences.size() == found) {
      differences.add(prefix + "the order or the form of its keys has changed");
    }
  }

  /** The document as texts by path. */
  private static Map<String, String> flat(String yaml) {
    Map<String, String> texts = new LinkedHashMap<>();
    try {
      flatten("", YamlReader.read("", yaml), texts);
    } catch (Mistake unreadable) {
      texts.put("the file", "no YAML");
    }
    return texts;
  }

  private static void flatten(String path, Node node, Map<String, String> texts) {
    if (node instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
      for (Node.Entry entry : mapping.entries()) {
        flatten(path.isEmpty() ? entry.key() : path + "." + entry.key(), entry.value(), texts);
      }
    } else if (node instanceof Node.Sequence sequence && !sequence.items().isEmpty()) {
      for (int k = 0; k < sequence.items().size(); k++) {
        flatten(path + "[" + k + "]", sequence.items().get(k), texts);
      }
    } else {
      texts.put(path, node instanceof Node.Scalar scalar ? scalar.text() : node.inWords());
    }
  }
}
