package org.datamarket.gui.claims;

import static org.datamarket.io.Html.escape;

import java.util.Optional;
import org.datamarket.analysis.score.Finding;
import org.datamarket.analysis.score.Score;
import org.datamarket.analysis.score.Subject;
import org.datamarket.claims.search.EvidenceText;
import org.datamarket.model.MarketModel;
import org.datamarket.output.ClaimScore;
import org.datamarket.output.Figures;

/**
 * What a claim comes to, in words.
 *
 * @param currency the label of money
 * @param evidence how a case is told
 */
record ClaimWords(String currency, EvidenceText evidence) {
  private static final double HUNDRED = 100;

  /** Before anything is judged. */
  static final ClaimWords NONE =
      new ClaimWords("$", new EvidenceText("b%s"::formatted, "s%s"::formatted, Figures::of));

  /** What claims come to on a market. */
  static ClaimWords of(MarketModel model) {
    return new ClaimWords(
        model.currency(),
        new EvidenceText(
            i -> model.buyers().get(i).id(), j -> model.sellers().get(j).id(), Figures::of));
  }

  /** The largest violation with its unit, below 0 where it left room; "–" without cases. */
  String worst(Score score) {
    if (score.worst().isEmpty()) {
      return "–";
    }
    Finding worst = score.worst().get();
    double violation = Math.abs(worst.violation()) <= worst.tolerance() ? 0 : worst.violation();
    return switch (score.subject().unit()) {
      case "" -> violation > 0 ? "fails" : "holds";
      case "sellers" ->
          "%s %s".formatted(Figures.of(violation), violation == 1 ? "seller" : "sellers");
      case "1" -> "%s %%".formatted(Figures.of(HUNDRED * violation));
      default ->
          "%s %s".formatted(Figures.of(violation), score.subject().unit().replace("$", currency));
    };
  }

  /** The id of the buyer of the worst case; empty where a market was judged, or nothing. */
  static Optional<String> buyer(Score score) {
    return score.worst().map(worst -> worst.place().buyer()).filter(id -> !id.isEmpty());
  }

  /** The claim, who makes it, and what it has come to, as HTML. */
  String html(Score score) {
    Subject subject = score.subject();
    String assumed =
        subject.hypothesis().isEmpty()
            ? ""
            : "<br>It takes for granted: %s.".formatted(escape(subject.hypothesis()));
    String seen = score.worst().map(Finding::evidence).map(evidence::of).orElse("");
    return "<b>%s</b><br>%s<br>It %s.%s"
        .formatted(
            escape(subject.statement()),
            "%s. Decided by %s.%s".formatted(escape(subject.source()), subject.decision(), assumed),
            escape(verdict(score)),
            seen.isEmpty() ? "" : "<br>To be seen there: %s.".formatted(escape(seen)));
  }

  private String verdict(Score score) {
    if (score.cases() == 0) {
      return score.notApplicable() == 0
          ? "is not judged where there are so many buyers"
          : "says nothing here: its hypothesis holds nowhere";
    }
    String verdict = new ClaimScore(score, currency, false).verdict();
    return score.failed() == 0 && score.isSearch()
        ? "may hold: %s".formatted(verdict.substring(verdict.indexOf(':') + 2))
        : verdict;
  }
}
