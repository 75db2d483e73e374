package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.datamarket.chart.Chart;
import org.datamarket.io.WholeFile;
import org.datamarket.output.folder.Additions;
import org.datamarket.output.folder.Destination;
import org.datamarket.output.folder.FolderKind;
import org.datamarket.output.folder.Guard;
import org.datamarket.output.folder.Manifest;
import org.datamarket.output.folder.RunFolder;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong with a picture, the tables are in place, and it alone is missing. */
class DrawingsTest {
  @TempDir private Path home;

  private record Broken(Error failure) implements Chart {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public JFreeChart draw() {
      throw failure;
    }
  }

  private record Told(int exit, String err) {}

  private Told draw(java.util.function.Consumer<Drawings> work) throws IOException {
    Path folder = home.resolve("run");
    Destination destination = new Destination(folder, FolderKind.RUN, true, List.of());
    Manifest manifest = Manifest.begin(FolderKind.RUN, List.of("test"), List.of());
    RunFolder.write(destination, into -> WholeFile.write(into.resolve("table.csv"), "1"), manifest);
    PrintStream err = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    int exit;
    try {
      System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
      Drawings drawings = new Drawings(folder, Additions.to(folder, manifest, Guard.NONE));
      work.accept(drawings);
      exit = drawings.finish();
    } finally {
      System.setErr(err);
    }
    assertThat(folder.resolve("table.csv")).hasContent("1");
    RunFolder.check(destination); // all that is left is known as the program's
    return new Told(exit, told.toString(StandardCharsets.UTF_8));
  }

  @Test
  void pictureThatCannotBeDrawn_isNamedAndTheOthersAreThere() throws IOException {
    Told told =
        draw(
            drawings -> {
              drawings.charts(() -> List.of(new Broken(new InternalError("Can't connect to X11"))));
              drawings.report(folder -> WholeFile.write(folder.resolve("report.html"), "a page"));
            });
    assertThat(told.exit()).isEqualTo(ExitCode.FAULT);
    assertThat(told.err())
        .isEqualTo(
            "datamarket: "
                + home.resolve("run/charts/broken.svg")
                + ": could not be made: java.lang.InternalError: Can't connect to X11; the tables"
                + " are kept\n");
    assertThat(Shell.tree(home))
        .contains("run/report.html")
        .doesNotContain("run/charts/broken.svg");
  }

  @Test
  void severalFailures_areToldInOneLine() throws IOException {
    Told told =
        draw(
            drawings -> {
              drawings.charts(
                  () -> {
                    throw new NoClassDefFoundError("org/jfree/Chart");
                  });
              drawings.report(
                  folder -> {
                    throw new FileSystemException("report.html", null, "No space left on device");
                  });
            });
    assertThat(told.exit()).isEqualTo(ExitCode.FAULT);
    assertThat(told.err())
        .hasLineCount(1)
        .contains("run/charts: could not be made: ", ", and 1 more; the tables are kept");
  }

  @Test
  void allWell_saysNothing() throws IOException {
    Told told =
        draw(
            drawings ->
                drawings.report(
                    folder -> WholeFile.write(folder.resolve("report.html"), "a page")));
    assertThat(told).isEqualTo(new Told(ExitCode.DONE, ""));
    assertThat(Files.readString(home.resolve("run/manifest.json"))).contains("\"report.html\"");
  }
}
