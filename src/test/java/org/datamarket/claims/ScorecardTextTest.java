package org.datamarket.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.datamarket.analysis.score.Case;
import org.datamarket.analysis.score.Finding;
import org.datamarket.analysis.score.Group;
import org.datamarket.analysis.score.Score;
import org.datamarket.analysis.score.Subject;
import org.datamarket.claims.search.EvidenceText;
import org.datamarket.output.Figures;
import org.junit.jupiter.api.Test;

/** The scorecard as a stranger reads it. */
class ScorecardTextTest {
  private static final Look LOOK =
      new Look(
          List.of("models/small one.yaml", "--set", "epsilon=1"),
          OptionalLong.of(7),
          new EvidenceText("b%s"::formatted, "s%s"::formatted, Figures::of));

  private static Subject subject(String id, String decision, String unit, Group group) {
    return new Subject(
        id, "What %s says.".formatted(id), "Somebody 1998", "", decision, unit, group);
  }

  private static Finding finding(String buyer, int round, double violation) {
    return finding(buyer, round, violation, false);
  }

  private static Finding finding(String buyer, int round, double violation, boolean isSearch) {
    String evidence = violation > 0 ? "the reply {0: 1.23456789@2.0} gets 0.5 GB" : "";
    Case place = new Case(7, round, round == 90, buyer);
    return new Finding(place, violation, 1e-9, isSearch, evidence);
  }

  private static String text(List<Long> seeds, Score... scores) {
    return ScorecardText.of(
        new Scorecard(
            "small · seed 7",
            "Judged somewhere.",
            "CHF",
            seeds,
            new Scores(List.of(scores), List.of()),
            LOOK,
            List.of()));
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
            A reply is what a buyer's strategy would bid; its worth is the buyer's value
            less its cost. Where a claim allows ε, a failure is what goes beyond it. n/a
            counts cases in which what a claim takes for granted did not hold.

              claim                             cases   held    n/a  verdict

            The opt-out paper's Proposition: the strategy's reply
              optimal                               1      1      0  holds in the only case
                  What optimal says. (Somebody 1998)

            Its Lemma: equal bids in a pool lose nothing
              lemma-first                           2      1      1  fails in 1 of 2
                  What lemma-first says. (Somebody 1998)
                  The worst: anna, round 3, by 2.5 CHF: the reply 1.235 GB at s0 for 2 $/GB
                  gets 0.5 GB.
                  $ datamarket explain 'models/small one.yaml' --set epsilon=1 anna --round 3 --turn

            Equilibrium: where the market comes to rest
              converges                             1      0      0  fails in the only case
                  What converges says. (Somebody 1998)
                  The worst: at the end: the reply 1.235 GB at s0 for 2 $/GB gets 0.5 GB.
                  $ datamarket run 'models/small one.yaml' --set epsilon=1

            What others claim
              found                                 1      1      0  not refuted
                  What found says. (Somebody 1998)
                  It is only searched for a failure; that none is found proves nothing.

            Without a case: what they take for granted never held
              nowhere                               0      0      1  no case

            In every case hold: optimal.
            Not refuted: found.
            Fail: lemma-first, converges.
            Without a case: nowhere.
            With --counterexamples, small markets are written in which they fail.
            docs/claims.md says of each claim who makes it, and has a small market for each
            that fails.
            """);
  }

  @Test
  void lines_fitInto80Columns() {
    Subject subject = subject("exclusion-compensation", "clearing", "$", Group.AUCTION);
    Finding[] findings = new Finding[300];
    for (int k = 0; k < findings.length; k++) {
      findings[k] = finding("buyer-%s".formatted(k), k + 100, k % 3 - 1);
    }
    String text = text(List.of(7L, 8L), score(subject, findings));
    assertThat(text)
        .contains("fails in 33 %\n")
        .contains("The worst: buyer-2, round 102, seed 7, by 1 CHF:");
    assertThat(text.lines().filter(line -> !line.contains("$ datamarket")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void rareFailures_areCounted() {
    Subject subject = subject("optimal", "supremum", "GB", Group.PROPOSITION);
    Finding[] findings = new Finding[300];
    Arrays.setAll(findings, k -> finding("anna", 1, k == 0 ? 4 : 0));
    assertThat(text(List.of(7L), score(subject, findings)))
        .contains("fails in 1 of 300\n", "by 4 GB");
    Arrays.setAll(findings, k -> finding("anna", 1, k == 0 ? 0 : 4));
    assertThat(text(List.of(7L), score(subject, findings)))
        .contains("fails in 299 of 300\n", "by 4 GB");
  }

  /** A unit never begins a line: it stays with its number, wherever the line breaks. */
  @Test
  void units_stayWithTheirNumbers() {
    Prose prose = new Prose(List.of("CHF", "GB", "%", "seller"));
    for (int length = 1; length < 90; length++) {
      String sentence =
          "%s costs 12.5 CHF/GB for 3 GB of 4 sellers, 25 %% of all.".formatted("x".repeat(length));
      List<String> lines = prose.lines(sentence, 6);
      assertThat(String.join(" ", lines)).isEqualTo(sentence);
      assertThat(lines).noneMatch(line -> line.matches("(CHF|GB|%|seller).*"));
    }
  }
}
