package org.datamarket.gui;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.datamarket.io.Html;
import sim.portrayal.Inspector;
import sim.portrayal.SimpleInspector;
import sim.util.gui.LabelledList;
import sim.util.gui.PropertyField;

/**
 * The Model tab: what opened it is, the parameters of the next start, and how the market stands.
 * The parameters are built anew when they change from elsewhere, and otherwise left to their user.
 */
final class ModelInspector extends Inspector {
  private static final long serialVersionUID = 1;

  private static final int ROW = 25;

  private final transient DataMarketWithUI gui;
  private final JLabel heading = new JLabel();
  private final JPanel parameters = new JPanel(new BorderLayout());
  private final SimpleInspector state;
  private int shown = -1;

  ModelInspector(DataMarketWithUI gui) {
    this.gui = gui;
    setLayout(new BorderLayout());
    heading.setBorder(BorderFactory.createEmptyBorder(6, 8, 4, 8));
    heading.setFont(heading.getFont().deriveFont(Font.PLAIN));
    state = new SimpleInspector(new MarketState(gui), gui, "Now");
    Box column = new Box(BoxLayout.Y_AXIS);
    for (JComponent part : new JComponent[] {heading, parameters, state}) {
      part.setAlignmentX(LEFT_ALIGNMENT);
      column.add(part);
    }
    add(column, BorderLayout.NORTH);
    setVolatile(true);
    updateInspector();
  }

  @Override
  public void updateInspector() {
    if (shown != gui.nextStart().revision()) {
      shown = gui.nextStart().revision();
      buildParameters();
    }
    state.updateInspector();
  }

  private void buildParameters() {
    parameters.removeAll();
    if (gui.opened().isPresent()) {
      LabelledList rows = new LabelledList("At the next start");
      for (Parameter parameter : Parameters.ALL) {
        if (parameter.applies().test(gui.opened().get())) {
          JLabel name = new JLabel(parameter.name() + " ");
          name.setToolTipText(parameter.toolTip());
          rows.add(name, ParameterField.of(gui, parameter));
        }
      }
      heighten(rows);
      parameters.add(rows, BorderLayout.CENTER);
    }
    heading.setText(
        "<html><b>%s</b><br>%s</html>"
            .formatted(
                Html.escape(gui.opened().map(OpenedModel::name).orElse(gui.market().toString())),
                Html.escape(
                    gui.opened().map(model -> model.file().getFileName().toString()).orElse(""))));
    revalidate();
    repaint();
  }

  /** MASON's rows are as high as a text field, which is too little for a choice. */
  private static void heighten(Container within) {
    for (Component part : within.getComponents()) {
      if (part instanceof PropertyField row) {
        Dimension size = row.getField().getPreferredSize();
        row.getField().setPreferredSize(new Dimension(size.width, ROW));
        row.getField().setMinimumSize(new Dimension(0, ROW));
      } else if (part instanceof Container container) {
        heighten(container);
      }
    }
  }
}
