package org.datamarket.gui.widget;

import java.awt.event.ActionEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.KeyStroke;

/** Keys that do the same whichever window of the program is in front. */
public final class Keys {
  private Keys() {}

  /**
   * Makes the keys of some actions work in a window.
   *
   * @param actions each with its key as {@link Action#ACCELERATOR_KEY}
   */
  public static void bind(JFrame window, List<Action> actions) {
    JComponent root = window.getRootPane();
    for (Action action : actions) {
      KeyStroke key = (KeyStroke) action.getValue(Action.ACCELERATOR_KEY);
      root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(key, key);
      root.getActionMap().put(key, action);
    }
  }

  /** An action with a key. */
  public static Action action(String name, int key, Runnable what) {
    Action action = new Named(name, what);
    action.putValue(Action.ACCELERATOR_KEY, KeyStroke.getKeyStroke(key, 0));
    return action;
  }

  private static final class Named extends AbstractAction {
    private static final long serialVersionUID = 1;
    private final transient Runnable what;

    Named(String name, Runnable what) {
      super(name);
      this.what = what;
    }

    @Override
    public void actionPerformed(ActionEvent chosen) {
      what.run();
    }
  }
}
