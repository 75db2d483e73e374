package org.datamarket.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.file.ModelFile;
import org.datamarket.model.format.MechanismFormat;
import org.datamarket.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The charts of markets that a mechanism has cleared once. */
class ClearedChartsTest {
  static List<String> mechanisms() {
    return MechanismFormat.CLEARED.names();
  }

  private static RunResult run(String mechanism) throws Exception {
    return Run.toEnd(
        ModelFile.read(
                Path.of("models/quickstart.yaml"),
                List.of(
                    "mechanism=" + mechanism,
                    "buyers.count=30",
                    "sellers.count=8",
                    "reach.sellers=3"))
            .draw());
  }

  /** Those of the run's folder, and those that the window has besides. */
  private static Stream<Chart> charts(RunResult result) {
    Subject subject = Subject.of(result.model());
    double[] utilities =
        result.buyers().stream().mapToDouble(account -> account.utility()).sorted().toArray();
    double[] allocations =
        result.buyers().stream().mapToDouble(account -> account.allocation()).sorted().toArray();
    return Stream.concat(
        RunCharts.of(result).stream(),
        Stream.of(
            new WelfareChart(subject, result.rounds(), result.measures().optimum()),
            new UtilityHistogram(subject, 1, utilities),
            new LorenzChart(subject, 1, allocations)));
  }

  @ParameterizedTest
  @MethodSource("mechanisms")
  void everyChart_saysThatThereAreNoRoundsAndWritesNoNumberThatIsNone(String mechanism)
      throws Exception {
    RunResult result = run(mechanism);
    List<Chart> charts = charts(result).toList();
    assertThat(charts).hasSize(8);
    for (Chart chart : charts) {
      assertThat(ChartsOf.svg(chart))
          .as(chart.name())
          .contains("cleared once by " + mechanism)
          .doesNotContain("NaN", "after round", "strict ties", ">round<", "final reserves");
    }
    for (String overRounds : List.of("utilities", "bids", "prices", "welfare")) {
      assertThat(svg(charts, overRounds)).contains(">cleared once, no rounds<");
    }
  }

  private static String svg(List<Chart> charts, String name) {
    return charts.stream()
        .filter(chart -> chart.name().equals(name))
        .map(ChartsOf::svg)
        .collect(Collectors.joining());
  }

  @Test
  void chartsOfAPlanner_sayThatNobodyPays() throws Exception {
    List<Chart> charts = charts(run("planner")).toList();
    for (String ofMoney : List.of("utilities", "utility-histogram", "prices", "unit-prices")) {
      assertThat(svg(charts, ofMoney)).as(ofMoney).contains("nobody pays");
    }
    List<Chart> paid = charts(run("vcg")).toList();
    for (String ofMoney : List.of("utilities", "utility-histogram", "prices", "unit-prices")) {
      assertThat(svg(paid, ofMoney)).as(ofMoney).doesNotContain("nobody pays");
    }
  }

  @Test
  void supplyAndDemand_tellSalesWithoutAPriceFromNone() throws Exception {
    assertThat(svg(charts(run("isp-split")).toList(), "supply-demand"))
        .contains("GB sold; sellers have no price");
    assertThat(svg(charts(run("no-market")).toList(), "supply-demand"))
        .contains("nothing is sold")
        .doesNotContain("sellers have no price");
  }
}
