package org.datamarket.gui.widget;

import java.awt.Component;
import java.nio.file.Path;
import java.util.Optional;

/** What the console asks and tells the person before it. Called on the event thread. */
public interface Dialogs {

  /** Tells of something that went wrong, and returns when it has been read. */
  void error(Component parent, String title, String message);

  /**
   * Asks whether to do what takes something away.
   *
   * @param yes what is done if the person agrees, in a word
   */
  boolean confirm(Component parent, String title, String question, String yes);

  /** Asks for a file to read; empty if the person changed their mind. */
  Optional<Path> fileToOpen(Component parent, String title, String kind, String... endings);

  /** Asks for a file to write; empty if the person changed their mind. */
  Optional<Path> fileToSave(Component parent, String title, String proposal);

  /** Asks for a folder to write into; empty if the person changed their mind. */
  Optional<Path> folder(Component parent, String title);
}
