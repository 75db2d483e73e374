package org.datamarket.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.datamarket.analysis.score.Group;
import org.datamarket.analysis.score.Score;
import org.datamarket.analysis.score.Subject;
import org.datamarket.output.ClaimScore;

/** A scorecard for a person at a terminal of 100 columns. */
public final class ScorecardText {
  private static final int WIDTH = 100;
  private static final int SHORTEST_NAME = 29;
  private static final int COUNT = 7;
  private static final String INDENT = "  ";
  private static final String FURTHER = "      ";

  private final Scorecard card;
  private final int nameWidth;
  private final int verdictColumn;
  private final StringBuilder text = new StringBuilder();

  private ScorecardText(Scorecard card) {
    this.card = card;
    this.nameWidth =
        card.scores().scores().stream()
            .mapToInt(score -> score.subject().id().length())
            .reduce(SHORTEST_NAME, Math::max);
    this.verdictColumn = INDENT.length() + nameWidth + 3 * COUNT + INDENT.length();
  }

  /** The text; every line ends in a line feed, the last says what holds and what does not. */
  public static String of(Scorecard card) {
    return new ScorecardText(card).text();
  }

  private String text() {
    wrapped(card.heading(), "", "");
    wrapped(card.sample(), "", "");
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
    text.append('\n');
    wrapped(closing(), "", "");
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
    counts(row.score(), verdict(row.verdict()));
    wrapped(statement(row.score().subject()), FURTHER, FURTHER);
  }

  /** A claim without a case: what it would take for one. */
  private void open(ClaimScore row) {
    String hypothesis = row.score().subject().hypothesis();
    counts(
        row.score(),
        lines(hypothesis.isEmpty() ? row.verdict() : hypothesis, WIDTH - verdictColumn));
  }

  private void counts(Score score, List<String> lines) {
    text.append(
        row(
            score.subject().id(),
            Long.toString(score.cases()),
            Long.toString(score.held()),
            Long.toString(score.notApplicable()),
            lines.get(0)));
    lines.stream()
        .skip(1)
        .forEach(line -> text.append(" ".repeat(verdictColumn)).append(line).append('\n'));
  }

  /** On one line if it fits; otherwise the place of the worst case has lines of its own. */
  private List<String> verdict(String verdict) {
    int width = WIDTH - verdictColumn;
    int place = verdict.indexOf(" (");
    if (place < 0 || verdict.codePointCount(0, verdict.length()) <= width) {
      return lines(verdict, width);
    }
    List<String> lines = new ArrayList<>(lines(verdict.substring(0, place), width));
    lines.addAll(lines(verdict.substring(place + 1), width));
    return lines;
  }

  private static String statement(Subject subject) {
    String hypothesis =
        subject.hypothesis().isEmpty() ? "" : " Provided that: %s.".formatted(subject.hypothesis());
    return "%s%s (%s)".formatted(subject.statement(), hypothesis, subject.source());
  }

  private String row(String name, String cases, String held, String open, String verdict) {
    String left = INDENT + name + " ".repeat(Math.max(1, nameWidth - name.length()));
    String counts = right(cases) + right(held) + right(open);
    return (left + counts + INDENT + verdict).stripTrailing() + "\n";
  }

  private static String right(String number) {
    return " ".repeat(Math.max(1, COUNT - number.length())) + number;
  }

  private String closing() {
    List<Score> scores = card.scores().scores();
    String holding = ids(scores, score -> score.cases() > 0 && score.failed() == 0);
    String failing = ids(scores, score -> score.failed() > 0);
    String open = ids(scores, score -> score.cases() == 0);
    List<String> sentences = new ArrayList<>();
    if (!holding.isEmpty()) {
      sentences.add("In every case hold: %s.".formatted(holding));
    }
    if (!failing.isEmpty()) {
      sentences.add("Fail: %s.".formatted(failing));
    }
    if (!open.isEmpty()) {
      sentences.add("Without a case: %s.".formatted(open));
    }
    if (!card.scores().failures().isEmpty()) {
      sentences.add("Every case of a failure is in cases.csv; explain says why a buyer bids so.");
    }
    return String.join(" ", sentences);
  }

  private static String ids(List<Score> scores, Predicate<Score> which) {
    return scores.stream()
        .filter(which)
        .map(score -> score.subject().id())
        .collect(Collectors.joining(", "));
  }

  private void wrapped(String sentence, String first, String further) {
    List<String> lines = lines(sentence, WIDTH - further.length());
    for (int k = 0; k < lines.size(); k++) {
      text.append(k == 0 ? first : further).append(lines.get(k)).append('\n');
    }
  }

  /** A text in lines of at most so many characters, unless a word is longer. */
  private static List<String> lines(String sentence, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : sentence.split(" ")) {
      int length =
          line.codePointCount(0, line.length()) + 1 + word.codePointCount(0, word.length());
      if (!line.isEmpty() && length > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
