package org.datamarket.output.folder;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A folder that could not be written, in one line: which file, and why. Nothing has been left
 * behind, and what stood there before still does.
 */
public final class OutputException extends IOException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final Kind kind;
  private final String reason;

  /** Whose fault it is. */
  public enum Kind {
    /** There is something of that name already, which was not to be replaced. */
    EXISTS,
    /** Nothing can be created there: no folder, no permission, no valid name. */
    UNUSABLE,
    /** Writing began and failed: a full disk, a broken one. */
    FAILED
  }

  OutputException(Kind kind, Path file, String reason, Throwable cause) {
    super(file + ": " + reason, cause);
    this.kind = kind;
    this.reason = reason;
    this.file = file.toString();
  }

  /** Whose fault it is. */
  public Kind kind() {
    return kind;
  }

  /** Why, without the file. */
  String reason() {
    return reason;
  }

  /** The file or folder concerned. */
  public Path file() {
    return Path.of(file);
  }

  /** Whether another name or another place would do: the user's mistake, not the machine's. */
  public boolean isUsersMistake() {
    return kind != Kind.FAILED;
  }
}
