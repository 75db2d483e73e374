package org.datamarket.gui;

import java.awt.Window;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.JButton;
import javax.swing.SwingUtilities;
import org.datamarket.gui.widget.OnScreen;
import org.datamarket.gui.widget.SwingParts;
import sim.portrayal.Inspector;
import sim.util.Bag;

/**
 * Gives every inspector a window of its own, as the list in MASON's console has room for a corner
 * of one only. If somebody is inspected already, that window comes to the front.
 */
final class InspectorWindows {
  /** What MASON calls the button that does it. */
  private static final String DETACH = "Detatch";

  private final MarketConsole console;

  InspectorWindows(MarketConsole console) {
    this.console = console;
  }

  /**
   * Opens inspectors.
   *
   * @param names what each inspects, in words
   * @param list puts inspectors into the console's list
   */
  void open(Bag inspectors, Bag names, BiConsumer<Bag, Bag> list) {
    for (int k = 0; k < inspectors.numObjs; k++) {
      Inspector inspector = (Inspector) inspectors.get(k);
      Optional<Window> open = windowOfSame(inspector);
      if (open.isPresent()) {
        inspector.reviseStopper(null).stop();
        open.get().toFront();
      } else {
        open(inspector, names.get(k), list);
      }
    }
  }

  private Optional<Window> windowOfSame(Inspector inspector) {
    for (Object other : console.getAllInspectors()) {
      Inspector one = (Inspector) other;
      Window window = SwingUtilities.getWindowAncestor(one);
      boolean same =
          one.getClass() == inspector.getClass() && one.getTitle().equals(inspector.getTitle());
      if (same && window != null && window != console && window.isVisible()) {
        return Optional.of(window);
      }
    }
    return Optional.empty();
  }

  private void open(Inspector inspector, Object name, BiConsumer<Bag, Bag> list) {
    int tab = console.getTabPane().getSelectedIndex();
    list.accept(new Bag(new Object[] {inspector}), new Bag(new Object[] {name}));
    SwingParts.all(console.getTabPane(), JButton.class)
        .filter(button -> DETACH.equals(button.getText()) && button.isShowing())
        .findFirst()
        .ifPresent(
            button -> {
              button.doClick(0);
              OnScreen.fit(SwingUtilities.getWindowAncestor(inspector));
              console.getTabPane().setSelectedIndex(tab);
            });
  }
}
