package org.datamarket.gui;

import java.awt.Container;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.util.Map;
import javax.swing.JTextField;
import org.datamarket.document.type.NumberType;
import org.datamarket.document.type.Range;
import org.datamarket.document.type.Type;
import org.datamarket.document.type.WholeType;
import org.datamarket.gui.widget.SwingParts;
import sim.util.gui.PropertyField;

/**
 * The console's fields for when to stop and pause. MASON takes whatever is no number there for
 * "never"; here the whole text is a number or nothing at all, or its user is told what is wrong.
 */
final class StopFields {
  private static final Type STEP = new WholeType(0, Long.MAX_VALUE - 1);
  private static final Type TIME = NumberType.of("", Range.notNegative());
  private static final Map<String, Type> FIELDS =
      Map.of(
          "Automatically Stop at Step", STEP,
          "Automatically Stop after Time", TIME,
          "Automatically Pause at Step", STEP,
          "Automatically Pause After Time", TIME);

  private final DataMarketWithUI gui;

  private StopFields(DataMarketWithUI gui) {
    this.gui = gui;
  }

  /** Puts a check before what the fields do by themselves. */
  static void check(Container within, DataMarketWithUI gui) {
    StopFields checks = new StopFields(gui);
    FIELDS.forEach(
        (label, type) ->
            SwingParts.fieldBeside(within, label)
                .ifPresent(field -> checks.install(field, label, type)));
  }

  private void install(PropertyField field, String label, Type type) {
    JTextField text = field.getField();
    for (KeyListener listener : text.getKeyListeners()) {
      if (SwingParts.isMasons(listener)) {
        text.removeKeyListener(listener);
        text.addKeyListener(
            new KeyAdapter() {
              @Override
              public void keyPressed(KeyEvent event) {
                if (event.getKeyCode() != KeyEvent.VK_ENTER || accepts(field, label, type)) {
                  listener.keyPressed(event);
                }
              }
            });
      }
    }
    for (FocusListener listener : text.getFocusListeners()) {
      if (SwingParts.isMasons(listener)) {
        text.removeFocusListener(listener);
        text.addFocusListener(
            new FocusAdapter() {
              @Override
              public void focusLost(FocusEvent event) {
                if (accepts(field, label, type)) {
                  listener.focusLost(event);
                }
              }
            });
      }
    }
  }

  /**
   * Whether the text is one that the field may take; otherwise what it was before is shown again.
   */
  private boolean accepts(PropertyField field, String label, Type type) {
    String typed = field.getField().getText().strip();
    try {
      if (!typed.isEmpty()) {
        Parameter.check(label, type, typed);
      }
      field.getField().setText(typed);
      return true;
    } catch (Parameter.Refused refused) {
      field.setValue(field.getValue());
      gui.refuse(refused.getMessage());
      return false;
    }
  }
}
