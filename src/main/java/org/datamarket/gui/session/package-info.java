/**
 * What is open in the window: a run that has not begun, plays, is over or has failed. Never:
 * drawing.
 */
package org.datamarket.gui.session;
