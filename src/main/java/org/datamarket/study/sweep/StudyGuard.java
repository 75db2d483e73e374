package org.datamarket.study.sweep;

import java.io.IOException;
import java.nio.file.Path;
import org.datamarket.output.folder.Guard;

/**
 * What is known of the folder of a study by its journal, which grows after the manifest is written.
 */
public final class StudyGuard implements Guard {
  /** The only one. */
  public static final Guard GUARD = new StudyGuard();

  private StudyGuard() {}

  @Override
  public boolean isOwn(String name, Path file) throws IOException {
    return name.equals(Journal.FILE) && Journal.isWhole(file);
  }

  @Override
  public boolean isInUse(Path folder) throws IOException {
    return Journal.isInUse(folder.resolve(Journal.FILE));
  }
}
