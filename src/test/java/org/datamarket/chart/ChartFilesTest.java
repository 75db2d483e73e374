package org.datamarket.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.datamarket.analysis.RunResult;
import org.datamarket.output.Samples;
import org.datamarket.output.folder.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFilesTest {
  @TempDir Path home;

  private Path write(RunResult result, String name) throws IOException {
    RunFolder.write(home.resolve(name), false, ChartFiles.of(result));
    return home.resolve(name).resolve(ChartFiles.FOLDER);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).sorted().toList();
    }
  }

  @Test
  void files_areAnSvgAndAPngForEachChart_theSameBytesTwice() throws IOException {
    RunResult result = Samples.play(Samples.small());
    Path first = write(result, "first");
    Path second = write(Samples.play(Samples.small()), "second");

    assertThat(files(first)).hasSize(2 * RunCharts.of(result).size()).isEqualTo(files(second));
    for (Path file : files(first)) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  @Test
  void png_hasTwoPixelsAPoint_andIsNotBlank() throws IOException {
    RunResult result = Samples.play(Samples.small());
    Path folder = write(result, "run");
    for (Chart chart : RunCharts.of(result)) {
      BufferedImage image = ImageIO.read(folder.resolve(chart.name() + ".png").toFile());
      assertThat(image.getWidth()).isEqualTo(1600);
      assertThat(image.getHeight()).isEqualTo(1000);
      assertThat(colours(image)).isGreaterThan(10);
    }
  }

  private static long colours(BufferedImage image) {
    return Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct()
        .count();
  }

  @Test
  void documents_nameEveryChart() throws IOException {
    String page = Files.readString(Path.of("docs", "outputs.md"));
    for (Chart chart : RunCharts.of(Samples.play(Samples.small()))) {
      assertThat(page).contains("| `" + chart.name() + "` |");
    }
  }
}
