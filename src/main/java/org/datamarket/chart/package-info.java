/**
 * the charts of a run and a sensitivity analysis, drawn by JFreeChart, as SVG and PNG. Never: computing
 * a measure.
 */
package org.datamarket.chart;
