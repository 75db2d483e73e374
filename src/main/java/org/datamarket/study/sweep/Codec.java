package org.datamarket.study.sweep;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .build();

  private Codec() {}

  /** A run as a line. */
  public static String encode(RunSpec spec) {
    return text(spec);
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
    return text(outcome);
  }

  /**
   * The outcome that a line stands for.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  public static Outcome outcome(String line) {
    return outcome(node(line));
  }

  static Outcome outcome(JsonNode node) {
    List<List<String>> rounds = new ArrayList<>();
    for (JsonNode round : part(node, "rounds")) {
      rounds.add(texts(round));
    }
    return new Outcome(
        word(node, "status"), word(node, "error"), texts(part(node, "measures")), rounds);
  }

  static JsonNode node(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("is no JSON: " + broken.getOriginalMessage(), broken);
    }
  }

  /** A record as a line: its components, in order. */
  static String text(Record line) {
    try {
      return JSON.writeValueAsString(line);
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
}
