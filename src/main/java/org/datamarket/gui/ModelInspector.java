package org.datamarket.gui;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Font;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** How wide the heading is before its lines are broken, points. */
  private static final int TEXT_WIDTH = 290;

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
    String text = headingText();
    if (!text.equals(heading.getText())) {
      heading.setText(text);
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
    revalidate();
    repaint();
  }

  private String headingText() {
    String name = gui.opened().map(OpenedModel::name).orElse(gui.market().toString());
    String file = gui.opened().map(model -> model.file().getFileName().toString()).orElse("");
    String description = gui.opened().map(OpenedModel::description).orElse("").strip();
    String lines =
        Stream.of(description, file)
            .filter(line -> !line.isEmpty())
            .map(line -> "<br>" + Html.escape(line).replace("\n", "<br>"))
            .collect(Collectors.joining());
    return "<html><body style='width: %s'><b>%s</b>%s</body></html>"
        .formatted(TEXT_WIDTH, Html.escape(name), lines);
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
