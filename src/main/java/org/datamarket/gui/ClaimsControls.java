package org.datamarket.gui;

import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.Action;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.SwingUtilities;
import org.datamarket.analysis.score.Score;
import org.datamarket.gui.claims.ClaimsPane;
import org.datamarket.gui.claims.ClaimsWorker;
import org.datamarket.gui.claims.Place;
import org.datamarket.gui.session.RoundListener;
import org.datamarket.gui.widget.Keys;
import org.datamarket.gui.widget.OnScreen;
import org.datamarket.gui.widget.PlainWords;
import org.datamarket.gui.widget.Refresh;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;
import sim.util.Bag;

/** Judges the claims of the papers on the market as it stands, when asked. */
final class ClaimsControls implements RoundListener {
  private static final String TITLE = "Claims";
  private static final String NO_CLAIMS =
      "The claims are about auctions. A mechanism clears this market once, so none applies.";

  private final DataMarketWithUI gui;
  private final ClaimsPane pane = new ClaimsPane(this::judge, this::cancel, this::showBuyer);
  private final JFrame frame = new JFrame(TITLE);
  private final Action action = Keys.action("Judge the market now", KeyEvent.VK_F6, this::judge);
  private final Refresh refresh = new Refresh(this::showPlace);
  private Optional<ClaimsWorker> worker = Optional.empty();
  private Optional<Place> judged = Optional.empty();
  private volatile Place now = new Place(0, 0, 0);

  ClaimsControls(DataMarketWithUI gui) {
    this.gui = gui;
    frame.add(pane);
    frame.setDefaultCloseOperation(JFrame.HIDE_ON_CLOSE);
    frame.pack();
    frame.setLocation(120, 40);
    OnScreen.fit(frame);
    gui.addRoundListener(this);
  }

  /** The window that shows how the claims fare. */
  JFrame frame() {
    return frame;
  }

  /** What it shows. */
  ClaimsPane pane() {
    return pane;
  }

  /** What it does, with its key. */
  List<Action> actions() {
    return List.of(action);
  }

  /** A menu of what it does. */
  JMenu menu() {
    JMenu menu = new JMenu(TITLE);
    menu.add(action);
    return menu;
  }

  /** Stops judging, and closes the window for good. */
  void quit() {
    cancel();
    frame.dispose();
  }

  private void judge() {
    if (gui.snapshot().isEmpty()) {
      gui.dialogs().error(frame, TITLE, "There is no market yet; press play or pause first.");
      return;
    }
    cancel();
    judged = Optional.empty();
    DataMarket market = gui.market();
    if (market.model().isClearedOnce()) {
      pane.clear();
      pane.stopped(NO_CLAIMS);
      frame.setVisible(true);
      return;
    }
    pane.begin(market.model());
    frame.setVisible(true);
    Progress progress = new Progress();
    ClaimsWorker started = new ClaimsWorker(market, progress);
    progress.of = Optional.of(started);
    worker = Optional.of(started);
    started.execute();
  }

  private void cancel() {
    worker.ifPresent(
        running -> {
          worker = Optional.empty();
          if (running.cancel(false)) {
            pane.stopped("Cancelled before all claims were judged.");
          }
        });
  }

  /** What a worker tells, as long as it is the last that was asked. */
  private final class Progress implements ClaimsWorker.Listener {
    private Optional<ClaimsWorker> of = Optional.empty();

    private boolean counts() {
      return of.equals(worker);
    }

    @Override
    public void judged(List<Score> more) {
      if (counts()) {
        pane.add(more);
      }
    }

    @Override
    public void finished(Place place) {
      if (counts()) {
        worker = Optional.empty();
        judged = Optional.of(place);
        showPlace();
      }
    }

    @Override
    public void failed(Throwable cause) {
      if (counts()) {
        worker = Optional.empty();
        pane.stopped("Stopped by an error.");
        gui.dialogs().error(frame, "The claims cannot be judged", PlainWords.of(cause));
      }
    }
  }

  private void showPlace() {
    judged.ifPresent(place -> pane.showPlace(place, now));
  }

  /** Selects a buyer in the display, and opens its inspector. */
  private void showBuyer(String id) {
    DataMarket market = gui.market();
    for (Buyer buyer : market.buyers()) {
      if (market.model().buyers().get(buyer.number()).id().equals(id)) {
        gui.selection().select(buyer);
        Bag inspectors = new Bag();
        inspectors.add(Inspectors.of(gui, buyer));
        Bag names = new Bag();
        names.add(String.valueOf(buyer));
        gui.console().orElseThrow().setInspectors(inspectors, names);
      }
    }
  }

  @Override
  public void started(DataMarket market) {
    now = Place.of(market);
    forgetSoon();
  }

  @Override
  public void closed() {
    forgetSoon();
  }

  /** At once where that may be, lest a judging begun since be forgotten with the last one. */
  private void forgetSoon() {
    if (SwingUtilities.isEventDispatchThread()) {
      forget();
    } else {
      SwingUtilities.invokeLater(this::forget);
    }
  }

  private void forget() {
    cancel();
    judged = Optional.empty();
    pane.clear();
  }

  @Override
  public void turnEnded(DataMarket market) {
    now = Place.of(market);
    refresh.request();
  }

  @Override
  public void roundEnded(DataMarket market) {
    now = Place.of(market);
    refresh.request();
  }
}
