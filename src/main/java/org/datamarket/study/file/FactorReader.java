package org.datamarket.study.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.document.type.Range;
import org.datamarket.model.distribution.Supported;
import org.datamarket.model.file.ModelFile;
import org.datamarket.model.format.QuantityFormat;
import org.datamarket.model.format.QuantityType;
import org.datamarket.study.DistributionFactor;
import org.datamarket.study.Factor;
import org.datamarket.study.LevelsFactor;
import org.datamarket.study.RangeFactor;
import org.datamarket.study.Setting;
import org.datamarket.study.Settings;

/** Reads the factors of a study, and checks each level by itself against the base model. */
final class FactorReader {
  private static final Set<String> NOT_VARIED = Set.of("format", "name", "description", "seed");
  private static final QuantityType<Supported> ANY_DRAW =
      QuantityFormat.quantity("", Range.notNegative());

  private final ModelFile base;
  private final List<Mistake> mistakes = new ArrayList<>();

  FactorReader(ModelFile base) {
    this.base = base;
  }

  /**
   * Reads all factors.
   *
   * @throws UserMistake with every mistake in every level
   */
  List<Factor> read(Node.Mapping factors) throws UserMistake {
    List<Factor> read = new ArrayList<>();
    for (Node.Entry entry : factors.entries()) {
      collect(() -> read.add(read(entry)));
    }
    if (!mistakes.isEmpty()) {
      throw new UserMistake(mistakes);
    }
    return read;
  }

  private void collect(Runnable reading) {
    try {
      reading.run();
    } catch (Mistake mistake) {
      if (mistakes.stream().map(Mistake::getMessage).noneMatch(mistake.getMessage()::equals)) {
        mistakes.add(mistake);
      }
    }
  }

  private Factor read(Node.Entry entry) {
    if (NOT_VARIED.contains(entry.key())) {
      throw new Mistake(
          entry.keyPosition(),
          Words.quoted(entry.key())
              + " cannot be a factor; expected a path into the model, such as epsilon"
              + (entry.key().equals("seed") ? " (replications have seeds of their own)" : ""));
    }
    Factor factor = factor(entry);
    if (entry.value() instanceof Node.Sequence || isNamed(entry.value())) {
      return factor;
    }
    for (Setting sample : factor.samples()) {
      check(entry, entry.value(), sample);
    }
    return factor;
  }

  /** Whether a factor has levels with names. */
  static boolean isNamed(Node value) {
    return value instanceof Node.Mapping mapping && mapping.has(StudyFormat.LEVELS.key());
  }

  /** The levels of a factor that has them with names. */
  static Node.Mapping levels(Node named) {
    return (Node.Mapping) ((Node.Mapping) named).get(StudyFormat.LEVELS.key());
  }

  private Factor factor(Node.Entry entry) {
    if (entry.value() instanceof Node.Sequence list) {
      return list(entry, list);
    }
    Node.Mapping mapping = (Node.Mapping) entry.value();
    if (isNamed(mapping)) {
      return named(entry, levels(mapping));
    }
    return mapping.has(StudyFormat.FROM.key())
        ? range(entry.key(), mapping)
        : new DistributionFactor(
            entry.key(), ANY_DRAW.read(entry.key(), mapping).value());
  }

  private Factor list(Node.Entry entry, Node.Sequence list) {
    List<Setting> levels = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Node item : list.items()) {
      Setting level = Settings.value(entry.key(), item);
      collect(() -> check(entry, item, level, seen.add(level.level())));
      levels.add(level);
    }
    return new LevelsFactor(entry.key(), levels);
  }

  private void check(Node.Entry entry, Node item, Setting level, boolean isNew) {
    if (!isNew) {
      throw new Mistake(
          item.position(),
          "level " + level.level() + " of " + entry.key() + " stands twice; expected it once");
    }
    check(entry, item, level);
  }

  private Factor named(Node.Entry entry, Node.Mapping named) {
    if (named.entries().isEmpty()) {
      throw new Mistake(entry.keyPosition(), entry.key() + " has no levels; expected one or more");
    }
    List<Setting> levels = new ArrayList<>();
    for (Node.Entry level : named.entries()) {
      Node.Mapping values = (Node.Mapping) level.value();
      for (Node.Entry value : values.entries()) {
        collect(() -> check(value, value.value(), Settings.value(value.key(), value.value())));
      }
      levels.add(Settings.named(entry.key(), level.key(), values));
    }
    return new LevelsFactor(entry.key(), levels);
  }

  private static Factor range(String name, Node.Mapping range) {
    double from = number(range, StudyFormat.FROM.key());
    double to = number(range, StudyFormat.TO.key());
    boolean logarithmic = range.text(StudyFormat.SCALE.key()).equals("log");
    boolean whole = range.text(StudyFormat.WHOLE.key()).equals("true");
    if (!(from < to)) {
      throw Numbers.wrong(
          "to", range.get(StudyFormat.TO.key()), "", "more than from, which is " + range.text("from"));
    }
    if (logarithmic && from <= 0) {
      throw Numbers.wrong(
          "from", range.get(StudyFormat.FROM.key()), "", "a number above 0, for the scale is log");
    }
    if (whole && (from != Math.rint(from) || to != Math.rint(to))) {
      String wrong = from != Math.rint(from) ? "from" : "to";
      throw Numbers.wrong(wrong, range.get(wrong), "", "a whole number, for whole is true");
    }
    int count = range.has(StudyFormat.COUNT.key()) ? (int) number(range, "count") : 0;
    Factor factor =
        new RangeFactor(
            name,
            new BigDecimal(range.text(StudyFormat.FROM.key())),
            new BigDecimal(range.text(StudyFormat.TO.key())),
            count,
            logarithmic,
            whole);
    if (new HashSet<>(factor.levels()).size() < count) {
      throw Numbers.wrong(
          "count", range.get(StudyFormat.COUNT.key()), "", "no more than there are different levels");
    }
    return factor;
  }

  private static double number(Node.Mapping mapping, String key) {
    return Numbers.number(key, mapping.get(key), "a number");
  }

  private void check(Node.Entry factor, Node at, Setting level) {
    try {
      base.checkSettings(level.overrides());
    } catch (Mistake mistake) {
      boolean unknown = mistake.isUnknownKey();
      throw new Mistake(
          unknown ? factor.keyPosition() : at.position(),
          (unknown ? "no such part of the model: " + factor.key() + ": " : "") + mistake.what());
    }
  }
}
