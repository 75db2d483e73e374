package org.datamarket.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Java serialization from a source that is not trusted: it makes objects of the classes of a run
 * only, no array longer than what is left of the source could fill, no nesting that a run has not,
 * and nothing whose hash takes forever. A collection that is put into a hashed one is hashed as a
 * tree, however often its parts are shared: thirty lists, each with the next one twice, have 2³⁰
 * leaves. So each collection is weighed when it has been read, by its leaves, and what weighs far
 * more than was read is refused before anything can hash it.
 */
final class RunStream extends ObjectInputStream {
  /** Runs have 8 levels; classes of users' own may have more. */
  private static final int DEEPEST = 200;

  /** A leaf counts once on each level above it, and a run shares few collections. */
  private static final long WEIGHT_PER_REFERENCE = 20;

  private static final long FREE_WEIGHT = 100_000;

  /** Leaves that may be hashed for what is named again in hashed collections; a second's worth. */
  private static final long MOST_HASHED = 500_000_000L;

  private static final Map<Class<?>, Integer> BYTES =
      Map.of(
          boolean.class,
          1,
          byte.class,
          1,
          char.class,
          2,
          short.class,
          2,
          int.class,
          4,
          float.class,
          4,
          long.class,
          8,
          double.class,
          8);

  /** The tables of hashed collections have up to so many places for each pair that is read. */
  private static final int PLACES_PER_PAIR = 8;

  private final long size;
  private final Predicate<Class<?>> isAllowed;
  private final Map<Object, Long> weights = new IdentityHashMap<>();

  /** How many hashed collections are being read, one in another. */
  private int hashed;

  /** How often hashed collections name something that was read before. */
  private long namedAgain;

  private long references;
  private long total;
  private long heaviest = 1;

  /**
   * @param size how many bytes the source has
   * @param isAllowed the classes to make objects of; of an array, the class of its elements
   */
  RunStream(InputStream in, long size, Predicate<Class<?>> isAllowed) throws IOException {
    super(in);
    this.size = size;
    this.isAllowed = isAllowed;
    setObjectInputFilter(this::filter);
    enableResolveObject(true);
  }

  private ObjectInputFilter.Status filter(ObjectInputFilter.FilterInfo info) {
    references = info.references();
    boolean fits =
        info.depth() <= DEEPEST
            && info.references() <= size
            && isFilled(info)
            && isHashedSoon(info);
    Class<?> type = info.serialClass();
    if (!fits || (type != null && !isAllowed.test(element(type)))) {
      return ObjectInputFilter.Status.REJECTED;
    }
    return type == null ? ObjectInputFilter.Status.UNDECIDED : ObjectInputFilter.Status.ALLOWED;
  }

  private static Class<?> element(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element;
  }

  /** Whether an array is no longer than what is left could fill. */
  private boolean isFilled(ObjectInputFilter.FilterInfo info) {
    if (info.arrayLength() < 0 || info.serialClass() == null) {
      return true;
    }
    long left = Math.max(0, size - info.streamBytes());
    long most = isTableOfHashes(info) ? PLACES_PER_PAIR * (left + 2) : left;
    return info.arrayLength()
        <= most / BYTES.getOrDefault(info.serialClass().getComponentType(), 1);
  }

  /** Whether a hashed collection begins here: they ask before they make their table. */
  private static boolean isTableOfHashes(ObjectInputFilter.FilterInfo info) {
    return info.arrayLength() >= 0 && info.serialClass() == Map.Entry[].class;
  }

  /**
   * Counts what hashed collections name again, each taken for as heavy as the heaviest so far. A
   * name stands for an object, or for the class of a new one: then {@link #resolveObject} takes it
   * back.
   */
  private boolean isHashedSoon(ObjectInputFilter.FilterInfo info) {
    if (isTableOfHashes(info)) {
      hashed++;
    } else if (info.serialClass() == null && hashed > 0) {
      namedAgain++;
    }
    return namedAgain * heaviest <= MOST_HASHED;
  }

  private void countNew(Object object) {
    if (object instanceof HashMap || object instanceof HashSet || object instanceof Hashtable) {
      hashed = Math.max(0, hashed - 1);
    }
    if (hashed > 0 && !(object instanceof String)) {
      namedAgain--;
    }
  }

  @Override
  protected Object resolveObject(Object object) throws IOException {
    countNew(object);
    if (object.getClass().isArray()) {
      heaviest = Math.max(heaviest, Array.getLength(object));
      return object;
    }
    long weight = 1;
    for (Iterable<?> parts : parts(object)) {
      for (Object part : parts) {
        weight += part == null ? 1 : weights.getOrDefault(part, 1L);
        if (total + weight > FREE_WEIGHT + WEIGHT_PER_REFERENCE * references) {
          throw new InvalidObjectException("shares its parts more often than any run does");
        }
      }
    }
    if (weight > 1) {
      weights.put(object, weight);
      total += weight;
      heaviest = Math.max(heaviest, weight);
    }
    return object;
  }

  /** What the hash of an object is made from, if it is made from other objects. */
  private static List<Iterable<?>> parts(Object object) throws IOException {
    if (object instanceof Collection<?> collection) {
      return List.of(collection);
    }
    if (object instanceof Map<?, ?> map) {
      return List.of(map.keySet(), map.values());
    }
    if (object instanceof Map.Entry<?, ?> pair) {
      return List.of(Arrays.asList(pair.getKey(), pair.getValue()));
    }
    return object instanceof Record one ? List.of(components(one)) : List.of();
  }

  private static Iterable<?> components(Record one) throws IOException {
    Object[] values = new Object[one.getClass().getRecordComponents().length];
    int k = 0;
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        values[k++] = component.getAccessor().invoke(one);
      } catch (ReflectiveOperationException | RuntimeException closed) {
        throw (IOException) new InvalidObjectException("cannot be weighed").initCause(closed);
      }
    }
    return Arrays.asList(values);
  }
}
