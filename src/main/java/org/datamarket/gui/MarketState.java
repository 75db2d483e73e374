package org.datamarket.gui;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.display.StatusText;
import org.datamarket.output.Figures;
import sim.util.Properties;

/** How the market stands, as figures to read or to chart: see the measures of docs/model.md §7. */
final class MarketState extends Properties {
  private static final long serialVersionUID = 1;

  /**
   * A figure.
   *
   * @param name what it is called
   * @param meaning what it says, a sentence
   * @param type the class of its values
   * @param value how it stands
   */
  private record Figure(String name, String meaning, Class<?> type, Supplier<Object> value) {}

  private final transient DataMarketWithUI gui;
  private final transient List<Figure> figures;

  MarketState(DataMarketWithUI gui) {
    this.gui = gui;
    this.object = "the market";
    this.figures =
        List.of(
            new Figure(
                "Status",
                "Whether the run goes on, or how it has ended.",
                String.class,
                this::status),
            new Figure("Round", "How many rounds are over.", int.class, () -> of(Snapshot::round)),
            new Figure(
                "Messages", "How often a buyer has bid again so far.", long.class, this::messages),
            new Figure(
                "Live bids", "How many bids stand.", int.class, () -> of(Snapshot::liveBids)),
            measure(
                "Nash gap",
                "The most that any one buyer could gain by any bids, $; unknown under strict ties.",
                RoundMeasures::nashGap),
            measure(
                "Welfare",
                "What the data sold is worth to its buyers, less what it is worth to its sellers,"
                    + " $.",
                RoundMeasures::welfare),
            measure("Revenue", "What the buyers pay in all, $.", RoundMeasures::revenue),
            measure("Sold", "How much is sold, GB.", RoundMeasures::sold),
            measure("Mean price", "What a GB costs on average, $/GB.", RoundMeasures::priceMean),
            measure(
                "Mean reserve",
                "The sellers' mean reserve, weighted by quantity, $/GB.",
                RoundMeasures::reserveMean),
            measure("Mean utility", "The buyers' mean utility, $.", RoundMeasures::utilityMean));
  }

  private Figure measure(String name, String meaning, ToDoubleFunction<RoundMeasures> measure) {
    return new Figure(
        name,
        meaning,
        double.class,
        () ->
            gui.snapshot()
                .filter(market -> market.round() > 0)
                .map(market -> measure.applyAsDouble(market.measures()))
                .orElse(Double.NaN));
  }

  private Object of(ToIntFunction<Snapshot> count) {
    return gui.snapshot().map(count::applyAsInt).orElse(0);
  }

  private String status() {
    Optional<Snapshot> market = gui.snapshot();
    if (market.isEmpty()) {
      return "not started";
    }
    return market.get().round() == 0 ? "before the first round" : StatusText.end(market.get());
  }

  private Object messages() {
    if (gui.snapshot().isEmpty()) {
      return 0L;
    }
    synchronized (gui.state.schedule) {
      return gui.market().monitor().messages();
    }
  }

  @Override
  public boolean isVolatile() {
    return false;
  }

  @Override
  public int numProperties() {
    return figures.size();
  }

  @Override
  public Object getValue(int index) {
    return figures.get(index).value().get();
  }

  @Override
  public String getName(int index) {
    return figures.get(index).name();
  }

  @Override
  public String getDescription(int index) {
    return figures.get(index).meaning();
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class getType(int index) {
    return figures.get(index).type();
  }

  @Override
  public boolean isReadWrite(int index) {
    return false;
  }

  @Override
  protected Object _setValue(int index, Object value) {
    return getValue(index);
  }

  /** With few digits: figures are there to be read. */
  @Override
  public String betterToString(Object value) {
    return value instanceof Double number ? Figures.of(number) : super.betterToString(value);
  }
}
