package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.datamarket.gui.GuiSession.await;
import static org.datamarket.gui.GuiSession.onEdt;
import static org.datamarket.gui.GuiSession.settle;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.datamarket.gui.chart.LiveChart;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.RunTables;
import org.datamarket.run.Run;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every series of every chart has one point a round, with the values that a headless run writes.
 */
class ChartsGuiTest {
  private static final double ROUNDING = 1e-12;

  @TempDir private Path folder;

  @Test
  void series_areTheRoundsOfAHeadlessRun() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      show(session, true);
      session.step(9);
      assertCharts(session, rounds("quickstart", 9));
      session.step(3);
      assertCharts(session, rounds("quickstart", 12));
      onEdt(() -> session.console.pressPause());
      session.awaitPause();
      assertCharts(session, rounds("quickstart", Integer.MAX_VALUE));
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void openedLate_hasAllRounds() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart", "epsilon=0.1")) {
      session.step(7);
      show(session, true);
      assertCharts(session, rounds("quickstart", 7, "epsilon=0.1"));
      show(session, false);
      session.step(4);
      show(session, true);
      assertCharts(session, rounds("quickstart", 11, "epsilon=0.1"));
    }
  }

  @Test
  void anotherModel_beginsAnew() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      show(session, true);
      session.step(6);
      onEdt(() -> session.console.openModel(Path.of("models/hong-kong.yaml")));
      settle();
      session.step(4);
      assertCharts(session, rounds("hong-kong", 4));
      onEdt(session.console::pressStop);
      session.step(2);
      assertCharts(session, rounds("hong-kong", 2));
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void checkpoint_bringsItsRoundsBack() throws Exception {
    Path kept = folder.resolve("five.checkpoint");
    try (GuiSession session = GuiSession.of("quickstart")) {
      show(session, true);
      session.step(5);
      onEdt(() -> session.console.saveCheckpoint(kept));
      session.step(5);
      assertCharts(session, rounds("quickstart", 10));
      onEdt(() -> session.console.openCheckpoint(kept));
      settle();
      assertCharts(session, rounds("quickstart", 5));
      session.step(3);
      assertCharts(session, rounds("quickstart", 8));
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void noNashGap_leavesItOut() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart", "ties=strict")) {
      show(session, true);
      session.step(4);
      List<NamedCsvRecord> rounds = rounds("quickstart", 4, "ties=strict");
      awaitRounds(session, rounds.size());
      onEdt(
          () -> {
            assertThat(subplots(session, "Convergence")).hasSize(1);
            assertLine(subplots(session, "Convergence").get(0), "bids", rounds, column("messages"));
          });
    }
  }

  /** What {@code datamarket run} writes of so many rounds. */
  private List<NamedCsvRecord> rounds(String model, int rounds, String... overrides)
      throws Exception {
    ModelFile file = ModelFile.read(Path.of("models", model + ".yaml"), List.of(overrides));
    DataMarket market = new DataMarket(file.seed(), new FixedModel(file.draw()));
    market.start();
    market.playUntil(rounds);
    Path run = Files.createTempDirectory(folder, "run");
    new RunTables(Run.of(market).result()).writeTo(run);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(run.resolve("rounds.csv"))) {
      return rows.stream().toList();
    }
  }

  private static void show(GuiSession session, boolean visible) throws Exception {
    onEdt(() -> session.gui.charts().all().forEach(chart -> chart.frame().setVisible(visible)));
    settle();
  }

  private static JFreeChart chart(GuiSession session, String title) {
    return session.gui.charts().all().stream()
        .filter(chart -> chart.frame().getTitle().equals(title))
        .map((LiveChart chart) -> chart.pane().getChart())
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static List<XYPlot> subplots(GuiSession session, String title) {
    XYPlot plot = chart(session, title).getXYPlot();
    return plot instanceof CombinedDomainXYPlot several ? several.getSubplots() : List.of(plot);
  }

  /** The series with a name, which is alone in its layer. */
  private static XYDataset series(XYPlot plot, String name) {
    return Stream.iterate(0, k -> k < plot.getDatasetCount(), k -> k + 1)
        .map(plot::getDataset)
        .filter(data -> data.getSeriesCount() > 0 && name.equals(data.getSeriesKey(0)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no series " + name));
  }

  private static void awaitRounds(GuiSession session, int rounds) throws Exception {
    for (String title : List.of("Utilities", "Convergence", "Prices", "Welfare")) {
      await(title + " shows " + rounds + " rounds", () -> shownRounds(session, title) == rounds);
    }
  }

  private static int shownRounds(GuiSession session, String title) {
    try {
      return onEdt(
          () -> {
            if (chart(session, title) == null) {
              return 0;
            }
            XYPlot plot = subplots(session, title).get(0);
            return plot.getDataset(plot.getDatasetCount() - 1).getItemCount(0);
          });
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void assertCharts(GuiSession session, List<NamedCsvRecord> rounds)
      throws Exception {
    awaitRounds(session, rounds.size());
    onEdt(
        () -> {
          XYPlot utilities = subplots(session, "Utilities").get(0);
          assertLine(utilities, "median", rounds, column("utility_median"));
          assertLine(utilities, "mean", rounds, column("utility_mean"));
          assertBand(
              utilities,
              "middle half",
              rounds,
              column("utility_lower_quartile"),
              column("utility_upper_quartile"));
          assertBand(utilities, "all buyers", rounds, column("utility_min"), column("utility_max"));

          List<XYPlot> convergence = subplots(session, "Convergence");
          assertThat(convergence).hasSize(2);
          assertLine(convergence.get(0), "bids", rounds, column("messages"));
          assertLine(convergence.get(1), "Nash gap", rounds, column("nash_gap"));

          XYPlot prices = subplots(session, "Prices").get(0);
          assertLine(prices, "mean price", rounds, column("price_mean"));
          assertLine(prices, "reserve", rounds, column("reserve_mean"));
          ToDoubleFunction<NamedCsvRecord> spread =
              row ->
                  column("price_mean").applyAsDouble(row)
                      * column("price_dispersion").applyAsDouble(row);
          assertBand(
              prices,
              "spread",
              rounds,
              row ->
                  Math.max(0, column("price_mean").applyAsDouble(row) - spread.applyAsDouble(row)),
              row -> column("price_mean").applyAsDouble(row) + spread.applyAsDouble(row));

          assertLine(subplots(session, "Welfare").get(0), "welfare", rounds, column("welfare"));
        });
  }

  private static ToDoubleFunction<NamedCsvRecord> column(String name) {
    return row -> Double.parseDouble(row.getField(name));
  }

  private static void assertLine(
      XYPlot plot,
      String name,
      List<NamedCsvRecord> rounds,
      ToDoubleFunction<NamedCsvRecord> value) {
    XYDataset data = series(plot, name);
    assertThat(data.getSeriesCount()).isEqualTo(1);
    assertThat(data.getItemCount(0)).as(name).isEqualTo(rounds.size());
    for (int k = 0; k < rounds.size(); k++) {
      assertThat(data.getXValue(0, k)).isEqualTo(k + 1.0);
      assertThat(data.getYValue(0, k))
          .as(name + " in round " + (k + 1))
          .isEqualTo(value.applyAsDouble(rounds.get(k)));
    }
  }

  private static void assertBand(
      XYPlot plot,
      String name,
      List<NamedCsvRecord> rounds,
      ToDoubleFunction<NamedCsvRecord> low,
      ToDoubleFunction<NamedCsvRecord> high) {
    IntervalXYDataset data = (IntervalXYDataset) series(plot, name);
    assertThat(data.getSeriesCount()).isEqualTo(1);
    assertThat(data.getItemCount(0)).as(name).isEqualTo(rounds.size());
    for (int k = 0; k < rounds.size(); k++) {
      double from = low.applyAsDouble(rounds.get(k));
      double to = high.applyAsDouble(rounds.get(k));
      assertThat(data.getXValue(0, k)).isEqualTo(k + 1.0);
      assertThat(data.getStartYValue(0, k))
          .as(name)
          .isCloseTo(from, within(ROUNDING * (1 + Math.abs(from))));
      assertThat(data.getEndYValue(0, k))
          .as(name)
          .isCloseTo(to, within(ROUNDING * (1 + Math.abs(to))));
    }
  }
}
