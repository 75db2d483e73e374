package org.datamarket.gui.claims;

import static org.datamarket.gui.inspect.RowTable.number;
import static org.datamarket.gui.inspect.RowTable.text;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.analysis.score.Score;
import org.datamarket.gui.inspect.RowTable;
import org.datamarket.model.MarketModel;

/** Shows what every claim comes to on a market as it stood. Used on the event thread. */
public final class ClaimsPane extends JPanel {
  private static final long serialVersionUID = 1;
  private static final int WIDE = 820;

  /** How high the text below the table is at least, however small the window. */
  private static final int DETAILS = 140;

  private static final String BEFORE =
      "Judge now: here stands then how each claim of the papers fares on the market as it is.";

  private final JButton judge = new JButton("Judge now");
  private final JButton cancel = new JButton("Cancel");
  private final JButton showBuyer = new JButton("Show the buyer");
  private final JLabel status = new JLabel(BEFORE);
  private final JEditorPane details = new JEditorPane("text/html", "");
  private final transient List<Score> scores = new ArrayList<>();
  private transient ClaimWords words = ClaimWords.NONE;
  private final transient RowTable<Score> rows =
      new RowTable<>(
          List.of(
              text("claim", score -> score.subject().id(), 270),
              number("held", score -> String.valueOf(score.held())),
              number("cases", score -> String.valueOf(score.cases())),
              number("n/a", score -> String.valueOf(score.notApplicable())),
              number("worst violation", score -> words.worst(score)),
              text("buyer", score -> ClaimWords.buyer(score).orElse(""), 110)),
          score -> score.failed() > 0);
  private final JTable table = rows.table();

  /**
   * A pane on which nothing has been judged.
   *
   * @param onJudge judges the market as it stands
   * @param onCancel stops that
   * @param onBuyer shows a buyer, by its id
   */
  public ClaimsPane(Runnable onJudge, Runnable onCancel, Consumer<String> onBuyer) {
    super(new BorderLayout(0, 6));
    judge.addActionListener(pressed -> onJudge.run());
    cancel.addActionListener(pressed -> onCancel.run());
    showBuyer.addActionListener(pressed -> buyer().ifPresent(onBuyer));
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING));
    buttons.add(judge);
    buttons.add(cancel);
    buttons.add(showBuyer);
    JPanel head = new JPanel(new BorderLayout());
    head.add(buttons, BorderLayout.NORTH);
    head.add(status, BorderLayout.CENTER);
    add(head, BorderLayout.NORTH);
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.getSelectionModel().addListSelectionListener(chosen -> showSelected());
    table.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent click) {
            if (click.getClickCount() == 2) {
              buyer().ifPresent(onBuyer);
            }
          }
        });
    details.setEditable(false);
    details.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
    JScrollPane above = new JScrollPane(table);
    above.setPreferredSize(new Dimension(WIDE, 440));
    JScrollPane below = new JScrollPane(details);
    below.setPreferredSize(new Dimension(WIDE, DETAILS));
    below.setMinimumSize(new Dimension(0, DETAILS));
    JSplitPane parts = new JSplitPane(JSplitPane.VERTICAL_SPLIT, above, below);
    parts.setResizeWeight(1);
    add(parts, BorderLayout.CENTER);
    setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
    setPreferredSize(new Dimension(WIDE, 680));
    clear();
  }

  /** Forgets what was judged. */
  public void clear() {
    scores.clear();
    rows.show(List.of());
    showSelected();
    status.setText(BEFORE);
    setJudging(false);
  }

  /** Begins to judge a market. */
  public void begin(MarketModel model) {
    clear();
    words = ClaimWords.of(model);
    status.setText("Judging…");
    setJudging(true);
  }

  /** Shows the next claims. */
  public void add(List<Score> more) {
    int selected = table.getSelectedRow();
    scores.addAll(more);
    rows.show(scores);
    if (selected >= 0) {
      table.setRowSelectionInterval(selected, selected);
    }
    status.setText("Judging… %s of %s claims".formatted(scores.size(), Claims.ALL.size()));
  }

  /** Says where it was that the claims were judged, and that the market has gone on if it has. */
  public void showPlace(Place judged, Place now) {
    setJudging(false);
    long failing = scores.stream().filter(score -> score.failed() > 0).count();
    String found =
        "Judged: %s. %s of %s claims fail somewhere."
            .formatted(judged.text(), failing, scores.size());
    status.setText(
        judged.equals(now)
            ? found
            : "<html>%s <b>Out of date: now %s.</b></html>".formatted(found, now.text()));
  }

  /** Says something in a sentence, when judging has ended before all was judged. */
  public void stopped(String sentence) {
    status.setText(sentence);
    setJudging(false);
  }

  private void setJudging(boolean judging) {
    judge.setEnabled(!judging);
    cancel.setEnabled(judging);
  }

  private Optional<Score> selected() {
    int row = table.getSelectedRow();
    return row >= 0 && row < scores.size() ? Optional.of(scores.get(row)) : Optional.empty();
  }

  /** The id of the buyer of the selected row, if it has one. */
  private Optional<String> buyer() {
    return selected().flatMap(ClaimWords::buyer);
  }

  private void showSelected() {
    showBuyer.setEnabled(buyer().isPresent());
    details.setText(
        "<html><body>%s</body></html>"
            .formatted(selected().map(words::html).orElse("Select a claim to read what it says.")));
    details.setCaretPosition(0);
  }

  /** The table. */
  public JTable table() {
    return table;
  }

  /** What stands above the table, without its markup. */
  public String statusShown() {
    return status.getText().replaceAll("<[^>]*>", "");
  }

  /** What stands below the table, without its markup. */
  public String detailsShown() {
    return details.getText().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
  }

  /** Its buttons: judge, cancel, show the buyer. */
  public List<JButton> buttons() {
    return List.of(judge, cancel, showBuyer);
  }
}
