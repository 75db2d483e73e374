package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.datamarket.model.ModelException;
import org.datamarket.report.html.StudyReport;
import org.datamarket.study.StudyFile;
import org.datamarket.study.StudyFolder;

/** The report on a study, made from its folder. */
final class StudyReports {
  private StudyReports() {}

  static void write(Path folder) throws IOException, ModelException {
    StudyFolder read = StudyFolder.open(folder, file -> StudyFile.read(file, List.of()));
    StudyReport.write(read.result(), folder);
  }
}
