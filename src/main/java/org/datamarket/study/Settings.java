package org.datamarket.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.YamlWriter;
import org.datamarket.output.NumberText;

/** Levels of factors from numbers and from YAML. */
public final class Settings {
  private static final double LARGEST_EXACT = 0x1p53;

  /** Enough for any purpose, and 0.1 between 0.01 and 1 is 0.1. */
  private static final MathContext DIGITS = new MathContext(12);

  private Settings() {}

  /**
   * A number as the level of a path: whole numbers without a point, others in their shortest form.
   */
  static Setting number(String path, double value) {
    String level = text(value);
    return new Setting(path, level, List.of(path + "=" + level));
  }

  /** A number that was reckoned, without the digits that rounding has left in it. */
  static double shortened(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).doubleValue();
  }

  /** A value as the level of a path; equal numbers have equal levels, however they are written. */
  public static Setting value(String path, Node value) {
    String level = text(value);
    boolean plain = value instanceof Node.Scalar scalar && !scalar.quoted();
    String yaml = plain ? level : YamlWriter.inline(value);
    return new Setting(path, level, List.of(path + "=" + yaml));
  }

  /** A named level that sets several values. */
  public static Setting named(String factor, String name, Node.Mapping values) {
    List<String> overrides = new ArrayList<>();
    for (Node.Entry entry : values.entries()) {
      overrides.addAll(value(entry.key(), entry.value()).overrides());
    }
    return new Setting(factor, name, overrides);
  }

  private static String text(Node value) {
    return normal(value) instanceof Node.Scalar scalar
        ? scalar.text()
        : YamlWriter.inline(normal(value));
  }

  private static Node normal(Node value) {
    boolean number =
        value instanceof Node.Scalar scalar && !scalar.quoted() && Numbers.isDecimal(scalar.text());
    if (!number || isHugeWhole(((Node.Scalar) value).text())) {
      return value;
    }
    double parsed = Double.parseDouble(((Node.Scalar) value).text());
    return Double.isInfinite(parsed)
        ? value
        : new Node.Scalar(value.position(), text(parsed), false);
  }

  /** Seeds and the like: no double holds all their digits. */
  private static boolean isHugeWhole(String text) {
    return text.matches("[-+]?\\d{16,}+");
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT
        ? String.valueOf((long) value)
        : NumberText.text(value);
  }
}
