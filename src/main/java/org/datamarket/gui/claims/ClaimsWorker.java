package org.datamarket.gui.claims;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.swing.SwingWorker;
import org.datamarket.analysis.Status;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.analysis.claims.State;
import org.datamarket.analysis.score.Judge;
import org.datamarket.analysis.score.Score;
import org.datamarket.analysis.score.StateScores;
import org.datamarket.market.Market;
import org.datamarket.simulation.DataMarket;

/** Judges all claims on a market as it stands, while the market may play on. Used once. */
public final class ClaimsWorker extends SwingWorker<Place, Score> {

  /** Hears, on the event thread, how far it has come. */
  public interface Listener {
    /** More claims have been judged. */
    void judged(List<Score> more);

    /** All claims have been judged of a market that stood here. */
    void finished(Place place);

    /** Something went wrong; nothing is told of a cancelled worker. */
    void failed(Throwable cause);
  }

  private final DataMarket market;
  private final Listener listener;

  /** Judges a market that has been started. */
  public ClaimsWorker(DataMarket market, Listener listener) {
    this.market = market;
    this.listener = listener;
  }

  @Override
  protected Place doInBackground() {
    Market bids;
    Place place;
    boolean atEnd;
    synchronized (market.schedule) {
      bids = market.market().copy();
      place = Place.of(market);
      atEnd = market.status() != Status.RUNNING;
    }
    StateScores scores =
        new StateScores(
            new State(market.model(), bids), new Judge.Moment(place.roundUnderWay(), atEnd));
    for (Claim claim : Claims.ALL) {
      Optional<Score> score = scores.of(claim, this::isCancelled);
      if (score.isEmpty()) {
        return place;
      }
      publish(score.get());
    }
    return place;
  }

  @Override
  protected void process(List<Score> more) {
    if (!isCancelled()) {
      listener.judged(more);
    }
  }

  @Override
  protected void done() {
    if (isCancelled()) {
      return;
    }
    try {
      listener.finished(get());
    } catch (ExecutionException failure) {
      listener.failed(failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
