/** The picture of the market, painted from snapshots. Never: windows, clocks. */
package org.datamarket.gui.display;
