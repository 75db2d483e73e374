package org.datamarket.gui.inspect;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;
import java.util.regex.Pattern;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import org.datamarket.gui.session.RoundListener;
import org.datamarket.gui.session.Session;
import org.datamarket.gui.widget.OnScreen;
import org.datamarket.gui.widget.Refresh;
import org.datamarket.simulation.DataMarket;
import sim.engine.Steppable;
import sim.engine.Stoppable;
import sim.portrayal.Inspector;

/**
 * What the inspectors of buyers and sellers share: facts above, tables and charts in tabs below. An
 * inspector follows the agent with its number from one start to the next. It reads the market
 * inside the schedule's lock and never changes it.
 */
abstract class AgentInspector extends Inspector {
  private static final long serialVersionUID = 1;

  private static final int WIDE = 800;
  private static final int HIGH = 720;

  /** The title and the edges of a window, which have to be on the screen too. */
  private static final int EDGES = 45;

  private final transient Session session;
  private final JEditorPane facts = new JEditorPane("text/html", "");
  private final JTabbedPane tabs = new JTabbedPane();
  private transient List<Tab> shown = List.of();
  private final transient Refresh refresh = new Refresh(this::updateInspector);
  private final transient History.Recorder recorder = new History.Recorder();
  private final transient RoundListener listener =
      new RoundListener() {
        @Override
        public void started(DataMarket market) {
          recorder.clear();
          forget();
          attend(market);
          refresh.request();
        }

        @Override
        public void closed() {
          recorder.clear();
          forget();
          refresh.request();
        }

        @Override
        public void turnEnded(DataMarket market) {
          refresh.request();
        }

        @Override
        public void roundEnded(DataMarket market) {
          if (isThere(market) && !market.model().isClearedOnce()) {
            record(market, recorder);
          }
          refresh.request();
        }
      };

  AgentInspector(Session session, String title) {
    super();
    this.session = session;
    setTitle(title);
    setVolatile(true);
    setLayout(new BorderLayout(0, 6));
    setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
    facts.setEditable(false);
    facts.setOpaque(false);
    facts.getCaret().setVisible(false);
    facts.setFocusable(false);
    facts.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
    add(facts, BorderLayout.NORTH);
    add(tabs, BorderLayout.CENTER);
    Dimension most = OnScreen.most(new Dimension(WIDE + EDGES, HIGH + EDGES));
    setPreferredSize(new Dimension(most.width - EDGES, most.height - EDGES));
  }

  /** To be called once the tabs are there. */
  final void begin() {
    synchronized (session.market().schedule) {
      attend(session.market());
      DataMarket market = session.market();
      if (isThere(market) && market.monitor().round() > 0 && !market.model().isClearedOnce()) {
        record(session.market(), recorder);
      }
    }
    session.addRoundListener(listener);
    updateInspector();
  }

  final Session session() {
    return session;
  }

  final History history() {
    return recorder.history();
  }

  final JTabbedPane tabs() {
    return tabs;
  }

  /** One tab. */
  record Tab(String name, JComponent content) {
    /** A tab with a table, which one scrolls. */
    static Tab of(String name, JTable table) {
      return new Tab(name, new JScrollPane(table));
    }
  }

  /** Has these tabs from now on. */
  final void showTabs(List<Tab> wanted) {
    if (!wanted.equals(shown)) {
      shown = List.copyOf(wanted);
      tabs.removeAll();
      shown.forEach(tab -> tabs.addTab(tab.name(), tab.content()));
    }
  }

  /** Says that there is no such agent in the market that is open. */
  final void showNobody(String kind) {
    showFacts("This %s is not in the market that is open.".formatted(kind));
    tabs.setVisible(false);
  }

  /** Shows facts as HTML, and what else there is about the agent. */
  final void showAgent(String html) {
    showFacts(html);
    tabs.setVisible(true);
  }

  private void showFacts(String html) {
    facts.setText("<html><body>%s</body></html>".formatted(html));
  }

  /** The facts without the markup. */
  final String factsShown() {
    String text = facts.getText().replaceAll("<[^>]*>", " ");
    return Pattern.compile("&#(\\d+);")
        .matcher(text)
        .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1))))
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replaceAll("\\s+", " ");
  }

  /** Whether the market has been started and has this agent. */
  abstract boolean isThere(DataMarket market);

  /** Begins to look at a market, inside its schedule's lock. */
  void attend(DataMarket market) {}

  /** Forgets what it has noted of a market besides its history. */
  void forget() {}

  /** Notes the numbers of a round that has just ended, in a market that is played by rounds. */
  abstract void record(DataMarket market, History.Recorder into);

  /** Rounds are what brings it up to date. */
  @Override
  public Steppable getUpdateSteppable() {
    return state -> refresh.request();
  }

  /** Whoever stops it also ends what it records. */
  @Override
  public Stoppable reviseStopper(Stoppable stopper) {
    Stoppable revised = super.reviseStopper(stopper);
    return () -> {
      session.removeRoundListener(listener);
      if (revised != null) {
        revised.stop();
      }
    };
  }
}
