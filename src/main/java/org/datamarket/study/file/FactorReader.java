package org.datamarket.study.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Position;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.Property;
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
  List<Factor> read(List<DescribedFactor> factors) throws UserMistake {
    List<Factor> read = new ArrayList<>();
    for (DescribedFactor factor : factors) {
      collect(() -> read.add(read(factor)));
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

  private Factor read(DescribedFactor factor) {
    if (NOT_VARIED.contains(factor.name())) {
      throw new Mistake(
          factor.position(),
          "%s cannot be a factor; expected a path into the model, such as epsilon%s"
              .formatted(
                  Words.quoted(factor.name()),
                  factor.name().equals("seed") ? " (replications have seeds of their own)" : ""));
    }
    if (factor.form() instanceof FactorForm.Listed list) {
      return list(factor, list.levels());
    }
    if (factor.form() instanceof FactorForm.Named named) {
      return named(factor, named.levels());
    }
    Factor continuum =
        factor.form() instanceof FactorForm.Ranged ranged
            ? range(factor.name(), ranged.range())
            : drawn(factor);
    for (Setting sample : continuum.samples()) {
      check(factor.position(), factor.name(), factor.value(), sample);
    }
    return continuum;
  }

  private static Factor drawn(DescribedFactor factor) {
    return new DistributionFactor(
        factor.name(), ANY_DRAW.read(factor.name(), factor.value()).value());
  }

  private Factor list(DescribedFactor factor, List<Node> items) {
    List<Setting> levels = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Node item : items) {
      Setting level = Settings.value(factor.name(), item);
      collect(() -> check(factor, item, level, seen.add(level.level())));
      levels.add(level);
    }
    return new LevelsFactor(factor.name(), levels);
  }

  private void check(DescribedFactor factor, Node item, Setting level, boolean isNew) {
    if (!isNew) {
      throw new Mistake(
          item.position(),
          "level %s of %s stands twice; expected it once".formatted(level.level(), factor.name()));
    }
    check(factor.position(), factor.name(), item, level);
  }

  private Factor named(DescribedFactor factor, List<NamedLevel> named) {
    if (named.isEmpty()) {
      throw new Mistake(
          factor.position(), "%s has no levels; expected one or more".formatted(factor.name()));
    }
    List<Setting> levels = new ArrayList<>();
    for (NamedLevel level : named) {
      for (Node.Entry value : level.values().entries()) {
        Setting set = Settings.value(value.key(), value.value());
        collect(() -> check(value.keyPosition(), value.key(), value.value(), set));
      }
      levels.add(Settings.named(factor.name(), level.name(), level.values()));
    }
    return new LevelsFactor(factor.name(), levels);
  }

  private static Factor range(String name, Fields range) {
    BigDecimal from = range.get(FactorFormat.FROM);
    BigDecimal to = range.get(FactorFormat.TO);
    boolean logarithmic = range.get(FactorFormat.SCALE) == FactorFormat.Spacing.LOG;
    boolean whole = range.get(FactorFormat.WHOLE);
    if (!(from.doubleValue() < to.doubleValue())) {
      throw wrong(
          range,
          FactorFormat.TO,
          "more than from, which is %s".formatted(range.node().text(FactorFormat.FROM.key())));
    }
    if (logarithmic && from.doubleValue() <= 0) {
      throw wrong(range, FactorFormat.FROM, "a number above 0, for the scale is log");
    }
    if (whole && !(isWhole(from) && isWhole(to))) {
      throw wrong(
          range,
          isWhole(from) ? FactorFormat.TO : FactorFormat.FROM,
          "a whole number, for whole is true");
    }
    int count = range.find(FactorFormat.COUNT).map(Long::intValue).orElse(0);
    Factor factor = new RangeFactor(name, from, to, count, logarithmic, whole);
    if (new HashSet<>(factor.levels()).size() < count) {
      throw wrong(range, FactorFormat.COUNT, "no more than there are different levels");
    }
    return factor;
  }

  private static boolean isWhole(BigDecimal end) {
    return end.doubleValue() == Math.rint(end.doubleValue());
  }

  private static Mistake wrong(Fields range, Property<?> property, String expected) {
    return Numbers.wrong(property.key(), range.node(property), "", expected);
  }

  /**
   * Checks a level by itself.
   *
   * @param key where the path stands
   * @param value where its value stands
   */
  private void check(Position key, String path, Node value, Setting level) {
    try {
      base.checkSettings(level.overrides());
    } catch (Mistake mistake) {
      throw mistake.isUnknownKey()
          ? new Mistake(key, "no such part of the model: %s: %s".formatted(path, mistake.what()))
          : new Mistake(value.position(), mistake.what());
    }
  }
}
