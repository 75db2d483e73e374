package org.datamarket.document.type;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Words;

/**
 * A class of the user's own on the class path, made from named numbers. It is either a public
 * record whose components are all {@code double}s, named like the parameters ({@code
 * marginalAtZero} for {@code marginal-at-zero}); or it has a public constructor that takes a {@code
 * Map<String, Double>}; or, if there are no parameters, a public constructor without any.
 */
public final class OwnClass<T> {
  private final Node name;
  private final Class<? extends T> type;

  private OwnClass(Node name, Class<? extends T> type) {
    this.name = name;
    this.type = type;
  }

  /**
   * Finds a class.
   *
   * @param name its full name, where it stands in the file
   * @param role the interface that it has to implement
   * @throws Mistake if there is no such class, or it is not of the role
   */
  public static <T> OwnClass<T> find(Node name, Class<T> role) {
    String text = ((Node.Scalar) name).text();
    try {
      Class<?> found = Class.forName(text, false, Thread.currentThread().getContextClassLoader());
      if (!role.isAssignableFrom(found) || Modifier.isAbstract(found.getModifiers())) {
        throw new Mistake(
            name.position(),
            "class " + text + " does not implement " + role.getName() + "; expected one that does");
      }
      return new OwnClass<>(name, found.asSubclass(role));
    } catch (ClassNotFoundException | LinkageError e) {
      throw new Mistake(
          name.position(),
          "class "
              + Words.quoted(text)
              + " is not on the class path; expected the full name of one that is, such as"
              + " com.example.MyValuation");
    }
  }

  /**
   * One instance.
   *
   * @throws Mistake if the class has no constructor for these numbers, or refuses them
   */
  public T create(Map<String, Double> numbers) {
    try {
      if (type.isRecord()) {
        return ofRecord(numbers);
      }
      for (Constructor<?> constructor : type.getConstructors()) {
        if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Map.class})) {
          return type.cast(constructor.newInstance(Map.copyOf(numbers)));
        }
      }
      if (numbers.isEmpty()) {
        return type.getConstructor().newInstance();
      }
      throw wrong("has no public constructor that takes a Map of the numbers " + numbers.keySet());
    } catch (InvocationTargetException e) {
      throw wrong("refuses " + numbers + ": " + e.getCause().getMessage());
    } catch (ReflectiveOperationException e) {
      throw wrong("cannot be made: it has no fitting public constructor");
    }
  }

  private T ofRecord(Map<String, Double> numbers) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    List<String> names = Arrays.stream(components).map(c -> Names.key(c.getName())).toList();
    boolean doubles = Arrays.stream(components).allMatch(c -> c.getType() == double.class);
    if (!doubles || names.size() != numbers.size() || !names.containsAll(numbers.keySet())) {
      throw wrong(
          "is a record of "
              + names
              + (doubles ? "" : ", not all of them double")
              + "; the file gives "
              + numbers.keySet());
    }
    Class<?>[] types = new Class<?>[components.length];
    Arrays.fill(types, double.class);
    return type.cast(
        type.getConstructor(types).newInstance(names.stream().map(numbers::get).toArray()));
  }

  private Mistake wrong(String what) {
    return new Mistake(name.position(), "class " + type.getName() + " " + what);
  }
}
