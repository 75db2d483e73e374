package org.datamarket.gui;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.display.StatusText;

/** How the market stands, as numbers to read or to chart: see the measures of docs/model.md §7. */
public final class MarketState {
  /** The properties in the order in which they are shown. */
  static final List<String> ORDER =
      List.of(
          "Status", "Round", "Messages", "LiveBids", "NashGap", "Welfare", "Revenue", "Sold", "PriceMean",
          "ReserveMean", "UtilityMean");

  private final DataMarketWithUI gui;

  MarketState(DataMarketWithUI gui) {
    this.gui = gui;
  }

  private double measure(ToDoubleFunction<RoundMeasures> figure) {
    return gui.snapshot().filter(s -> s.round() > 0).map(Snapshot::measures).map(figure::applyAsDouble)
        .orElse(Double.NaN);
  }

  public String getStatus() {
    Optional<Snapshot> snapshot = gui.snapshot();
    return snapshot.isEmpty()
        ? "not started"
        : snapshot.get().round() == 0 ? "before the first round" : StatusText.end(snapshot.get());
  }

  public String desStatus() {
    return "Whether the run goes on, or how it has ended.";
  }

  public int getRound() {
    return gui.snapshot().map(Snapshot::round).orElse(0);
  }

  public String desRound() {
    return "How many rounds are over.";
  }

  public long getMessages() {
    synchronized (gui.state.schedule) {
      return gui.market().monitor().messages();
    }
  }

  public String desMessages() {
    return "How often a buyer has bid again so far.";
  }

  public int getLiveBids() {
    return gui.snapshot().map(Snapshot::liveBids).orElse(0);
  }

  public String nameLiveBids() {
    return "Live bids";
  }

  public String desLiveBids() {
    return "How many bids stand.";
  }

  public double getNashGap() {
    return measure(RoundMeasures::nashGap);
  }

  public String nameNashGap() {
    return "Nash gap";
  }

  public String desNashGap() {
    return "The most that any one buyer could gain by any bids, $; unknown under strict ties.";
  }

  public double getWelfare() {
    return measure(RoundMeasures::welfare);
  }

  public String desWelfare() {
    return "What the data sold is worth to its buyers, less what it is worth to its sellers, $.";
  }

  public double getRevenue() {
    return measure(RoundMeasures::revenue);
  }

  public String desRevenue() {
    return "What the buyers pay in all, $.";
  }

  public double getSold() {
    return measure(RoundMeasures::sold);
  }

  public String desSold() {
    return "How much is sold, GB.";
  }

  public double getPriceMean() {
    return measure(RoundMeasures::priceMean);
  }

  public String namePriceMean() {
    return "Mean price";
  }

  public String desPriceMean() {
    return "What a GB costs on average, $/GB.";
  }

  public double getReserveMean() {
    return measure(RoundMeasures::reserveMean);
  }

  public String nameReserveMean() {
    return "Mean reserve";
  }

  public String desReserveMean() {
    return "The sellers' mean reserve, weighted by quantity, $/GB.";
  }

  public double getUtilityMean() {
    return measure(RoundMeasures::utilityMean);
  }

  public String nameUtilityMean() {
    return "Mean utility";
  }

  public String desUtilityMean() {
    return "The buyers' mean utility, $.";
  }
}
