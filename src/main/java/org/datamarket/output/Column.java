package org.datamarket.output;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * One column of a table, or one key of the summary: what it is called, what it means, and where its
 * value comes from. What {@code docs/outputs.md} says is made from this.
 *
 * @param <R> what a row is made from
 * @param name as the header has it
 * @param type what its values are
 * @param unit such as "GB" or "$/GB", with $ for whatever the model's currency is; empty if none
 * @param meaning one sentence, without a full stop
 * @param value a String, a Long, a Double or a Boolean; null or NaN where there is none
 */
public record Column<R>(
    String name, Type type, String unit, String meaning, Function<R, Object> value) {

  /** What the values of a column are. */
  public enum Type {
    /** Any text. */
    TEXT("text"),
    /** A whole number. */
    COUNT("integer"),
    /** A double. */
    NUMBER("number"),
    /** True or false. */
    FLAG("boolean");

    private final String key;

    Type(String key) {
      this.key = key;
    }

    /** The name in documents. */
    public String key() {
      return key;
    }
  }

  static <R> Column<R> text(String name, String meaning, Function<R, String> value) {
    return new Column<>(name, Type.TEXT, "", meaning, value::apply);
  }

  static <R> Column<R> count(String name, String meaning, ToLongFunction<R> value) {
    return new Column<>(name, Type.COUNT, "", meaning, value::applyAsLong);
  }

  static <R> Column<R> number(String name, String unit, String meaning, ToDoubleFunction<R> value) {
    return new Column<>(name, Type.NUMBER, unit, meaning, value::applyAsDouble);
  }

  static <R> Column<R> flag(String name, String meaning, Predicate<R> value) {
    return new Column<>(name, Type.FLAG, "", meaning, value::test);
  }

  /** This column without a value where there can be none. */
  Column<R> unless(Predicate<R> absent) {
    return new Column<>(
        name, type, unit, meaning, row -> absent.test(row) ? null : value.apply(row));
  }

  /** The value of a row as a cell of a CSV file has it; empty where there is none. */
  public String cell(R row) {
    Object object = value.apply(row);
    if (object instanceof Double number) {
      return Double.isNaN(number) ? "" : NumberText.text(number);
    }
    return object == null ? "" : object.toString();
  }
}
