package org.datamarket.gui.chart;

import java.awt.Container;
import java.awt.Frame;
import java.awt.event.ActionListener;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.MenuElement;
import org.datamarket.gui.session.Session;
import org.datamarket.gui.widget.SwingParts;
import sim.display.GUIState;
import sim.portrayal.inspector.TimeSeriesChartingPropertyInspector;
import sim.util.Properties;
import sim.util.gui.DisclosurePanel;
import sim.util.media.chart.ChartGenerator;
import sim.util.media.chart.TimeSeriesChartGenerator;

/**
 * MASON's chart of a figure over time, which is chosen beside the figure; but what it saves goes
 * through the one way in which this window saves files.
 */
public final class FigureChart extends TimeSeriesChartingPropertyInspector {
  private static final long serialVersionUID = 1;

  /** A chart of a property, to be added to one that there is or in a window of its own. */
  public FigureChart(Properties properties, int index, Frame parent, GUIState gui) {
    super(properties, index, parent, gui);
  }

  /** What it is called in the menu. */
  public static String name() {
    return "Make chart";
  }

  @Override
  protected ChartGenerator createNewGenerator() {
    Generator generator = new Generator((Session) simulation);
    generator.setTitle("Figures over time");
    generator.setXAxisLabel("Time");
    return generator;
  }

  private static final class Generator extends TimeSeriesChartGenerator {
    private static final long serialVersionUID = 1;
    private static final String SAVE_COMMANDS = "SAVE_AS_";
    private final transient Session session;

    Generator(Session session) {
      this.session = session;
      SwingParts.all(this, DisclosurePanel.class)
          .map(DisclosurePanel::getDisclosedComponent)
          .flatMap(hidden -> SwingParts.all((Container) hidden, JButton.class))
          .filter(button -> "Save as PDF".equals(button.getText()))
          .forEach(button -> replace(button, "pdf"));
      replaceSaving(getChartPanel().getPopupMenu());
    }

    private void replaceSaving(MenuElement menu) {
      for (MenuElement part : menu.getSubElements()) {
        if (part instanceof JMenuItem item
            && !(item instanceof JMenu)
            && String.valueOf(item.getActionCommand()).startsWith(SAVE_COMMANDS)) {
          replace(item, item.getActionCommand().endsWith("PDF") ? "pdf" : "png");
        }
        replaceSaving(part);
      }
    }

    private void replace(AbstractButton button, String type) {
      for (ActionListener listener : button.getActionListeners()) {
        button.removeActionListener(listener);
      }
      button.addActionListener(
          chosen ->
              ChartFile.ask(
                  session.saver(), getFrame(), Optional.of(getChart()), getTitle(), type));
    }

    /** MASON's films need what is not there. */
    @Override
    public void startMovie() {
      session.chooseFrames();
    }
  }
}
