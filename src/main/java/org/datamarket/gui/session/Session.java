package org.datamarket.gui.session;

import org.datamarket.gui.widget.FileSaver;
import org.datamarket.simulation.DataMarket;

/** What charts and inspectors ask of the window that they belong to. */
public interface Session {

  /**
   * The market that is open; another object after every start. Read it inside its schedule's lock.
   */
  DataMarket market();

  /**
   * Adds a listener to every round, which hears of it before displays and inspectors are brought up
   * to date.
   */
  void addRoundListener(RoundListener listener);

  /** Forgets a listener. */
  void removeRoundListener(RoundListener listener);

  /** Saves files that the person names. */
  FileSaver saver();

  /** Asks for a folder for pictures of every round, or ends them; on the event thread. */
  void chooseFrames();
}
