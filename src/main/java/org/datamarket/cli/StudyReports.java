package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.UserMistake;
import org.datamarket.output.folder.Content;
import org.datamarket.report.StudyReport;
import org.datamarket.study.Study;
import org.datamarket.study.effects.SensitivityResult;
import org.datamarket.study.file.StudyFile;
import org.datamarket.study.sweep.Journal;
import org.datamarket.study.sweep.StudyFolder;
import org.datamarket.study.table.FinishedRuns;
import org.datamarket.study.table.StudyOutcomes;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyRounds;

/** The report on a study or a sensitivity analysis. */
final class StudyReports {
  private StudyReports() {}

  /** The report on a study whose runs have just been made into the folder. */
  static Content of(Study study) {
    return folder -> {
      try (Journal journal = Journal.read(folder.resolve(Journal.FILE))) {
        of(study, journal, StudyFolder.open(folder, none -> study).sensitivity()).writeTo(folder);
      } catch (UserMistake broken) {
        throw new IOException(broken.getMessage(), broken);
      }
    };
  }

  /**
   * The report on a study that is at hand.
   *
   * @param done all its runs
   * @param sensitivity what a sensitivity analysis has found; empty if there was none
   */
  static Content of(Study study, FinishedRuns done, List<SensitivityResult> sensitivity) {
    StudyOutcomes outcomes = new StudyOutcomes(study, done);
    return folder -> {
      try {
        make(folder, outcomes.result(), sensitivity, outcomes.rounds()).write(folder);
      } catch (UserMistake broken) {
        throw new IOException(broken.getMessage(), broken);
      }
    };
  }

  /** What replay calls the folder: as it was named, unless that says nothing elsewhere. */
  private static Path name(Path folder) {
    return folder.normalize().toString().isEmpty() || folder.startsWith("..")
        ? folder.toAbsolutePath().normalize()
        : folder;
  }

  /**
   * The report on the study in a folder, read from there.
   *
   * @throws UserMistake if the study is not finished, or something in the folder is damaged
   */
  static StudyReport read(Path folder) throws IOException, UserMistake {
    StudyFolder study = StudyFolder.open(folder, file -> StudyFile.read(file, List.of()));
    StudyResult result = study.result();
    return make(folder, result, study.sensitivity(), study.rounds(result.rows()));
  }

  private static StudyReport make(
      Path folder,
      StudyResult result,
      List<SensitivityResult> sensitivity,
      Optional<StudyRounds> rounds)
      throws IOException, UserMistake {
    StudyReport report =
        StudyReport.of(result, name(folder).toString()).withSensitivity(sensitivity);
    return rounds.isPresent() ? report.withRounds(rounds.get()) : report;
  }
}
