package org.datamarket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.datamarket.market.Linear;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.ProgressiveReserve;
import org.datamarket.strategy.RankingOrder;
import org.datamarket.strategy.Shading;
import org.datamarket.strategy.Shortfall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overrides reach every place of a file, those that it leaves to defaults included. */
class OverridesTest {
  @TempDir private Path folder;

  private static final String YAML =
      """
      format: 1
      buyers:
        - {id: A, demand: 3, valuation: {kind: linear, unit-value: 2}, strategy: opt-out}
        - {count: 4, demand: {lognormal: {median: 2, sigma: 0.6}}}
      sellers: {count: 2, quantity: {constant: 5}}
      """;

  private MarketModel draw(String... overrides) throws Exception {
    return Drawn.model(folder, YAML, overrides).draw();
  }

  @Test
  void value_isReplaced() throws Exception {
    assertThat(draw("epsilon=0.7").epsilon()).isEqualTo(0.7);
    assertThat(draw("epsilon = 0.7", "epsilon=0.9").epsilon()).isEqualTo(0.9);
    assertThat(draw("seed=12345678901234567").seed()).isEqualTo(12345678901234567L);
    assertThat(draw("sellers.quantity.constant=8").sellers().get(1).quantity()).isEqualTo(8);
    assertThat(draw("name=a=b").name()).isEqualTo("a=b");
  }

  @Test
  void listEntry_isReachedByItsPlace_orAllAtOnce() throws Exception {
    assertThat(draw("buyers[1].count=7").buyers()).hasSize(8);
    assertThat(draw("buyers[0].valuation.unit-value=9").buyers().get(0).valuation())
        .isEqualTo(new Linear(3, 9));
    assertThat(draw("buyers[*].budget=11").buyers()).allMatch(buyer -> buyer.budget() == 11);
  }

  @Test
  void wholePart_isReplaced() throws Exception {
    MarketModel drawn =
        draw("buyers[0].valuation={kind: parabolic, slope: 2}", "sellers={count: 5, quantity: 1}");
    assertThat(drawn.buyers().get(0).valuation().marginal(0)).isEqualTo(6);
    assertThat(drawn.sellers()).hasSize(5);
  }

  @Test
  void shortForm_growsIntoItsParts() throws Exception {
    assertThat(draw("buyers[0].strategy.shortfall=abstain").buyers().get(0).strategy())
        .isEqualTo(new OptOut(RankingOrder.RESIDUAL, Shortfall.ABSTAIN, Shading.UTILITY));
  }

  @Test
  void absentPart_isAdded() throws Exception {
    assertThat(draw("sellers.strategy.delta=0.05").sellers().get(0).strategy())
        .isEqualTo(new ProgressiveReserve(0.05));
    assertThat(draw("sellers.strategy=fixed").sellers().get(0).strategy())
        .isEqualTo(new FixedReserve());
    assertThat(draw("isp.price=1").buyers().get(0).valuation().marginal(0)).isEqualTo(1);
    assertThat(draw("reach.kind=random", "reach.sellers=1").reach().pairs()).isEqualTo(5);
  }

  @Test
  void distributionParameter_isReplaced_andDrawsStayComparable() throws Exception {
    double before = draw().buyers().get(1).valuation().demand();
    double after = draw("buyers[1].demand.lognormal.median=4").buyers().get(1).valuation().demand();
    assertThat(after).isEqualTo(2 * before);
  }

  @Test
  void effectiveModel_containsTheOverride() throws Exception {
    assertThat(Drawn.model(folder, YAML, "buyers[1].count=7").effectiveYaml())
        .contains("count: 7")
        .doesNotContain("count: 4");
  }
}
