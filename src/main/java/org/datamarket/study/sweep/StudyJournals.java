package org.datamarket.study.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.datamarket.document.UserMistake;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;

/** The journals in the folders of studies: who may go on with which. */
public final class StudyJournals {
  private StudyJournals() {}

  /**
   * Opens the journal in the folder of a study to go on with it, or begins it.
   *
   * @throws UserMistake if the folder is another study's, another shard's or another version's,
   *     with the difference; if its files were changed; if another sweep is at work on it; or if
   *     the journal is damaged
   */
  public static Journal open(Path folder, Study study, Shard shard, String version)
      throws IOException, UserMistake {
    StudyFolder.check(folder);
    Fingerprint now = Fingerprint.of(study);
    Fingerprint there = Fingerprint.of(folder);
    Optional<String> difference = there.difference(now);
    if (difference.isPresent()) {
      throw new UserMistake(folder + ": belongs to another study: " + difference.get());
    }
    Journal.Header header = new Journal.Header(now.hash(), version, shard);
    Journal journal = Journal.open(folder.resolve(Journal.FILE), header);
    Optional<String> refusal = refusal(journal.header(), header);
    if (refusal.isPresent()) {
      journal.close();
      throw new UserMistake(folder.resolve(Journal.FILE), refusal.get());
    }
    return journal;
  }

  private static Optional<String> refusal(Journal.Header begun, Journal.Header now) {
    if (!begun.version().equals(now.version())) {
      return Optional.of(
          "was begun by version "
              + begun.version()
              + ", which may get other results than this version, "
              + now.version());
    }
    if (!begun.shard().equals(now.shard())) {
      return Optional.of("was begun " + inWords(begun.shard()) + ", not " + inWords(now.shard()));
    }
    if (!begun.study().equals(now.study())) {
      return Optional.of(
          "was begun for another study; "
              + StudyFolder.STUDY
              + ", "
              + StudyFolder.MODEL
              + " or a table beside it has been"
              + " changed since");
    }
    return Optional.empty();
  }

  private static String inWords(Shard shard) {
    return shard.isWhole() ? "for the whole study" : "for shard " + shard;
  }
}
