package org.datamarket.study.spark;

import java.io.IOException;
import java.util.List;
import org.datamarket.document.UserMistake;
import org.datamarket.study.Runner;
import org.datamarket.study.Study;
import org.datamarket.study.file.StudyFile;
import org.datamarket.study.sweep.Fingerprint;
import org.datamarket.study.sweep.StudyFolder;

/**
 * What a Java machine of the cluster keeps between runs: the study, read once. The one thing in this
 * program that outlives its use, for Spark gives its tasks no other place to keep anything.
 */
final class Workshop {
  /** Begins the message of an exception that says that no run can be carried out here. */
  static final String UNUSABLE = "datamarket cannot work here: ";

  private static final Workshop HERE = new Workshop();

  private String fingerprint;
  private Runner runner;

  private Workshop() {}

  /** This Java machine's. */
  static Workshop here() {
    return HERE;
  }

  /**
   * What carries out the runs of a study.
   *
   * @param wanted the study's fingerprint
   * @param parcel the study
   * @throws IllegalStateException if the study cannot be read here, or is not the same here
   */
  synchronized Runner runner(String wanted, byte[] parcel) {
    if (!wanted.equals(fingerprint)) {
      try {
        Study study =
            StudyFile.read(Parcel.unpack(parcel).resolve(StudyFolder.STUDY), List.of());
        if (!Fingerprint.of(study).hash().equals(wanted)) {
          throw new IllegalStateException(
              UNUSABLE + "it reads the study in another way; is it another version?");
        }
        runner = study.runner();
        fingerprint = wanted;
      } catch (IOException | UserMistake failure) {
        throw new IllegalStateException(UNUSABLE + failure.getMessage(), failure);
      }
    }
    return runner;
  }
}
