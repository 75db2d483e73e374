package org.datamarket.kind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a class is called where people choose among its like: in model files, tables and the window.
 * The one place in which a kind is named.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
  /** Its name, in lower case with hyphens. */
  String name();

  /** What it is, in a sentence. */
  String meaning();
}
