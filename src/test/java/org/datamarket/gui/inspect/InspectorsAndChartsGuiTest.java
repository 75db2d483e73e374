package org.datamarket.gui.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.explain.BuyerInsight;
import org.datamarket.explain.RankingMoment;
import org.datamarket.explain.SellerInsight;
import org.datamarket.figure.RankingHistory;
import org.datamarket.gui.DataMarketWithUI;
import org.datamarket.gui.chart.Charts;
import org.datamarket.market.BuyerView;
import org.datamarket.model.MarketModel;
import org.datamarket.output.Figures;
import org.datamarket.output.Samples;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;
import org.datamarket.strategy.Reply;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sim.display.Console;

class InspectorsAndChartsGuiTest {
  private static final int ROUNDS = 6;

  private final ByteArrayOutputStream noise = new ByteArrayOutputStream();
  private PrintStream out;
  private PrintStream err;

  @BeforeEach
  void listen() {
    assumeFalse(GraphicsEnvironment.isHeadless());
    Preferences.userRoot(); // Java itself logs that it creates them
    out = System.out;
    err = System.err;
    PrintStream both = new PrintStream(noise, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
  }

  @AfterEach
  void listenNoMore() {
    if (out != null) {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static void onEdt(Runnable what) throws Exception {
    SwingUtilities.invokeAndWait(what);
  }

  private static void goOnFor(Console console, DataMarketWithUI gui, int rounds) throws Exception {
    onEdt(
        () -> {
          console.setWhenShouldPause(rounds);
          console.pressPause();
        });
    long end = System.nanoTime() + 60_000_000_000L;
    while ((console.getPlayState() != Console.PS_PAUSED || gui.market().monitor().round() < 3)
        && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(console.getPlayState()).isEqualTo(Console.PS_PAUSED);
    Thread.sleep(250);
    onEdt(() -> {});
  }

  @Test
  void everythingShowsTheMarket_andChangesNothing() throws Exception {
    MarketModel model = Samples.large((1L << 40) + 5);
    DataMarketWithUI gui = new DataMarketWithUI(new DataMarket(model.seed(), seed -> model));
    Console[] console = new Console[1];
    Charts[] charts = new Charts[1];
    onEdt(
        () -> {
          console[0] = (Console) gui.createController();
          charts[0] = gui.charts();
          charts[0].all().forEach(chart -> chart.frame().setVisible(true));
          console[0].pressPause();
        });
    try {
      BuyerInspector[] buyer = new BuyerInspector[1];
      SellerInspector[] seller = new SellerInspector[1];
      onEdt(
          () -> {
            buyer[0] = new BuyerInspector(gui, gui.market().buyers().get(17));
            seller[0] = new SellerInspector(gui, gui.market().sellers().get(4));
            buyer[0].createFrame(null).setVisible(true);
            seller[0].createFrame(null).setVisible(true);
          });
      goOnFor(console[0], gui, ROUNDS);
      DataMarket market = gui.market();
      int rounds = market.monitor().round();
      assertThat(rounds).isGreaterThanOrEqualTo(3);
      onEdt(
          () -> {
            assertRows(buyer[0], market, market.buyers().get(17));
            assertBook(seller[0], market);
            assertRankings(buyer[0], market, market.buyers().get(17));
            assertThat(buyer[0].history().rounds()).hasSize(rounds);
            assertThat(seller[0].history().rounds()).hasSize(rounds);
            assertCharts(charts[0], market);
            paint(buyer[0]);
            paint(seller[0]);
          });
      DataMarket headless = new DataMarket(model.seed(), seed -> model);
      headless.start();
      headless.playUntil(rounds);
      assertThat(market.stateHash()).isEqualTo(headless.stateHash());

      onEdt(console[0]::pressStop);
      onEdt(console[0]::pressPause);
      Thread.sleep(250);
      onEdt(
          () -> {
            assertThat(buyer[0].history().rounds().size()).isLessThanOrEqualTo(1);
            assertThat(buyer[0].rankingHistory().moments().size()).isLessThanOrEqualTo(1);
            assertThat(
                    charts[0].all().get(0).pane().getChart() == null
                        || gui.market().monitor().round() > 0)
                .isTrue();
          });
    } finally {
      onEdt(
          () -> {
            console[0].pressStop();
            gui.quit();
            console[0].unregisterAllFrames();
            console[0].dispose();
            Console.allControllers.remove(console[0]);
            for (java.awt.Frame frame : java.awt.Frame.getFrames()) {
              frame.dispose();
            }
          });
    }
    assertThat(noise.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static JTable table(AgentInspector inspector, int tab) {
    JComponent scroll = (JComponent) inspector.tabs().getComponentAt(tab);
    return (JTable) ((JScrollPane) scroll).getViewport().getView();
  }

  private static void assertRows(BuyerInspector inspector, DataMarket market, Buyer buyer) {
    BuyerView view = market.market().view(buyer.number());
    Reply reply = buyer.decide(view).reply();
    JTable table = table(inspector, 0);
    assertThat(table.getRowCount()).isEqualTo(view.size());
    for (int k = 0; k < reply.ranking().size(); k++) {
      int seller = reply.ranking().seller(k);
      assertThat(table.getValueAt(k, 0)).isEqualTo(String.valueOf(k + 1));
      assertThat(table.getValueAt(k, 1)).isEqualTo(market.sellers().get(seller).spec().id());
      assertThat(table.getValueAt(k, 2)).isEqualTo(Figures.of(reply.ranking().residual(k)));
      assertThat(table.getValueAt(k, 6).toString().startsWith("in the pool"))
          .isEqualTo(!reply.bids().at(seller).isNone());
    }
    BuyerInsight insight = BuyerInsight.of(market, buyer);
    assertThat(table(inspector, 2).getRowCount())
        .isEqualTo(view.own().size() + reply.bids().size() + insight.best().bids().size());
    String why = BuyerInsight.of(market, buyer).lastDecision().replaceAll("\\s+", " ");
    assertThat(inspector.factsShown())
        .contains(why)
        .contains(BuyerInsight.of(market, buyer).poolEnd());
  }

  private static void assertRankings(BuyerInspector inspector, DataMarket market, Buyer buyer) {
    int rounds = market.monitor().round();
    RankingHistory history = inspector.rankingHistory();
    assertThat(history.moments()).hasSize(rounds);
    RankingMoment last = history.moments().get(rounds - 1);
    assertThat(last).isEqualTo(RankingMoment.of(market, buyer));
    int tab = inspector.tabs().indexOfTab("Ranking over time");
    JScrollPane scroll = (JScrollPane) inspector.tabs().getComponentAt(tab);
    JFreeChart chart = ((RankingPane) scroll.getViewport().getView()).pane().getChart();
    List<?> plots = ((CombinedDomainXYPlot) chart.getPlot()).getSubplots();
    assertThat(((SymbolAxis) ((XYPlot) plots.get(0)).getRangeAxis()).getSymbols())
        .containsExactly(
            history.rows().stream().map(RankingHistory.Row::seller).toArray(String[]::new));
    List<Double> shown =
        Stream.of(named((XYPlot) plots.get(1), "z*"), named((XYPlot) plots.get(1), "v"))
            .map(data -> data.getYValue(0, data.getItemCount(0) - 1))
            .toList();
    assertThat(shown).containsExactly(last.desiredTotal(), last.total());
    assertThat(named((XYPlot) plots.get(3), "gain").getYValue(0, rounds - 1))
        .isEqualTo(last.gain());
  }

  private static void assertBook(SellerInspector inspector, DataMarket market) {
    List<SellerInsight.Row> book = SellerInsight.of(market, market.sellers().get(4)).book();
    JTable table = table(inspector, 0);
    assertThat(table.getRowCount()).isEqualTo(book.size());
    for (int k = 0; k < book.size(); k++) {
      assertThat(table.getValueAt(k, 0)).isEqualTo(book.get(k).buyer());
      assertThat(table.getValueAt(k, 3)).isEqualTo(Figures.of(book.get(k).allocation()));
    }
  }

  private static XYPlot plot(Charts charts, int chart) {
    return charts.all().get(chart).pane().getChart().getXYPlot();
  }

  private static void assertCharts(Charts charts, DataMarket market) {
    List<RoundMeasures> rounds = market.monitor().rounds();
    XYPlot utilities = plot(charts, 0);
    assertSeries(named(utilities, "mean"), rounds, RoundMeasures::utilityMean);
    assertSeries(named(utilities, "median"), rounds, RoundMeasures::utilityMedian);
    CombinedDomainXYPlot both = (CombinedDomainXYPlot) plot(charts, 1);
    assertSeries(
        ((XYPlot) both.getSubplots().get(0)).getDataset(), rounds, RoundMeasures::messages);
    assertSeries(((XYPlot) both.getSubplots().get(1)).getDataset(), rounds, RoundMeasures::nashGap);
    assertSeries(named(plot(charts, 2), "reserve"), rounds, RoundMeasures::reserveMean);
    assertSeries(named(plot(charts, 2), "mean price"), rounds, RoundMeasures::priceMean);
    assertSeries(plot(charts, 3).getDataset(0), rounds, RoundMeasures::welfare);
    XYDataset bars = plot(charts, 4).getDataset(0);
    double buyers = 0;
    for (int k = 0; k < bars.getItemCount(0); k++) {
      buyers += bars.getYValue(0, k);
    }
    assertThat(buyers).isEqualTo(market.buyers().size());
    assertThat(plot(charts, 5).getDataset(1).getItemCount(0)).isEqualTo(market.buyers().size() + 1);
  }

  private static XYDataset named(XYPlot plot, String name) {
    for (int k = 0; k < plot.getDatasetCount(); k++) {
      if (plot.getDataset(k).getSeriesKey(0).equals(name)) {
        return plot.getDataset(k);
      }
    }
    throw new AssertionError("no series " + name);
  }

  private static void assertSeries(
      XYDataset data, List<RoundMeasures> rounds, ToDoubleFunction<RoundMeasures> value) {
    assertThat(data.getItemCount(0)).isEqualTo(rounds.size());
    for (int k = 0; k < rounds.size(); k++) {
      assertThat(data.getXValue(0, k)).isEqualTo(k + 1.0);
      assertThat(data.getYValue(0, k)).isEqualTo(value.applyAsDouble(rounds.get(k)));
    }
  }

  private static void paint(JComponent component) {
    component.paint(new BufferedImage(800, 700, BufferedImage.TYPE_INT_RGB).createGraphics());
  }
}
