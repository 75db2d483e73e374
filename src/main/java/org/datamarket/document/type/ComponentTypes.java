package org.datamarket.document.type;

import org.datamarket.kind.Meaning;

/** What may stand in a file for a component of a record, by the component's Java type. */
@FunctionalInterface
public interface ComponentTypes {
  /** Numbers, whole numbers, flags and choices. */
  ComponentTypes PLAIN = ComponentTypes::plain;

  /**
   * The type of a component.
   *
   * @param java its Java type
   * @param meaning what it means
   */
  Type<?> of(Class<?> java, Meaning meaning);

  private static Type<?> plain(Class<?> java, Meaning meaning) {
    if (java == double.class) {
      return NumberType.of(meaning.unit(), Range.of(meaning.range()));
    } else if (java == int.class) {
      Range range = Range.of(meaning.range());
      return new WholeType((long) range.from(), (long) range.to()).as(Math::toIntExact);
    } else if (java == boolean.class) {
      return new FlagType();
    } else if (java.isEnum()) {
      return ChoiceType.of(java.asSubclass(Enum.class));
    }
    throw new IllegalArgumentException("no type of a file stands for " + java);
  }
}
