package org.datamarket.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.datamarket.analysis.RunResult;
import org.datamarket.io.WholeFile;
import org.datamarket.output.folder.Content;
import org.jfree.chart.JFreeChart;

/** Charts in a folder {@code charts/}, each as SVG and as PNG with two pixels a point. */
public record ChartFiles(List<Chart> charts) implements Content {
  /** The name of the folder. */
  public static final String FOLDER = "charts";

  private static final int SCALE = 2;

  /** All charts of a run. */
  public static ChartFiles of(RunResult result) {
    return new ChartFiles(RunCharts.of(result));
  }

  /** The names of the files within the folder that gets them. */
  public List<String> names() {
    return charts.stream()
        .flatMap(chart -> Stream.of(".svg", ".png").map(type -> FOLDER + "/" + chart.name() + type))
        .toList();
  }

  @Override
  public void writeTo(Path folder) throws IOException {
    Path into = Files.createDirectories(folder.resolve(FOLDER));
    for (Chart chart : charts) {
      JFreeChart drawing = chart.draw();
      WholeFile.write(into.resolve(chart.name() + ".svg"), Pictures.svg(drawing));
      WholeFile.write(into.resolve(chart.name() + ".png"), out -> png(drawing, out));
    }
  }

  private static void png(JFreeChart chart, OutputStream out) throws IOException {
    try (MemoryCacheImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(Pictures.image(chart, SCALE), "png", image)) {
        throw new IOException("this Java cannot write PNG");
      }
    }
  }
}
