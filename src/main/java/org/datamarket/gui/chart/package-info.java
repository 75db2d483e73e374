/** The charts of a run while it goes on. Never: computing a measure. */
package org.datamarket.gui.chart;
