package org.datamarket.kind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a component of a record means, where the record is a kind of something that model files
 * name. The reader of model files, their schema and the tables of the documentation are made from
 * it; the component's key is its name in lower case with hyphens.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Meaning {
  /** What it is, in a sentence or two. */
  String value();

  /** Its unit; "1" for a pure number, empty where it has none. */
  String unit() default "";

  /** Where a number must lie: {@code > 0}, {@code ≥ 0} or an interval such as {@code [0, 1)}. */
  String range() default "";

  /**
   * What holds when it is absent, as YAML; if empty it may not be absent, but for choices, whose
   * first is meant.
   */
  String otherwise() default "";

  /** What the window begins with when the kind is chosen there and it may not be absent. */
  String typical() default "";
}
