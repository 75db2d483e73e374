package org.datamarket.gui.turn;

import static org.datamarket.io.Html.escape;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.List;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JEditorPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.datamarket.explain.BuyerInsight;
import org.datamarket.gui.inspect.RankingTable;
import org.datamarket.output.Figures;

/** Shows where playing turn by turn has stopped: who moved, why, and what it saw. */
public final class TurnPane extends JPanel {
  private static final long serialVersionUID = 1;
  private static final String BEFORE =
      "Take a turn: here stands then which buyer moved, why it did, and what it saw.";

  private final JEditorPane facts = new JEditorPane("text/html", "");
  private final JScrollPane ranking = new JScrollPane();

  /**
   * A pane on which no turn has been taken.
   *
   * @param actions what plays turns
   */
  public TurnPane(List<Action> actions) {
    super(new BorderLayout(0, 6));
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING));
    for (Action action : actions) {
      buttons.add(new JButton(action));
    }
    facts.setEditable(false);
    facts.setOpaque(false);
    facts.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
    JPanel above = new JPanel(new BorderLayout());
    above.add(buttons, BorderLayout.NORTH);
    above.add(facts, BorderLayout.CENTER);
    add(above, BorderLayout.NORTH);
    add(ranking, BorderLayout.CENTER);
    setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
    setPreferredSize(new Dimension(800, 460));
    clear();
  }

  /** Forgets the last turn. */
  public void clear() {
    say(BEFORE);
  }

  /** Says something, in a sentence, instead of a turn. */
  public void say(String sentence) {
    facts.setText("<html><body>%s</body></html>".formatted(escape(sentence)));
    ranking.setVisible(false);
  }

  /** Shows a turn. */
  public void show(TurnReport report) {
    BuyerInsight insight = report.insight();
    facts.setText("<html><body>%s</body></html>".formatted(html(report)));
    RankingTable rows = new RankingTable(insight.currency());
    rows.show(insight);
    ranking.setViewportView(rows.table());
    ranking.setVisible(true);
    revalidate();
  }

  /** The text shown, without its markup. */
  public String textShown() {
    return facts.getText().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
  }

  private static String html(TurnReport report) {
    BuyerInsight insight = report.insight();
    String money = escape(insight.currency());
    String event =
        report.event().isEmpty() ? "" : "<b>%s</b><br>".formatted(escape(report.event()));
    return "%s.<br>%s<b>%s</b> (%s) %s. %s<br>%s residuals at its price of %s %s/GB. %s<br>%s"
        .formatted(
            escape(report.place()),
            event,
            escape(report.buyer()),
            escape(insight.strategy()),
            escape(report.deed()),
            escape(report.effect()),
            report.moved() ? "It saw" : "It sees",
            Figures.of(insight.ranking().price()),
            money,
            escape(insight.poolEnd()),
            totals(report, money));
  }

  private static String totals(TurnReport report, String money) {
    BuyerInsight insight = report.insight();
    return "Its z* %s %s GB, its v %s GB; its bids %s %s GB, a utility of %s %s."
        .formatted(
            report.moved() ? "was" : "is",
            Figures.of(insight.now().reply().desiredTotal()),
            Figures.of(insight.now().reply().bidTotal()),
            report.moved() ? "had got" : "get",
            Figures.of(insight.account().allocation()),
            Figures.of(insight.account().utility()),
            money);
  }
}
