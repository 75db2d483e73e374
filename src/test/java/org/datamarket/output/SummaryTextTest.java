package org.datamarket.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.model.MarketModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryTextTest {
  private final RunResult small = Samples.play(Samples.small());

  @Test
  void verdict_ofAnEquilibrium() {
    RunResult result = Endings.judgedBy(small, 5);
    assertThat(SummaryText.verdict(result))
        .isEqualTo(
            "converged after 32 rounds; an ε-Nash equilibrium: no buyer can gain more than 4.2 ≤ ε"
                + " = 5; 97.6 % of the best possible welfare");
  }

  @Test
  void verdict_boundsTheGainFromAbove() {
    double gap = small.measures().nashGap();
    assertThat(SummaryText.verdict(Endings.judgedBy(small, gap)))
        .contains("no buyer can gain more than ε = 4.12;");
    String next = SummaryText.verdict(Endings.judgedBy(small, Math.nextUp(gap)));
    String bound = next.replaceAll(".* more than (\\S+) ≤.*", "$1");
    assertThat(Double.parseDouble(bound)).isGreaterThanOrEqualTo(gap);
  }

  @Test
  void verdict_ofAnEndWhereOneCouldGain() {
    assertThat(SummaryText.verdict(small))
        .isEqualTo(
            "converged after 32 rounds; not an ε-Nash equilibrium: buyer B2 could gain 4.1 > ε ="
                + " 0.1 by other bids, nobody else more than ε; 97.6 % of the best possible"
                + " welfare");
  }

  @Test
  void verdict_ofAnEndWhereSeveralCouldGain() {
    assertThat(SummaryText.verdict(Samples.play(Samples.oneRound())))
        .isEqualTo(
            "not converged within the limit of 1 round; 5 of 6 buyers could gain more than ε by"
                + " other bids, B2 the most: 36 > ε = 0.1; 78.3 % of the best possible welfare");
  }

  @Test
  void verdict_tellsAGainFromEpsilon() {
    double gap = small.measures().nashGap();
    String verdict = SummaryText.verdict(Endings.judgedBy(small, gap * (1 - 1e-6)));
    String gain = verdict.replaceAll(".* could gain (\\S+) >.*", "$1");
    assertThat(Double.parseDouble(gain)).isGreaterThan(gap * (1 - 1e-6));
  }

  @Test
  void verdict_ofACycle() {
    assertThat(SummaryText.verdict(Endings.as(small, Status.CYCLE, 6)))
        .startsWith("does not converge: the last 6 rounds of 32 repeat forever, a cycle; buyer B2");
  }

  @Test
  void verdict_ofALimit_whereNobodyCouldGainMuch() {
    RunResult result = Endings.judgedBy(Endings.as(small, Status.ROUND_LIMIT, 0), 5);
    assertThat(SummaryText.verdict(result))
        .contains(
            "within the limit of 32 rounds; yet no buyer can gain more than 4.2 ≤ ε = 5 as the bids"
                + " stand;");
  }

  @Test
  void verdict_ofARunThatWasStopped() {
    assertThat(SummaryText.verdict(Endings.as(small, Status.RUNNING, 0)))
        .startsWith("stopped after 32 rounds, before its end; ");
  }

  @Test
  void verdict_underStrictTies() {
    assertThat(SummaryText.verdict(Samples.play(Samples.strict())))
        .contains("; whether it is an ε-Nash equilibrium is not known: under strict ties");
  }

  @Test
  void verdict_namesBuyersAboveTheirBudgets_whateverTheGap() {
    RunResult one = Samples.play(Samples.overBudget(6));
    assertThat(one.measures().overBudget()).isEqualTo(1);
    assertThat(Endings.judgedBy(one, 1000).isEpsilonNash()).isFalse();
    assertThat(SummaryText.verdict(Endings.judgedBy(one, 1000)))
        .startsWith(
            "not converged within the limit of 1 round; 1 of 4 buyers pays more than its budget, A:"
                + " 6 instead of at most 2.5; ");
    assertThat(SummaryText.table(one)).contains("over budget", "buyers that pay more than");

    RunResult both = Samples.play(Samples.overBudget(4));
    assertThat(SummaryText.verdict(Endings.as(both, Status.CONVERGED, 0)))
        .contains(
            "; not an equilibrium: 2 of 4 buyers pay more than their budgets, A the most: 6"
                + " instead of at most 2.5; ");
  }

  @Test
  void verdict_withinBudgets_doesNotSpeakOfThem() {
    assertThat(small.measures().overBudget()).isZero();
    assertThat(SummaryText.of(small)).doesNotContain("budget");
  }

  @Test
  void verdict_whereNothingIsWorthTrading() {
    assertThat(SummaryText.verdict(Samples.play(Samples.nothingSells())))
        .isEqualTo(
            "converged after 1 round; a Nash equilibrium: no buyer can gain anything; no welfare is"
                + " possible here");
  }

  static Stream<MarketModel> models() {
    return RunTablesTest.models();
  }

  @ParameterizedTest
  @MethodSource("models")
  void text_isAlignedAndNeverSaysNaN(MarketModel model) {
    RunResult result = Samples.play(model);
    String text = SummaryText.of(result);

    assertThat(text).doesNotContain("NaN", "Infinity", "\r").endsWith("\n");
    assertThat(text.lines().filter(line -> line.endsWith(" "))).isEmpty();
    assertThat(text.lines().reduce((a, b) -> b)).contains(SummaryText.verdict(result));
    assertThat(text.lines().filter(line -> line.startsWith("  ")).mapToInt(String::length))
        .allSatisfy(length -> assertThat(length).isLessThanOrEqualTo(79));
  }

  @Test
  void text_isTheSameInEveryLocale() {
    String here = SummaryText.of(small);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(SummaryText.of(small)).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void figures_haveFourDigitsOrAllOfTheWholePart() {
    assertThat(Figures.of(1234567.8)).isEqualTo("1234568");
    assertThat(Figures.of(0.123456)).isEqualTo("0.1235");
    assertThat(Figures.of(99.9996)).isEqualTo("100");
    assertThat(Figures.of(1.26e-7)).isEqualTo("1.3e-7");
    assertThat(Figures.of(3e20)).isEqualTo("3e20");
    assertThat(Figures.of(-2.5)).isEqualTo("-2.5");
    assertThat(Figures.of(Double.NaN)).isEqualTo("–");
    assertThat(Figures.of(Double.POSITIVE_INFINITY)).isEqualTo("∞");
  }

  @Test
  void percent_isRoundedDown() {
    assertThat(Figures.percent(0.99999)).isEqualTo("99.9 %");
    assertThat(Figures.percent(1 - 1e-12)).isEqualTo("100.0 %");
    assertThat(Figures.percent(0.987)).isEqualTo("98.7 %");
  }
}
