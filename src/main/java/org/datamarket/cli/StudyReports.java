package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.UserMistake;
import org.datamarket.output.folder.Content;
import org.datamarket.report.StudyReport;
import org.datamarket.study.file.StudyFile;
import org.datamarket.study.sweep.StudyFolder;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyRounds;

/** The report on a study or a sensitivity analysis, made from its folder. */
final class StudyReports {
  private StudyReports() {}

  /** The report, made in the folder of a finished study. */
  static final Content REPORT =
      folder -> {
        try {
          make(folder).write(folder);
        } catch (UserMistake broken) {
          throw new IOException(broken.getMessage(), broken);
        }
      };

  /** What replay calls the folder: as it was named, unless that says nothing elsewhere. */
  private static Path name(Path folder) {
    return folder.normalize().toString().isEmpty() || folder.startsWith("..")
        ? folder.toAbsolutePath().normalize()
        : folder;
  }

  /**
   * The report on the study in a folder.
   *
   * @throws UserMistake if the study is not finished, or something in the folder is damaged
   */
  static StudyReport make(Path folder) throws IOException, UserMistake {
    StudyFolder study = StudyFolder.open(folder, file -> StudyFile.read(file, List.of()));
    StudyResult result = study.result();
    StudyReport report =
        StudyReport.of(result, name(folder).toString()).withSensitivity(study.sensitivity());
    Optional<StudyRounds> rounds = study.rounds(result.rows());
    return rounds.isPresent() ? report.withRounds(rounds.get()) : report;
  }
}
