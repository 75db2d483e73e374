package org.datamarket.gui;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.datamarket.output.Figures;
import sim.util.Properties;
import sim.util.SimpleProperties;

/**
 * The properties of an object in a given order: MASON's own comes from reflection, and changes from
 * launch to launch. It also keeps a slider from rounding what was typed beside it: of several changes
 * of a property by one event, only the first counts.
 */
final class OrderedProperties extends Properties {
  private static final long serialVersionUID = 1;

  private final transient SimpleProperties all;
  private final int[] places;
  private final boolean rounded;
  private transient AWTEvent lastEvent;
  private int lastIndex = -1;

  /**
   * Properties by their names in the code: {@code Epsilon} for {@code getEpsilon}.
   *
   * @param rounded whether numbers are shown with few digits, to be read rather than to be changed
   * @throws IllegalArgumentException if the object has no such property
   */
  OrderedProperties(Object object, List<String> order, boolean rounded) {
    this.rounded = rounded;
    this.object = object;
    this.all = new SimpleProperties(object, false, false, true);
    this.places = order.stream().mapToInt(name -> place(object, name)).toArray();
  }

  private int place(Object owner, String name) {
    String shown = shownName(owner, name);
    for (int k = 0; k < all.numProperties(); k++) {
      if (all.getName(k).equals(shown)) {
        return k;
      }
    }
    throw new IllegalArgumentException(owner.getClass() + " has no property " + name);
  }

  private static String shownName(Object owner, String name) {
    boolean renamed =
        Arrays.stream(owner.getClass().getMethods()).anyMatch(m -> m.getName().equals("name" + name));
    if (!renamed) {
      return name;
    }
    try {
      return (String) owner.getClass().getMethod("name" + name).invoke(owner);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalArgumentException(name, impossible);
    }
  }

  @Override
  public boolean isVolatile() {
    return false;
  }

  @Override
  public int numProperties() {
    return places.length;
  }

  @Override
  public Object getValue(int index) {
    return all.getValue(places[index]);
  }

  @Override
  public Object getDomain(int index) {
    return all.getDomain(places[index]);
  }

  @Override
  public String getDescription(int index) {
    return all.getDescription(places[index]);
  }

  @Override
  public boolean isReadWrite(int index) {
    return all.isReadWrite(places[index]);
  }

  @Override
  public boolean isHidden(int index) {
    return all.isHidden(places[index]);
  }

  @Override
  public String getName(int index) {
    return all.getName(places[index]);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class getType(int index) {
    return all.getType(places[index]);
  }

  @Override
  public Object setValue(int index, String value) {
    AWTEvent event = EventQueue.isDispatchThread() ? EventQueue.getCurrentEvent() : null;
    if (event != null && event == lastEvent && index == lastIndex) {
      return getValue(index);
    }
    lastEvent = event;
    lastIndex = index;
    return all.setValue(places[index], value);
  }

  @Override
  protected Object _setValue(int index, Object value) {
    return all.setValue(places[index], value);
  }

  @Override
  public String betterToString(Object value) {
    if (value instanceof Double number) {
      return rounded ? Figures.of(number) : plain(number);
    }
    return super.betterToString(value);
  }

  /** As many digits as tell the number from all others, but no exponent for everyday ones. */
  private static String plain(double number) {
    String shortest = Double.toString(number);
    return shortest.endsWith(".0") && Math.abs(number) < 1e15
        ? String.format(Locale.ROOT, "%.0f", number)
        : shortest;
  }
}
