package org.datamarket.cli;

/** A user's mistake that no reader of files has found: told in its one line, exit code 2. */
final class Mistake extends Exception {
  private static final long serialVersionUID = 1;

  Mistake(String line) {
    super(line);
  }
}
