package org.datamarket.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Run;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The README's two charts are those that its first command draws. Bytes are the same on machines
 * with the same fonts only, so what is compared is where each colour lies between the axes.
 */
class ReadmePicturesTest {
  private static final int SCALE = 2;

  /** Where lines cross, another may come out on top: 0 with these fonts, up to 0.02 with others. */
  private static final double FEW = 0.05;

  private static final Map<String, List<Color>> COLOURS =
      Map.of(
          "utilities",
          List.of(
              ChartStyle.BLUE, ChartStyle.ORANGE, ChartStyle.MIDDLE_BLUE, ChartStyle.LIGHT_BLUE),
          "supply-demand",
          List.of(
              ChartStyle.BLUE,
              ChartStyle.ORANGE,
              ChartStyle.VERMILLION,
              ChartStyle.PURPLE,
              ChartStyle.LIGHT_GREEN));

  private static RunResult result;

  @BeforeAll
  static void play() throws Exception {
    result = played();
  }

  private static RunResult played(String... overrides) throws Exception {
    return Run.toEnd(ModelFile.read(Path.of("models/quickstart.yaml"), List.of(overrides)).draw());
  }

  private static JFreeChart chart(RunResult result, String name) {
    return RunCharts.of(result).stream()
        .filter(chart -> chart.name().equals(name))
        .findFirst()
        .orElseThrow()
        .draw();
  }

  private static BufferedImage picture(String name) throws IOException {
    return ImageIO.read(Path.of("docs/images/quickstart-" + name + ".png").toFile());
  }

  /** The largest share, of all colours of a chart, that is in one of two pictures only. */
  private static double difference(String name, BufferedImage one, JFreeChart other) {
    PlotTrace left = new PlotTrace(one);
    PlotTrace right = new PlotTrace(Pictures.image(other, SCALE));
    return COLOURS.get(name).stream()
        .flatMapToDouble(
            colour ->
                DoubleStream.of(
                    left.shareMissingIn(right, colour), right.shareMissingIn(left, colour)))
        .max()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"utilities", "supply-demand"})
  void picture_isWhatTheRunDraws(String name) throws Exception {
    BufferedImage picture = picture(name);
    assertThat(picture.getWidth()).isEqualTo(SCALE * Pictures.WIDTH);
    assertThat(picture.getHeight()).isEqualTo(SCALE * Pictures.HEIGHT);
    assertThat(difference(name, picture, chart(result, name)))
        .as("docs/images/quickstart-%1$s.png beside charts/%1$s.png of the run", name)
        .isLessThan(FEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"utilities", "supply-demand"})
  void otherFonts_makeNoDifference(String name) throws Exception {
    for (int size : new int[] {9, 15}) {
      JFreeChart chart = chart(result, name);
      Font font = new Font(Font.SERIF, Font.PLAIN, size);
      chart.getTitle().setFont(font);
      chart.getLegend().setItemFont(font);
      for (ValueAxis axis :
          List.of(chart.getXYPlot().getDomainAxis(), chart.getXYPlot().getRangeAxis())) {
        axis.setLabelFont(font);
        axis.setTickLabelFont(font);
      }
      assertThat(difference(name, picture(name), chart)).as("size %d", size).isLessThan(FEW);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed=3", "epsilon=0.4", "reach.sellers=6"})
  void otherRuns_areToldApart(String override) throws Exception {
    RunResult other = played(override);
    for (String name : COLOURS.keySet()) {
      assertThat(difference(name, picture(name), chart(other, name))).as(name).isGreaterThan(FEW);
    }
  }

  @Test
  void anotherKind_isToldApart() throws Exception {
    assertThat(difference("utilities", picture("utilities"), chart(result, "prices")))
        .isGreaterThan(0.5);
    assertThat(difference("supply-demand", picture("supply-demand"), chart(result, "unit-prices")))
        .isGreaterThan(0.5);
  }
}
