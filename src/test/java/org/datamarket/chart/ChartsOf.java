package org.datamarket.chart;

/** Charts drawn for tests elsewhere. */
public final class ChartsOf {
  private ChartsOf() {}

  /** A chart as its file has it. */
  public static String svg(Chart chart) {
    return Pictures.svg(chart.draw());
  }
}
