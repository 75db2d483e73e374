/**
 * One buyer's turn at a time: when to stop, and what the buyer that moved saw and did. Never:
 * playing.
 */
package org.datamarket.gui.turn;
