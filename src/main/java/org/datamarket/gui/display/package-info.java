/** The picture of the market, painted from snapshots: no window, no clock. */
package org.datamarket.gui.display;
