package org.datamarket.cli;

/** A command that may open a window; all others do without a display, even one that is there. */
interface OpensWindow {
  /** Whether it does, with the arguments that it was given. */
  boolean opensWindow();
}
