package org.datamarket.document.type;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Records whose components say what they mean. */
public final class Records {
  private Records() {}

  /** The components of a record, in order. */
  public static List<RecordComponent> components(Class<?> type) {
    return List.of(type.getRecordComponents());
  }

  /** The key of a component. */
  public static String key(RecordComponent component) {
    return Names.key(component.getName());
  }

  /** What a component of a record is. */
  public static Object value(Record of, RecordComponent component) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException(component + " cannot be read", closed);
    }
  }

  /**
   * What makes a record of its components' values, in order. It throws what the record's own
   * constructor throws.
   */
  public static <R extends Record> Function<Object[], R> maker(Class<R> type) {
    Class<?>[] signature =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(signature);
      return values -> make(constructor, values);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static <R> R make(Constructor<R> constructor, Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(refused.getCause());
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException(constructor + " is not public", closed);
    }
  }
}
