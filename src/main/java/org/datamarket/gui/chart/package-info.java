/** The charts of a run while it goes on, in windows of their own. */
package org.datamarket.gui.chart;
