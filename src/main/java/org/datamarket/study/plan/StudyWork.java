package org.datamarket.study.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.UserMistake;
import org.datamarket.io.Version;
import org.datamarket.output.folder.Additions;
import org.datamarket.output.folder.Destination;
import org.datamarket.output.folder.Manifest;
import org.datamarket.output.folder.RunFolder;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Journal;
import org.datamarket.study.sweep.OnError;
import org.datamarket.study.sweep.StudyFolder;
import org.datamarket.study.sweep.StudyGuard;
import org.datamarket.study.sweep.StudyJournals;
import org.datamarket.study.sweep.Sweep;
import org.datamarket.study.table.StudyTables;

/**
 * A study, or a shard of it, to be made in a folder that is new or gone on with.
 *
 * @param onError what a failing run does
 * @param manifest begun before anything was done
 */
public record StudyWork(Study study, Shard shard, Path folder, OnError onError, Manifest manifest) {
  /** The tables that a study is read from. */
  public static List<Path> inputs(Study study) {
    List<Path> inputs = new ArrayList<>();
    inputs.addAll(study.model().inputs());
    inputs.addAll(study.inputs());
    return inputs;
  }

  /**
   * Makes the folder, unless it is there to be gone on with.
   *
   * @param file the study's
   * @throws UserMistake if something else is there, or a study that is neither resumed nor replaced
   */
  public void prepare(boolean resume, boolean force, Path file) throws IOException, UserMistake {
    boolean there = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    if (resume && there) {
      if (!StudyFolder.is(folder)) {
        throw new UserMistake(
            folder, "is not the folder of a study, so there is nothing to resume");
      }
      additions().check(shard.isWhole() ? StudyTables.names(study) : List.of());
      return;
    }
    if (there && !force && StudyFolder.is(folder)) {
      throw new UserMistake(
          folder,
          "exists already; go on with it by --resume, name another by --out, or replace it with"
              + " --force");
    }
    List<Path> inputs = inputs(study);
    inputs.add(file);
    study.modelFile().ifPresent(inputs::add);
    RunFolder.write(
        new Destination(folder, manifest.kind(), force, inputs, StudyGuard.GUARD),
        StudyFolder.contents(study),
        manifest);
  }

  /**
   * Opens the journal in the folder.
   *
   * @throws UserMistake if it is of other work, of another version, in use or damaged
   */
  public Journal journal() throws IOException, UserMistake {
    return StudyJournals.open(folder, study, shard, Version.number());
  }

  /** The runs that the journal does not have yet. */
  public Sweep sweep(Journal journal) {
    return new Sweep(study, shard, journal, onError);
  }

  /**
   * Writes the tables from a journal that has all runs, unless they are a shard's, and closes it.
   *
   * @return what else may be added to the folder
   */
  public Additions finish(Journal journal) throws IOException, UserMistake {
    Additions additions = additions();
    if (shard.isWhole()) {
      additions.begin(StudyTables.names(study));
      new StudyTables(study, journal).writeTo(folder);
    }
    journal.close();
    additions.grown(Journal.FILE);
    return additions;
  }

  private Additions additions() throws IOException {
    return Additions.to(folder, manifest, StudyGuard.GUARD);
  }
}
