package org.datamarket.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.MarketModel;
import org.datamarket.output.Samples;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.jfree.ui.Layer;
import org.jfree.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartsTest {
  private final RunResult small = Samples.play(Samples.small());

  static Stream<MarketModel> models() {
    return Stream.of(
        Samples.small(),
        Samples.nothingSells(),
        Samples.oneRound(),
        Samples.strict(),
        Samples.withIsp());
  }

  @ParameterizedTest
  @MethodSource("models")
  void charts_areTheSameSvgEachTimeAndInEveryLocale(MarketModel model) throws Exception {
    List<String> first = svgs(Samples.play(model));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(svgs(Samples.play(model))).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
    for (String svg : first) {
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg)))
              .getDocumentElement();
      assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 800 500");
      assertThat(svg).contains(">" + model.name() + " · seed " + model.seed() + "<");
      assertThat(svg).doesNotContain("NaN", "DOCTYPE");
    }
  }

  private static List<String> svgs(RunResult result) {
    return RunCharts.of(result).stream().map(chart -> Pictures.svg(chart.draw())).toList();
  }

  @ParameterizedTest
  @MethodSource("models")
  void charts_haveLabelledAxesAndLegends(MarketModel model) {
    for (Chart chart : RunCharts.of(Samples.play(model))) {
      JFreeChart drawing = chart.draw();
      assertThat(drawing.getTitle().getText()).isNotBlank();
      XYPlot plot = drawing.getXYPlot();
      assertThat(plot.getDomainAxis().getLabel()).isNotBlank();
      List<XYPlot> panels = panels(plot);
      for (XYPlot panel : panels) {
        assertThat(panel.getRangeAxis().getLabel()).isNotBlank();
      }
      boolean empty = chart instanceof UnitPricesChart && model.name().equals("nothing sells");
      assertThat(plot.getLegendItems().getItemCount()).isGreaterThanOrEqualTo(empty ? 0 : 1);
    }
  }

  private static List<XYPlot> panels(XYPlot plot) {
    List<XYPlot> panels = new ArrayList<>();
    if (plot instanceof CombinedDomainXYPlot combined) {
      for (Object panel : combined.getSubplots()) {
        panels.add((XYPlot) panel);
      }
    } else {
      panels.add(plot);
    }
    return panels;
  }

  @Test
  void axes_nameTheModelsCurrency() {
    Subject subject = new Subject("m", 1, "kr");
    assertThat(
            new PricesChart(subject, small.rounds()).draw().getXYPlot().getRangeAxis().getLabel())
        .isEqualTo("unit price (kr/GB)");
    assertThat(
            new UtilitiesChart(subject, small.rounds())
                .draw()
                .getXYPlot()
                .getRangeAxis()
                .getLabel())
        .isEqualTo("utility (kr)");
  }

  @Test
  void utilities_areThoseOfTheRounds() {
    XYPlot plot = new UtilitiesChart(Subject.of(small.model()), small.rounds()).draw().getXYPlot();
    assertBand(plot.getDataset(0), small, RoundMeasures::utilityMin, RoundMeasures::utilityMax);
    assertBand(
        plot.getDataset(1),
        small,
        RoundMeasures::utilityLowerQuartile,
        RoundMeasures::utilityUpperQuartile);
    assertLine(plot.getDataset(2), small, RoundMeasures::utilityMean);
    assertLine(plot.getDataset(3), small, RoundMeasures::utilityMedian);
    assertThat(plot.getDatasetCount()).isEqualTo(4);
  }

  @Test
  void prices_areThoseOfTheRounds() {
    XYPlot plot = new PricesChart(Subject.of(small.model()), small.rounds()).draw().getXYPlot();
    assertBand(
        plot.getDataset(0),
        small,
        r -> Math.max(0, r.priceMean() * (1 - r.priceDispersion())),
        r -> r.priceMean() * (1 + r.priceDispersion()));
    assertLine(plot.getDataset(1), small, RoundMeasures::priceMean);
    assertLine(plot.getDataset(2), small, RoundMeasures::reserveMean);
  }

  @Test
  void bids_areThoseOfTheRounds_andTheGapStandsBesideEpsilon() {
    JFreeChart chart =
        new BidsChart(Subject.of(small.model()), small.model().epsilon(), small.rounds()).draw();
    List<XYPlot> panels = panels(chart.getXYPlot());
    assertLine(panels.get(0).getDataset(), small, RoundMeasures::messages);
    assertLine(panels.get(1).getDataset(), small, RoundMeasures::nashGap);
    ValueMarker epsilon =
        (ValueMarker) panels.get(1).getRangeMarkers(Layer.FOREGROUND).iterator().next();
    assertThat(epsilon.getValue()).isEqualTo(small.model().epsilon());
  }

  @Test
  void bids_underStrictTies_haveNoGap() {
    RunResult strict = Samples.play(Samples.strict());
    JFreeChart chart = RunCharts.of(strict).get(1).draw();
    assertThat(panels(chart.getXYPlot())).hasSize(1);
  }

  private static void assertLine(
      XYDataset data, RunResult result, ToDoubleFunction<RoundMeasures> value) {
    assertThat(data.getSeriesCount()).isEqualTo(1);
    assertThat(data.getItemCount(0)).isEqualTo(result.rounds().size());
    for (int k = 0; k < result.rounds().size(); k++) {
      assertThat(data.getXValue(0, k)).isEqualTo(k + 1);
      assertThat(data.getYValue(0, k))
          .isEqualTo((Double) value.applyAsDouble(result.rounds().get(k)));
    }
  }

  private static void assertBand(
      XYDataset data,
      RunResult result,
      ToDoubleFunction<RoundMeasures> low,
      ToDoubleFunction<RoundMeasures> high) {
    IntervalXYDataset band = (IntervalXYDataset) data;
    assertThat(band.getSeriesCount()).isEqualTo(1);
    assertThat(band.getItemCount(0)).isEqualTo(result.rounds().size());
    for (int k = 0; k < result.rounds().size(); k++) {
      assertThat(band.getXValue(0, k)).isEqualTo(k + 1);
      assertThat(band.getStartYValue(0, k)).isEqualTo(low.applyAsDouble(result.rounds().get(k)));
      assertThat(band.getEndYValue(0, k)).isEqualTo(high.applyAsDouble(result.rounds().get(k)));
    }
  }

  @Test
  void band_isBrokenWhereThereIsNoNumber_andOneRoundIsDrawnAcrossIt() {
    ToDoubleFunction<RoundMeasures> low = r -> r.round() == 2 || r.round() == 3 ? Double.NaN : 1;
    List<RoundMeasures> five = small.rounds().subList(0, 5);
    YIntervalSeriesCollection band = RoundSeries.band("band", five, low, r -> 2);

    assertThat(band.getSeriesCount()).isEqualTo(2);
    assertThat(band.getItemCount(0)).isEqualTo(2);
    assertThat(band.getXValue(0, 0)).isEqualTo(0.5);
    assertThat(band.getXValue(0, 1)).isEqualTo(1.5);
    assertThat(band.getXValue(1, 0)).isEqualTo(4);
    assertThat(band.getXValue(1, 1)).isEqualTo(5);
  }

  @Test
  void line_ofOneRound_isDrawnAcrossIt() {
    XYDataset line = RoundSeries.line("line", small.rounds().subList(0, 1), r -> 3);
    assertThat(line.getItemCount(0)).isEqualTo(2);
    assertThat(line.getXValue(0, 0)).isEqualTo(0.5);
    assertThat(line.getXValue(0, 1)).isEqualTo(1.5);
    assertThat(line.getYValue(0, 1)).isEqualTo(3);
  }

  @Test
  void unitPrices_addUpToWhatIsSold_andEachBarHoldsItsPrices() {
    XYPlot plot = new UnitPricesChart(Subject.of(small.model()), small.buyers()).draw().getXYPlot();
    IntervalXYDataset bars = (IntervalXYDataset) plot.getDataset();
    double all = 0;
    for (int k = 0; k < bars.getItemCount(0); k++) {
      double sold = 0;
      for (BuyerAccount account : small.buyers()) {
        for (int n = 0; n < account.bids().size(); n++) {
          double price = account.costs()[n] / account.allocations()[n];
          boolean inside = price >= bars.getStartXValue(0, k) && price < bars.getEndXValue(0, k);
          sold += inside ? account.allocations()[n] : 0;
        }
      }
      assertThat(bars.getYValue(0, k)).isCloseTo(sold, within(1e-9));
      all += bars.getYValue(0, k);
    }
    assertThat(all).isCloseTo(small.measures().sold(), within(1e-9));
  }

  @Test
  void supplyAndDemand_endAtTheTotals_andMarkTheClearing() {
    XYPlot plot = RunCharts.of(small).get(4).draw().getXYPlot();
    XYDataset wanted = plot.getDataset(0);
    XYDataset bids = plot.getDataset(1);
    XYDataset own = plot.getDataset(2);
    XYDataset supply = plot.getDataset(3);

    assertThat(last(wanted))
        .isCloseTo(
            small.model().buyers().stream().mapToDouble(b -> b.valuation().demand()).sum(),
            within(1e-9));
    double asked = 0;
    for (BuyerAccount account : small.buyers()) {
      for (int k = 0; k < account.bids().size(); k++) {
        asked += account.bids().bid(k).quantity();
      }
    }
    assertThat(last(bids)).isCloseTo(asked, within(1e-9));
    assertThat(last(own)).isCloseTo(19, within(1e-9));
    assertThat(last(supply)).isCloseTo(19, within(1e-9));
    assertFalling(wanted);
    assertFalling(bids);
    AbstractXYItemRenderer renderer = (AbstractXYItemRenderer) plot.getRenderer(0);
    assertThat(renderer.getAnnotations()).hasOnlyElementsOfType(XYShapeAnnotation.class).hasSize(1);
  }

  private static double last(XYDataset data) {
    return data.getXValue(0, data.getItemCount(0) - 1);
  }

  private static void assertFalling(XYDataset data) {
    for (int k = 1; k < data.getItemCount(0); k++) {
      assertThat(data.getXValue(0, k)).isGreaterThanOrEqualTo(data.getXValue(0, k - 1));
      assertThat(data.getYValue(0, k)).isLessThanOrEqualTo(data.getYValue(0, k - 1));
    }
  }

  @Test
  void zeroLogAxis_hasAPlaceForZeroAndTurnsBack() {
    ZeroLogAxis axis = new ZeroLogAxis("count", 1, 200);
    Rectangle2D area = new Rectangle2D.Double(0, 10, 100, 300);
    assertThat(axis.valueToJava2D(0, area, RectangleEdge.LEFT)).isEqualTo(310);
    for (double value : new double[] {0, 1, 7, 200}) {
      double y = axis.valueToJava2D(value, area, RectangleEdge.LEFT);
      assertThat(y).isBetween(10.0, 310.0);
      assertThat(axis.java2DToValue(y, area, RectangleEdge.LEFT)).isCloseTo(value, within(1e-9));
    }
  }

  @Test
  void scale_roundsUpToOneTwoOrFive() {
    assertThat(RoundNumber.atLeast(0.013)).isEqualTo(0.02);
    assertThat(RoundNumber.atLeast(2)).isEqualTo(2);
    assertThat(RoundNumber.atLeast(37)).isEqualTo(50);
    assertThat(RoundNumber.atLeast(5.1)).isEqualTo(10);
  }

  @Test
  void ticks_thatAreNotTheSame_haveDifferentLabels() {
    for (double step : new double[] {0.0001, 0.02, 0.5, 10}) {
      NumberTickUnit unit = (NumberTickUnit) Ticks.ofNumbers().getCeilingTickUnit(step);
      assertThat(unit.getSize()).isEqualTo(step);
      assertThat(unit.valueToString(100 * step)).isNotEqualTo(unit.valueToString(101 * step));
    }
    assertThat(Ticks.ofCounts().getCeilingTickUnit(0.1).getSize()).isEqualTo(1);
    assertThat(Ticks.ofNumbers().getCeilingTickUnit(1000).valueToString(12_000))
        .isEqualTo("12,000");
  }

  @Test
  void utilities_withVeryLuckyBuyers_haveALogarithmicScale() {
    List<RoundMeasures> rounds = List.of(round(0, 10, 201), round(0, 10, 150));
    Subject subject = new Subject("m", 1, "$");
    assertThat(new UtilitiesChart(subject, rounds).draw().getXYPlot().getRangeAxis())
        .isInstanceOf(ZeroLogAxis.class);
    assertThat(new UtilitiesChart(subject, rounds.subList(1, 2)).draw().getXYPlot().getRangeAxis())
        .isNotInstanceOf(ZeroLogAxis.class);
    assertThat(
            new UtilitiesChart(subject, List.of(round(-1, 10, 201)))
                .draw()
                .getXYPlot()
                .getRangeAxis()
                .getRange()
                .getLowerBound())
        .isLessThan(-1);
  }

  private static RoundMeasures round(double least, double upperQuartile, double most) {
    return new RoundMeasures(
        1, 0, 0, 0, 0, 0, 0, 0, 0, 0, least, 0, 0, upperQuartile, most, 0, 0, 0, 0, 0);
  }
}
