package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.datamarket.model.ModelException;
import org.datamarket.output.Content;
import org.datamarket.report.html.StudyReport;
import org.datamarket.study.StudyFile;
import org.datamarket.study.StudyFolder;
import org.datamarket.study.StudyResult;
import org.datamarket.study.StudyRounds;

/** The report on a study or a sensitivity analysis, made from its folder. */
final class StudyReports {
  private StudyReports() {}

  /** Writes the report into the folder of a finished study, or replaces it. */
  static void write(Path folder) throws IOException, ModelException {
    write(folder, name(folder));
  }

  /** What replay calls the folder: as it was named, unless that says nothing elsewhere. */
  private static Path name(Path folder) {
    return folder.normalize().toString().isEmpty() || folder.startsWith("..")
        ? folder.toAbsolutePath().normalize()
        : folder;
  }

  private static void write(Path folder, Path name) throws IOException, ModelException {
    StudyFolder study = StudyFolder.open(folder, file -> StudyFile.read(file, List.of()));
    StudyResult result = study.result();
    StudyReport report =
        StudyReport.of(result, name.toString()).withSensitivity(study.sensitivity());
    Optional<StudyRounds> rounds = study.rounds(result.rows());
    if (rounds.isPresent()) {
      report.withRounds(rounds.get());
    }
    report.write(folder);
  }

  /**
   * The report as a part of a new folder, after the tables.
   *
   * @param target what the folder will be called
   */
  static Content of(Path target) {
    return folder -> {
      try {
        write(folder, target);
      } catch (ModelException broken) {
        throw new IOException(broken.getMessage(), broken);
      }
    };
  }
}
