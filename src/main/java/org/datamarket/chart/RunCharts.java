package org.datamarket.chart;

import java.util.List;
import org.datamarket.analysis.RunResult;
import org.datamarket.figure.SupplyDemand;

/** The charts of a run. */
public final class RunCharts {
  private RunCharts() {}

  /** All of them, in the order of {@code docs/outputs.md}. */
  public static List<Chart> of(RunResult result) {
    Subject subject = Subject.of(result.model());
    return List.of(
        new UtilitiesChart(subject, result.rounds()),
        new BidsChart(subject, result.model().epsilon(), result.rounds()),
        new PricesChart(subject, result.rounds()),
        new UnitPricesChart(subject, result.buyers()),
        new SupplyDemandChart(subject, SupplyDemand.of(result)));
  }
}
