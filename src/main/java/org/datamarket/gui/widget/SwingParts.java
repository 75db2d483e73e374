package org.datamarket.gui.widget;

import java.awt.Component;
import java.awt.Container;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JLabel;
import sim.util.gui.PropertyField;

/** Finds parts of MASON's windows, which hands out few of them. */
public final class SwingParts {
  private static final String MASON = "sim.";

  private SwingParts() {}

  /** All components of a kind, however deep, in their order. */
  public static <T> Stream<T> all(Container within, Class<T> type) {
    return Stream.of(within.getComponents())
        .flatMap(
            part ->
                Stream.concat(
                    type.isInstance(part) ? Stream.of(type.cast(part)) : Stream.of(),
                    part instanceof Container container ? all(container, type) : Stream.of()));
  }

  /** The field beside a label that begins with a text. */
  public static Optional<PropertyField> fieldBeside(Container within, String label) {
    Iterable<Component> parts = all(within, Component.class)::iterator;
    boolean passed = false;
    for (Component part : parts) {
      if (passed && part instanceof PropertyField field) {
        return Optional.of(field);
      }
      passed |=
          part instanceof JLabel one
              && one.getText() != null
              && one.getText().strip().startsWith(label);
    }
    return Optional.empty();
  }

  /** Whether a listener is MASON's own, not that of Java's windows. */
  public static boolean isMasons(Object listener) {
    return listener.getClass().getName().startsWith(MASON);
  }
}
