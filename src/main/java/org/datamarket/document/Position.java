package org.datamarket.document;

/** Where something stands in what the user wrote, printed as the start of a message. */
public sealed interface Position {

  /**
   * Whether it is in no file, but set over one: paths are then relative to the working directory.
   */
  default boolean isSetOver() {
    return this instanceof InOverride || this instanceof InSetting;
  }

  /** A file as a whole: it cannot be read, or it is empty. */
  record InFile(String file) implements Position {
    @Override
    public String toString() {
      return file;
    }
  }

  /** A place in a text file; lines and columns count from 1. */
  record InText(String file, int line, int column) implements Position {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  /** A row of a table; lines count from 1, the header's line included. */
  record InRow(String file, long line) implements Position {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /** A cell of a table, by the name of its column. */
  record InCell(String file, long line, String column) implements Position {
    @Override
    public String toString() {
      return file + ":" + line + ": column \"" + column + "\"";
    }
  }

  /** An override on the command line, as it was given. */
  record InOverride(String override) implements Position {
    @Override
    public String toString() {
      return "--set " + Words.shortened(override);
    }
  }

  /**
   * A value that a study sets in the model, as the override that it amounts to.
   *
   * @param override {@code path=value}
   */
  record InSetting(String override) implements Position {
    @Override
    public String toString() {
      return Words.shortened(override);
    }
  }

  /** An option of the command line, with its value as it was given. */
  record InOption(String option, String value) implements Position {
    @Override
    public String toString() {
      return "%s %s".formatted(option, Words.shortened(value));
    }
  }

  /** No place in any file. */
  record Nowhere() implements Position {
    @Override
    public String toString() {
      return "";
    }
  }

  /** A default of the program's own. */
  record Default() implements Position {
    @Override
    public String toString() {
      return "default";
    }
  }
}
