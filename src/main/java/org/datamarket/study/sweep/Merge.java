package org.datamarket.study.sweep;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.datamarket.document.UserMistake;
import org.datamarket.output.folder.Content;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Journal.Entry;
import org.datamarket.study.table.FinishedRuns;
import org.datamarket.study.table.StudyOutcomes;
import org.datamarket.study.table.StudyTables;

/** Joins what shards of one study have done: the union of their journals, by run. */
public final class Merge implements Closeable, FinishedRuns {
  private static final int MOST_NAMED = 3;

  private final List<Journal> journals = new ArrayList<>();
  private final Study study;

  private Merge(Study study) {
    this.study = study;
  }

  /**
   * Opens folders to join them.
   *
   * @param folders at least one
   * @param reader reads the study of the first
   * @throws UserMistake if one of them is no folder of a study or has no journal; if they differ in
   *     their studies or versions; or if a run came out in two ways
   */
  public static Merge of(List<Path> folders, StudyFolder.StudyReader reader)
      throws IOException, UserMistake {
    Path first = folders.get(0);
    Merge merge = new Merge(StudyFolder.open(first, reader).study());
    boolean opened = false;
    try {
      for (Path folder : folders) {
        merge.add(first, folder);
      }
      for (String key : merge.keys()) {
        merge.agreed(key);
      }
      opened = true;
      return merge;
    } finally {
      if (!opened) {
        merge.close();
      }
    }
  }

  private void add(Path first, Path folder) throws IOException, UserMistake {
    StudyFolder.open(folder, ignored -> study);
    Optional<String> difference = Fingerprint.of(first).difference(Fingerprint.of(folder));
    if (difference.isPresent()) {
      throw new UserMistake(
          folder + ": is of another study than " + first + ": " + difference.get());
    }
    Journal journal = Journal.read(folder.resolve(Journal.FILE));
    journals.add(journal);
    Journal.Header begun = journals.get(0).header();
    if (!journal.header().version().equals(begun.version())) {
      throw new UserMistake(
          folder
              + ": was made by version "
              + journal.header().version()
              + ", and "
              + first
              + " by version "
              + begun.version());
    }
    if (!journal.header().study().equals(begun.study())) {
      throw new UserMistake(
          folder + ": was begun for another study than " + first + ", and its files changed since");
    }
  }

  private Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    journals.forEach(journal -> keys.addAll(journal.keys()));
    return keys;
  }

  private Optional<Entry> agreed(String key) throws IOException, UserMistake {
    Entry agreed = null;
    for (Journal journal : journals) {
      Optional<Entry> entry = journal.find(key);
      if (entry.isPresent()) {
        agreed = agreed == null ? entry.get() : Attempts.counting(agreed, entry.get());
      }
    }
    return Optional.ofNullable(agreed);
  }

  @Override
  public boolean has(String key) {
    return journals.stream().anyMatch(journal -> journal.has(key));
  }

  @Override
  public Optional<Timed> timed(String key) throws IOException {
    return find(key).map(Entry::timed);
  }

  private Optional<Entry> find(String key) throws IOException {
    try {
      return agreed(key);
    } catch (UserMistake checked) {
      throw new IllegalStateException(checked);
    }
  }

  /** The study. */
  public Study study() {
    return study;
  }

  /**
   * All that the joined folder gets, but its manifest.
   *
   * @throws UserMistake if runs are missing
   */
  public Content contents() throws IOException, UserMistake {
    StudyTables tables = new StudyTables(study, this);
    List<RunSpec> missing = new StudyOutcomes(study, this).missing();
    if (!missing.isEmpty()) {
      throw new UserMistake(inWords(missing));
    }
    return folder -> {
      StudyFolder.contents(study).writeTo(folder);
      Journal.Header begun = journals.get(0).header();
      Journal.Header whole = new Journal.Header(begun.study(), begun.version(), Shard.WHOLE);
      try (Journal joined = Journal.open(folder.resolve(Journal.FILE), whole)) {
        for (String key : keys()) {
          joined.add(find(key).orElseThrow());
        }
      } catch (UserMistake checked) {
        throw new IllegalStateException(checked);
      }
      tables.writeTo(folder);
    };
  }

  private static String inWords(List<RunSpec> missing) {
    return (missing.size() == 1 ? "1 run is" : missing.size() + " runs are")
        + " missing: "
        + missing.stream()
            .limit(MOST_NAMED)
            .map(spec -> "point " + spec.point() + " replication " + spec.replication())
            .collect(Collectors.joining(", "))
        + (missing.size() > MOST_NAMED ? ", …" : "")
        + "; finish the shards with sweep --resume";
  }

  @Override
  public void close() throws IOException {
    for (Journal journal : journals) {
      journal.close();
    }
  }
}
