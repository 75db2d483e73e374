package org.datamarket.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.datamarket.analysis.score.Finding;
import org.datamarket.analysis.score.Group;
import org.datamarket.analysis.score.Score;
import org.datamarket.analysis.score.Subject;
import org.datamarket.claims.search.KnownShare;
import org.datamarket.output.ClaimScore;

/** A scorecard for a person at a terminal of 80 columns; only commands may take more. */
public final class ScorecardText {
  private static final int SHORTEST_NAME = 32;
  private static final int COUNT = 7;
  private static final String INDENT = "  ";
  private static final String FURTHER = "      ";

  private static final String LEGEND =
      "A reply is what a buyer's strategy would bid; its worth is the buyer's value less its cost."
          + " Where a claim allows ε, a failure is what goes beyond it. n/a counts cases in which"
          + " what a claim takes for granted did not hold.";

  private static final String WHERE =
      "docs/claims.md says of each claim who makes it, and has a small market for each that fails.";

  private final Scorecard card;
  private final int nameWidth;
  private final StringBuilder text = new StringBuilder();
  private final Prose prose;

  private ScorecardText(Scorecard card) {
    this.card = card;
    this.prose = new Prose(List.of(card.currency(), "GB", "%", "seller"));
    this.nameWidth =
        card.scores().scores().stream()
            .mapToInt(score -> score.subject().id().length())
            .reduce(SHORTEST_NAME, Math::max);
  }

  /** The text; every line ends in a line feed, the last says what holds and what does not. */
  public static String of(Scorecard card) {
    return new ScorecardText(card).text();
  }

  private String text() {
    wrapped(card.heading(), "");
    wrapped(card.sample(), "");
    wrapped(LEGEND, "");
    text.append('\n').append(row("claim", "cases", "held", "n/a", "verdict"));
    for (Group group : Group.values()) {
      section(
          group.heading(),
          row -> row.score().cases() > 0 && row.score().subject().group() == group,
          this::claim);
    }
    section(
        "Without a case: what they take for granted never held",
        row -> row.score().cases() == 0,
        this::open);
    if (!card.known().isEmpty()) {
      known();
    }
    text.append('\n');
    closing().forEach(sentence -> wrapped(sentence, ""));
    return text.toString();
  }

  private void section(String heading, Predicate<ClaimScore> which, Consumer<ClaimScore> writer) {
    List<ClaimScore> rows = card.rows().stream().filter(which).toList();
    if (!rows.isEmpty()) {
      text.append('\n').append(heading).append('\n');
      rows.forEach(writer);
    }
  }

  private void claim(ClaimScore row) {
    counts(row);
    wrapped(statement(row.score().subject()), FURTHER);
    if (row.score().failed() > 0) {
      worst(row, row.score().worst().orElseThrow());
    } else if (row.score().isSearch()) {
      wrapped("It is only searched for a failure; that none is found proves nothing.", FURTHER);
    }
  }

  /** Where and by how much a claim fails by the most, what is to be seen there, and how. */
  private void worst(ClaimScore row, Finding finding) {
    String place = row.place(finding.place());
    String size = row.size();
    String evidence = card.look().evidence(finding);
    wrapped(
        "The worst: %s%s%s."
            .formatted(
                place,
                size.isEmpty() ? "" : ", by %s".formatted(size),
                evidence.isEmpty() ? "" : ": %s".formatted(evidence)),
        FURTHER);
    Optional<String> command = card.look().command(row.score().subject(), finding.place());
    command.ifPresent(words -> text.append(FURTHER).append("$ ").append(words).append('\n'));
  }

  /** A claim without a case: what it would take for one. */
  private void open(ClaimScore row) {
    counts(row);
    String hypothesis = row.score().subject().hypothesis();
    if (!hypothesis.isEmpty()) {
      wrapped("It takes: %s.".formatted(hypothesis), FURTHER);
    }
  }

  private void counts(ClaimScore row) {
    Score score = row.score();
    text.append(
        row(
            score.subject().id(),
            Long.toString(score.cases()),
            Long.toString(score.held()),
            Long.toString(score.notApplicable()),
            row.outcome()));
  }

  private static String statement(Subject subject) {
    String hypothesis =
        subject.hypothesis().isEmpty() ? "" : " Provided that: %s.".formatted(subject.hypothesis());
    return "%s%s (%s)".formatted(subject.statement(), hypothesis, subject.source());
  }

  private String row(String name, String cases, String held, String last, String verdict) {
    String left = INDENT + name + " ".repeat(Math.max(1, nameWidth - name.length()));
    String counts = right(cases) + right(held) + right(last);
    return (left + counts + INDENT + verdict).stripTrailing() + "\n";
  }

  private static String right(String number) {
    return " ".repeat(Math.max(1, COUNT - number.length())) + number;
  }

  /** The shares that are known from elsewhere, each beside that of today. */
  private void known() {
    text.append('\n');
    wrapped(
        "How often they fail among opt-out buyers that see every seller, in as many other random"
            + " states, of each of which one buyer is judged; and how often in an independent count"
            + " over states of that kind",
        "");
    text.append(row("claim", "cases", "failed", "share", "that count"));
    for (KnownShare share : card.known()) {
      text.append(
          row(
              share.claim(),
              Long.toString(share.cases()),
              Long.toString(share.failed()),
              share.percent(),
              "%s %%".formatted(share.known())));
      if (!share.over().isEmpty()) {
        wrapped("Where %s.".formatted(share.over()), FURTHER);
      }
    }
  }

  private List<String> closing() {
    List<Score> scores = card.scores().scores();
    return Stream.of(
            sentence("In every case hold: %s.", scores, score -> holds(score) && !score.isSearch()),
            sentence("Not refuted: %s.", scores, score -> holds(score) && score.isSearch()),
            sentence("Fail: %s.", scores, score -> score.failed() > 0),
            sentence("Without a case: %s.", scores, score -> score.cases() == 0),
            scores.stream().allMatch(score -> score.failed() == 0)
                ? ""
                : "With --counterexamples, small markets are written in which they fail.",
            card.scores().failures().isEmpty() ? "" : "Every case of a failure is in cases.csv.",
            WHERE)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  private static boolean holds(Score score) {
    return score.cases() > 0 && score.failed() == 0;
  }

  private static String sentence(String words, List<Score> scores, Predicate<Score> which) {
    List<String> ids = new ArrayList<>();
    scores.stream().filter(which).forEach(score -> ids.add(score.subject().id()));
    return ids.isEmpty() ? "" : words.formatted(String.join(", ", ids));
  }

  private void wrapped(String sentence, String indent) {
    prose
        .lines(sentence, indent.length())
        .forEach(line -> text.append(indent).append(line).append('\n'));
  }
}
