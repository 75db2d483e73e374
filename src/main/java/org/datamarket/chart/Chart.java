package org.datamarket.chart;

import org.jfree.chart.JFreeChart;

/** A picture of a run that knows its data; drawing it needs no display. */
public interface Chart {

  /** A file's name for it, without an extension. */
  String name();

  /** The chart, made anew. */
  JFreeChart draw();
}
