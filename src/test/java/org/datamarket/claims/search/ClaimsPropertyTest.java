package org.datamarket.claims.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.datamarket.Cases;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.market.TieRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** How the claims fare on random states: what was never refuted is not, and the rest is. */
@TestInstance(Lifecycle.PER_CLASS)
class ClaimsPropertyTest {
  private static final int STATES = Cases.of(3_000);
  private final Map<String, ClaimCount> proportional = counts(TieRule.PROPORTIONAL, 11);
  private final Map<String, ClaimCount> strict = counts(TieRule.STRICT, 12);

  private static Map<String, ClaimCount> counts(TieRule ties, long seed) {
    try {
      return Tally.of(Claims.ALL, new RandomStates(seed, ties), STATES, 2, done -> {})
          .counts()
          .stream()
          .collect(Collectors.toMap(count -> count.claim().id(), Function.identity()));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private double share(String id) {
    ClaimCount count = proportional.get(id);
    return (double) count.violated() / count.cases();
  }

  @Test
  void claims_holdUnderTheirHypotheses() {
    List<String> neverRefuted =
        List.of(
            "pool-minimal",
            "coordinated-feasible-untied",
            "lemma-exact-untied",
            "lemma-no-loss-single",
            "eps-best-untied",
            "sufficient-condition",
            "rational",
            "cost-within-bid",
            "cost-above-reserve",
            "cost-integral",
            "exclusion-compensation",
            "ls-loss",
            "ls-marginal",
            "ls-marginal-bids",
            "sufficient-condition",
            "tie-under-shortage-shaded-single");
    for (String id : neverRefuted) {
      assertThat(proportional.get(id).violated()).as(id).isZero();
      assertThat(proportional.get(id).cases()).as(id).isGreaterThan(STATES / 200);
    }
  }

  /** Each share is wide enough for the chance in so few states, and narrow enough to mean it. */
  @Test
  void others_failAsOftenAsTheyDo() {
    assertThat(share("optimal-any")).isBetween(0.08, 0.14);
    assertThat(share("optimal-coordinated-met")).isBetween(0.05, 0.1);
    assertThat(share("optimal-coordinated-any")).isBetween(0.07, 0.14);
    assertThat(share("coordinated-feasible")).isBetween(0.05, 0.13);
    assertThat(share("lemma-pool")).isBetween(0.015, 0.05);
    assertThat(share("lemma-exact")).isBetween(0.1, 0.2);
    assertThat(share("lemma-no-loss")).isBetween(0.1, 0.2);
    assertThat(share("truthful")).isBetween(0.03, 0.09);
    assertThat(share("eps-nash")).isBetween(0.1, 0.25);
    assertThat(share("fair-division")).isBetween(0.15, 0.4);
    assertThat(share("pareto-unsold")).isBetween(0.05, 0.17);
    assertThat(share("delta-efficient")).isBetween(0.03, 0.1);
    assertThat(share("price-ordering")).isBetween(0.05, 0.3);
    assertThat(share("tie-under-shortage")).isBetween(0.05, 0.13);
  }

  @Test
  void strictTies_breakWhatCostsPromise() {
    for (String id :
        List.of("rational", "cost-within-bid", "cost-above-reserve", "cost-integral")) {
      assertThat(strict.get(id).violated()).as(id).isPositive();
    }
    assertThat(strict.get("lemma-exact-untied").violated()).isZero();
  }
}
