package org.datamarket.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.datamarket.analysis.score.Case;
import org.datamarket.analysis.score.Finding;
import org.datamarket.analysis.score.Group;
import org.datamarket.analysis.score.Score;
import org.datamarket.analysis.score.Subject;
import org.junit.jupiter.api.Test;

/** The scorecard as a stranger reads it. */
class ScorecardTextTest {
  private static Subject subject(String id, String decision, String unit, Group group) {
    return new Subject(
        id, "What %s says.".formatted(id), "Somebody 1998", "", decision, unit, group);
  }

  private static Finding finding(String buyer, int round, double violation) {
    return finding(buyer, round, violation, false);
  }

  private static Finding finding(String buyer, int round, double violation, boolean isSearch) {
    return new Finding(new Case(7, round, round == 90, buyer), violation, 1e-9, isSearch, "");
  }

  private static String text(List<Long> seeds, Score... scores) {
    return ScorecardText.of(
        new Scorecard(
            "small · seed 7",
            "Judged somewhere.",
            "CHF",
            seeds,
            new Scores(List.of(scores), List.of())));
  }

  private static Score score(Subject subject, Finding... findings) {
    return Score.of(subject, List.of(findings));
  }

  @Test
  void card_isGroupedCountedAndSummedUp() {
    String text =
        text(
            List.of(7L),
            score(
                subject("lemma-first", "clearing", "$", Group.LEMMA),
                finding("anna", 3, 2.5),
                finding("bert", 4, -1),
                finding("carl", 90, Double.NaN)),
            score(subject("optimal", "supremum", "$/GB", Group.PROPOSITION), finding("anna", 3, 0)),
            score(subject("found", "search", "$", Group.OTHERS), finding("anna", 3, -2, true)),
            score(subject("nowhere", "planner", "$", Group.OTHERS), finding("", 90, Double.NaN)),
            score(subject("converges", "play", "", Group.EQUILIBRIUM), finding("", 90, 1)));
    assertThat(text)
        .isEqualTo(
            """
            small · seed 7
            Judged somewhere.

              claim                          cases   held    n/a  verdict

            The opt-out paper's Proposition: the strategy's reply
              optimal                            1      1      0  holds in the only case
                  What optimal says. (Somebody 1998)

            Its Lemma: equal bids in a pool lose nothing
              lemma-first                        2      1      1  fails in 1 of 2 cases, by up to 2.5 CHF
                                                                  (anna, round 3)
                  What lemma-first says. (Somebody 1998)

            Equilibrium: where the market comes to rest
              converges                          1      0      0  fails in the only case (at the end)
                  What converges says. (Somebody 1998)

            What others claim
              found                              1      1      0  search: no violation found in 1 case
                  What found says. (Somebody 1998)

            Without a case: what they take for granted never held
              nowhere                            0      0      1  no case: its hypothesis never held

            In every case hold: optimal, found. Fail: lemma-first, converges. Without a case: nowhere.
            """);
  }

  @Test
  void lines_fitInto100Columns() {
    Subject subject = subject("exclusion-compensation", "clearing", "$", Group.AUCTION);
    Finding[] findings = new Finding[300];
    for (int k = 0; k < findings.length; k++) {
      findings[k] = finding("buyer-%s".formatted(k), k + 100, k % 3 - 1);
    }
    String text = text(List.of(7L, 8L), score(subject, findings));
    assertThat(text).contains("fails in 33 % of 300 cases, by up to 1 CHF").contains("seed 7)");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void rareFailures_areCounted() {
    Subject subject = subject("optimal", "supremum", "GB", Group.PROPOSITION);
    Finding[] findings = new Finding[300];
    Arrays.setAll(findings, k -> finding("anna", 1, k == 0 ? 4 : 0));
    assertThat(text(List.of(7L), score(subject, findings)))
        .contains("fails in 1 of 300 cases, by up to 4 GB");
    Arrays.setAll(findings, k -> finding("anna", 1, k == 0 ? 0 : 4));
    assertThat(text(List.of(7L), score(subject, findings)))
        .contains("fails in 299 of 300 cases, by up to 4 GB");
  }
}
