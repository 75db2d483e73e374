package org.datamarket.study.sweep;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Setting;

/**
 * Runs and outcomes as JSON in one line, in which they travel between machines and are kept in the
 * journal. Equal values have equal lines.
 */
public final class Codec {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Codec() {}

  /** A run as a line. */
  public static String encode(RunSpec spec) {
    ObjectNode line = JSON.createObjectNode();
    line.put("point", spec.point());
    line.put("replication", spec.replication());
    line.put("seed", spec.seed());
    ArrayNode settings = line.putArray("settings");
    for (Setting setting : spec.settings()) {
      ObjectNode node = settings.addObject();
      node.put("factor", setting.factor());
      node.put("level", setting.level());
      putAll(node.putArray("overrides"), setting.overrides());
    }
    return text(line);
  }

  /**
   * The run that a line stands for.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  public static RunSpec runSpec(String line) {
    JsonNode node = node(line);
    List<Setting> settings = new ArrayList<>();
    for (JsonNode setting : part(node, "settings")) {
      settings.add(
          new Setting(
              word(setting, "factor"), word(setting, "level"), texts(part(setting, "overrides"))));
    }
    return new RunSpec(
        (int) whole(node, "point"),
        (int) whole(node, "replication"),
        whole(node, "seed"),
        settings);
  }

  /** An outcome as a line. */
  public static String encode(Outcome outcome) {
    return text(node(outcome));
  }

  /**
   * The outcome that a line stands for.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  public static Outcome outcome(String line) {
    return outcome(node(line));
  }

  static ObjectNode node(Outcome outcome) {
    ObjectNode node = JSON.createObjectNode();
    node.put("status", outcome.status());
    node.put("error", outcome.error());
    putAll(node.putArray("measures"), outcome.measures());
    ArrayNode rounds = node.putArray("rounds");
    for (List<String> round : outcome.rounds()) {
      putAll(rounds.addArray(), round);
    }
    return node;
  }

  static Outcome outcome(JsonNode node) {
    List<List<String>> rounds = new ArrayList<>();
    for (JsonNode round : part(node, "rounds")) {
      rounds.add(texts(round));
    }
    return new Outcome(
        word(node, "status"), word(node, "error"), texts(part(node, "measures")), rounds);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static JsonNode node(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("is no JSON: " + broken.getOriginalMessage(), broken);
    }
  }

  static String text(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain values have no cause to fail", impossible);
    }
  }

  static String word(JsonNode node, String key) {
    JsonNode value = part(node, key);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(key + " is no text");
    }
    return value.textValue();
  }

  static long whole(JsonNode node, String key) {
    JsonNode value = part(node, key);
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      throw new IllegalArgumentException(key + " is no whole number");
    }
    return value.longValue();
  }

  static JsonNode part(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new IllegalArgumentException("has no " + key);
    }
    return value;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list) {
      if (!item.isTextual()) {
        throw new IllegalArgumentException("a cell is no text");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  private static void putAll(ArrayNode list, List<String> texts) {
    texts.forEach(list::add);
  }
}
