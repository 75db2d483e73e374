package org.datamarket.report;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file in the folder of a run that is not as a run writes it. */
public final class DamagedException extends FileSystemException {
  private static final long serialVersionUID = 1;

  DamagedException(Path file, String reason) {
    super(file.toString(), null, reason);
  }

  @Override
  public String getMessage() {
    return getFile() + ": " + getReason();
  }
}
