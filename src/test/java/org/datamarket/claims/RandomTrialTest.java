package org.datamarket.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.MarketClaim;
import org.datamarket.analysis.claims.OptimalAny;
import org.datamarket.analysis.claims.Situation;
import org.datamarket.analysis.claims.State;
import org.datamarket.analysis.score.Score;
import org.datamarket.claims.search.KnownShare;
import org.datamarket.claims.search.OptOutStates;
import org.datamarket.claims.search.RandomStates;
import org.datamarket.market.TieRule;
import org.junit.jupiter.api.Test;

/** The scorecard of random states has the numbers that come of judging them one by one. */
class RandomTrialTest {
  private static final int STATES = 300;

  private long cases;
  private long held;
  private long open;
  private double worst;

  private void count(double violation, double tolerance) {
    if (Double.isNaN(violation)) {
      open++;
    } else {
      cases++;
      held += violation <= tolerance ? 1 : 0;
      worst = Math.max(worst, violation);
    }
  }

  private void countAll(Claim claim) {
    cases = 0;
    held = 0;
    open = 0;
    worst = Double.NEGATIVE_INFINITY;
    RandomStates row = new RandomStates(3, TieRule.PROPORTIONAL);
    for (int k = 0; k < STATES; k++) {
      State state = State.beginning(row.state(k));
      if (claim instanceof MarketClaim market) {
        count(market.violation(state), state.tolerance(claim.about().unit()));
      } else if (claim instanceof BuyerClaim ofBuyer) {
        for (Situation buyer : state.buyers()) {
          count(ofBuyer.violation(buyer), state.tolerance(claim.about().unit()));
        }
      }
    }
  }

  @Test
  void scores_areTheDirectCounts() throws Exception {
    Selection some =
        Selection.of(List.of("optimal-any", "rational", "lemma-no-loss", "eps-nash", "ls-loss"));
    Scorecard card = new RandomTrial(3, STATES).card(some, 2, (done, of) -> {});
    assertThat(card.scores().scores()).hasSize(5);
    for (int c = 0; c < 5; c++) {
      countAll(some.claims().get(c));
      Score score = card.scores().scores().get(c);
      assertThat(List.of(score.cases(), score.held(), score.notApplicable()))
          .as(score.subject().id())
          .isEqualTo(List.of(cases, held, open));
      assertThat(score.worstViolation()).as(score.subject().id()).isEqualTo(worst);
    }
  }

  /** The shares that are known are counted for what was selected, one buyer per state. */
  @Test
  void knownShares_areTheDirectCounts() throws Exception {
    Selection some = Selection.of(List.of("optimal-any", "rational", "truthful"));
    Scorecard card = new RandomTrial(3, STATES).card(some, 2, (done, of) -> {});
    long several = 0;
    long failed = 0;
    OptOutStates row = new OptOutStates(3);
    for (int k = 0; k < STATES; k++) {
      State state = State.beginning(row.state(k));
      Situation first = state.buyers().get(0);
      if (state.market().sellers() > 1) {
        several++;
        failed += new OptimalAny().violation(first) > state.tolerance() ? 1 : 0;
      }
    }
    assertThat(card.known()).hasSize(2);
    KnownShare optimal = card.known().get(0);
    assertThat(optimal.claim()).isEqualTo("optimal-any");
    assertThat(List.of(optimal.cases(), optimal.failed())).isEqualTo(List.of(several, failed));
    assertThat(card.known().get(1).cases()).isEqualTo(STATES);
    Selection none = Selection.of(List.of("rational"));
    assertThat(new RandomTrial(3, 10).card(none, 1, (done, of) -> {}).known()).isEmpty();
  }
}
