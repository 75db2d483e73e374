package org.datamarket.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.datamarket.Cases;
import org.datamarket.analysis.RunResult;
import org.datamarket.chart.Chart;
import org.datamarket.chart.ChartsOf;
import org.datamarket.chart.RunCharts;
import org.datamarket.document.UserMistake;
import org.datamarket.market.Valuation;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.NullConditions;
import org.datamarket.output.Summary;
import org.datamarket.output.SummaryText;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models of all sizes that are legal: each is refused for what it draws, or all that it yields is
 * right: it ends, every measure is a number unless the text says when there is none, nothing is
 * below 0 that cannot be, and the optimum is certified to 10⁻⁶. {@code -Ddatamarket.cases=10} plays
 * ten times as many.
 */
class ExtremeModelsTest {
  private static final int MODELS = Cases.of(500);
  private static final int DRAWN = Cases.of(40);
  private static final double CERTIFIED = 1e-6;
  private static final double ROUNDING = 1e-12;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final List<String> NEVER_BELOW_0 =
      List.of(
          "restricted_gap", "revenue", "sold", "unmet_demand", "envy", "isp_purchases", "supply");

  @TempDir private Path folder;

  @Test
  void model_isRefusedOrAllItYieldsIsRight() throws IOException {
    int played = 0;
    for (int seed = 0; seed < MODELS; seed++) {
      RunResult result = play(seed);
      if (result != null) {
        played++;
        check(result, "seed " + seed);
      }
    }
    assertThat(played).isGreaterThan(MODELS / 2);
  }

  @Test
  void charts_ofAnyNumbersEnd() throws IOException {
    for (int seed = 0; seed < DRAWN; seed++) {
      RunResult result = play(seed);
      for (Chart chart : result == null ? List.<Chart>of() : RunCharts.of(result)) {
        Assertions.assertTimeoutPreemptively(
            LONGEST, () -> ChartsOf.svg(chart), chart.name() + " of seed " + seed);
      }
    }
  }

  /** The result; null if what the model draws lies outside the range of numbers. */
  private RunResult play(int seed) throws IOException {
    Path file = folder.resolve("extreme.yaml");
    Files.writeString(file, ExtremeModels.yaml(seed));
    MarketModel model;
    try {
      model = ModelFile.read(file, List.of()).draw();
    } catch (UserMistake | IllegalArgumentException refused) {
      assertThat(refused.getMessage())
          .as("seed " + seed)
          .containsAnyOf("from 1e-30 to 1e30", "nearly always tiny beside its mean")
          .hasSizeLessThan(400 + file.toString().length());
      return null;
    }
    AtomicReference<RunResult> result = new AtomicReference<>();
    Assertions.assertTimeoutPreemptively(
        LONGEST, () -> result.set(Run.toEnd(model)), "seed " + seed);
    return result.get();
  }

  private static void check(RunResult result, String seed) {
    Map<String, Object> summary = Summary.of(result);
    assertThat(NullConditions.broken(result)).as(seed).isEmpty();
    for (String key : NEVER_BELOW_0) {
      assertThat((Double) summary.get(key)).as(key + " of " + seed).isNotNegative();
    }
    assertThat((Double) summary.get("optimum_gap")).as(seed).isLessThanOrEqualTo(CERTIFIED);
    assertThat(result.optimum().certificate().oversold()).as(seed).isLessThan(1e-9);
    double optimum = result.optimum().welfare();
    assertThat(result.measures().welfare())
        .as("welfare of " + seed)
        .isLessThanOrEqualTo(optimum * (1 + CERTIFIED) + ROUNDING * moved(result));
    assertThatCode(() -> SummaryText.of(result)).as(seed).doesNotThrowAnyException();
  }

  /** What buyers and sellers have at stake at the optimum and at the end, $. */
  private static double moved(RunResult result) {
    double moved = 0;
    for (int i = 0; i < result.buyers().size(); i++) {
      Valuation valuation = result.model().buyers().get(i).valuation();
      moved += valuation.value(result.optimum().totals()[i]);
      moved += valuation.value(result.buyers().get(i).allocation());
    }
    return moved;
  }
}
