package org.datamarket.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.datamarket.output.Summary;
import org.datamarket.report.html.RunReport;
import org.datamarket.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the report on a study or a run from its folder. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Makes report.html in the folder of a study, of a sensitivity analysis or of a run, from the"
          + " tables there: a page that needs nothing but a browser."
    },
    footer = {"", "Example:", "  datamarket report output/quickstart-1"})
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The folder of a study or of a run.")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(folder)) {
      throw new Mistake(folder + ": there is no such folder");
    }
    if (Files.exists(folder.resolve(Summary.FILE))) {
      RunReport.write(folder);
    } else if (StudyFolder.is(folder)) {
      StudyReports.write(folder);
    } else {
      throw new Mistake(folder + ": is not the folder of a study or of a run");
    }
    System.out.println("Written to " + folder.resolve(RunReport.FILE));
    return ExitCode.DONE;
  }
}
