package org.datamarket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Positions, and writing that reads again. */
class YamlTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "opt-out",
          "yes",
          "No",
          "null",
          "~",
          "true",
          "1",
          "-0.5",
          "1e5",
          "010",
          "0x1f",
          "1:30",
          "a: b",
          "- a",
          "#x",
          "x #y",
          "\"",
          "\\",
          "'",
          "é",
          "日本",
          "line\nbreak",
          "tab\t",
          "{",
          "[1]",
          "*a",
          "&b",
          "!c",
          "%d",
          "@e",
          "`f",
          "a,b",
          "?",
          ":",
          "😀",
          "\u0085",
          "\u2028",
          "HK$",
          ".nan",
          ".inf",
          "2024-01-01",
          "<<",
          "=",
          "y",
          "trailing ",
          " leading");

  private int key;

  @Test
  void positions_areThoseOfKeysAndValues() {
    Node.Mapping root =
        (Node.Mapping) YamlReader.read("f", "a: 1\nb:\n  - ü\n  - {c: 2, d: [3]}\n");
    Node.Entry b = root.entry("b").orElseThrow();
    assertThat(b.keyPosition()).hasToString("f:2:1");
    assertThat(b.value().position()).hasToString("f:3:3");
    Node.Mapping inner = (Node.Mapping) ((Node.Sequence) b.value()).items().get(1);
    assertThat(inner.entry("d").orElseThrow().keyPosition()).hasToString("f:4:12");
    assertThat(inner.get("d").position()).hasToString("f:4:15");
  }

  @Test
  void byteOrderMarkAndWindowsLineEnds_areTakenAsTheyAre() {
    Node.Mapping root = (Node.Mapping) YamlReader.read("f", "a: 1\r\nb: 2\r\n");
    assertThat(root.text("b")).isEqualTo("2");
    assertThat(root.get("b").position()).hasToString("f:2:4");
  }

  @Test
  void whatIsWritten_readsAgain() {
    SplittableRandom random = new SplittableRandom(5);
    for (int run = 0; run < 2000; run++) {
      Node.Mapping tree = mapping(random, 3);
      String yaml = YamlWriter.write(tree);
      assertThat(plain(YamlReader.read("f", yaml))).as(yaml).isEqualTo(plain(tree));
    }
  }

  private Node.Mapping mapping(SplittableRandom random, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      String name =
          random.nextInt(4) == 0 ? TEXTS.get(random.nextInt(TEXTS.size())) + key++ : "key" + key++;
      entries.add(new Node.Entry(new Position.Default(), name, node(random, depth)));
    }
    return new Node.Mapping(new Position.Default(), entries);
  }

  private Node node(SplittableRandom random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(4);
    if (kind == 1) {
      return mapping(random, depth - 1);
    }
    if (kind == 2) {
      List<Node> items = new ArrayList<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        items.add(node(random, depth - 1));
      }
      return new Node.Sequence(new Position.Default(), items);
    }
    return new Node.Scalar(new Position.Default(), TEXTS.get(random.nextInt(TEXTS.size())), true);
  }

  private static Object plain(Node node) {
    if (node instanceof Node.Mapping mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      mapping.entries().forEach(entry -> map.put(entry.key(), plain(entry.value())));
      return map;
    }
    return node instanceof Node.Sequence list
        ? list.items().stream().map(YamlTest::plain).toList()
        : ((Node.Scalar) node).text();
  }

  @Test
  void distance_countsTheFewestChanges() {
    assertThat(Nearest.distance("demand", "demand")).isZero();
    assertThat(Nearest.distance("demnd", "demand")).isEqualTo(1);
    assertThat(Nearest.distance("demadn", "demand")).isEqualTo(1);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("ca", "abc")).isEqualTo(3);
  }

  @Test
  void nearest_isNearOrNothing() {
    List<String> names = List.of("epsilon", "reserve", "round-limit", "seed");
    assertThat(Nearest.of("espilon", names)).contains("epsilon");
    assertThat(Nearest.of("roundLimit", names)).contains("round-limit");
    assertThat(Nearest.of("colour", names)).isEmpty();
    assertThat(Nearest.of("", names)).isEmpty();
  }

  @Test
  void nearest_hasTheSameFirstWordIfNothingIsNear() {
    List<String> names = List.of("pay-as-bid", "posted-revenue", "posted-welfare", "no-market");
    assertThat(Nearest.of("posted-price", names)).contains("posted-revenue");
    assertThat(Nearest.of("Posted", names)).contains("posted-revenue");
    assertThat(Nearest.of("pos", names)).isEmpty();
    assertThat(Nearest.of("no-auctions-at-all", names)).isEmpty();
    assertThat(Nearest.of("pay-what-you-like", names)).contains("pay-as-bid");
  }
}
