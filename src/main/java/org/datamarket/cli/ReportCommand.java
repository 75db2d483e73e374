package org.datamarket.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.datamarket.comparison.ComparisonFiles;
import org.datamarket.document.UserMistake;
import org.datamarket.io.WholeFile;
import org.datamarket.output.Summary;
import org.datamarket.output.folder.Additions;
import org.datamarket.output.folder.Guard;
import org.datamarket.report.ComparisonReport;
import org.datamarket.report.DamagedException;
import org.datamarket.report.RunReport;
import org.datamarket.study.sweep.StudyFolder;
import org.datamarket.study.sweep.StudyGuard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the report on a study or a run from its folder. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    description = {
      "Makes report.html in the folder of a study, of a sensitivity analysis, of a comparison or of"
          + " a run, from the tables there: a page that needs nothing but a browser."
    },
    footer = {"", "Example:", "  datamarket report output/quickstart-1"})
final class ReportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      description = "The folder of a study, of a comparison or of a run.")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(folder)) {
      throw new UserMistake(folder, "there is no such folder");
    }
    if (Files.exists(folder.resolve(Summary.FILE))) {
      write(Additions.to(folder, Guard.NONE), () -> RunReport.html(folder));
    } else if (Files.exists(folder.resolve(ComparisonFiles.MEASURES))) {
      write(Additions.to(folder, Guard.NONE), () -> ComparisonReport.html(folder));
    } else if (StudyFolder.is(folder)) {
      write(Additions.to(folder, StudyGuard.GUARD), () -> StudyReports.read(folder).html());
    } else {
      throw new UserMistake(folder, "is not the folder of a study, of a comparison or of a run");
    }
    System.out.println("Written to " + folder.resolve(RunReport.FILE));
    return ExitCode.DONE;
  }

  private void write(Additions additions, Callable<String> page) throws Exception {
    String html;
    try {
      html = page.call();
    } catch (DamagedException damaged) {
      throw new UserMistake(damaged.getMessage());
    } catch (RuntimeException misfit) {
      throw isDamaged(additions) ? new UserMistake(inWords(additions, misfit)) : misfit;
    }
    Path file = folder.resolve(RunReport.FILE);
    if (!isThere(file, html)) {
      additions.begin(List.of(RunReport.FILE));
      WholeFile.write(file, html);
      additions.finish();
    }
  }

  private static boolean isDamaged(Additions additions) throws IOException {
    return !additions.hasManifest() || additions.changed().isPresent();
  }

  /** Tables of which each can be read, but which do not fit together. */
  private String inWords(Additions additions, RuntimeException misfit) throws IOException {
    String which =
        additions
            .changed()
            .map(file -> "%s: was changed since it was written".formatted(file))
            .orElse("%s: is not as a run or a study writes it".formatted(folder));
    return "%s, and no report can be made (%s)".formatted(which, misfit);
  }

  private static boolean isThere(Path file, String text) throws IOException {
    return Files.isRegularFile(file)
        && Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8));
  }
}
