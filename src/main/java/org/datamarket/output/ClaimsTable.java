package org.datamarket.output;

import static org.datamarket.output.Column.Type.COUNT;
import static org.datamarket.output.Column.Type.FLAG;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.score.Case;
import org.datamarket.analysis.score.EndScores;
import org.datamarket.analysis.score.Finding;

/** {@code claims.csv}: how what is claimed of such markets fares. */
final class ClaimsTable {
  static final List<Column<ClaimScore>> COLUMNS =
      List.of(
          Column.text("claim", "The claim's name", row -> row.score().subject().id()),
          Column.text(
              "statement", "What it says, a sentence", row -> row.score().subject().statement()),
          Column.text("source", "Who says so", row -> row.score().subject().source()),
          Column.text(
              "hypothesis",
              "What it takes for granted; empty if nothing",
              row -> ifAny(row.score().subject().hypothesis())),
          Column.text(
              "decision",
              "How it is decided: clearing (arithmetic), supremum (exact), enumeration (of all sets"
                  + " of sellers in reach, of more than 12 only the 12 largest), planner (by the"
                  + " optimum), search (finding no violation proves nothing) or play",
              row -> row.score().subject().decision()),
          Column.text(
              "unit",
              "What violations are measured in, where $ is the model's currency",
              row -> ifAny(row.score().subject().unit())),
          Column.count(
              "cases",
              "In how many cases its hypothesis held, so that it was judged",
              row -> row.score().cases()),
          Column.count("held", "In how many of them it held", row -> row.score().held()),
          Column.count(
              "not_applicable",
              "In how many cases its hypothesis did not hold",
              row -> row.score().notApplicable()),
          Column.number("share", "1", "held / cases; empty without cases", r -> r.score().share()),
          Column.number(
              "worst",
              "1",
              "The largest violation, in unit; below 0 where it left room; empty without cases",
              row -> row.score().worstViolation()),
          ofWorst("seed", COUNT, "The seed of the run in which that was", Case::seed),
          ofWorst("round", COUNT, "The round in which that was", place -> (long) place.round()),
          ofWorst("at_end", FLAG, "Whether that was when the run was over", Case::atEnd),
          ofWorst(
              "buyer",
              Column.Type.TEXT,
              "The buyer for whom that was; empty for a claim on whole markets",
              place -> ifAny(place.buyer())),
          new Column<>(
              "evidence",
              Column.Type.TEXT,
              "",
              "Where the claim fails, what to look at in that case",
              row ->
                  row.score().worst().map(Finding::evidence).map(ClaimsTable::ifAny).orElse(null)),
          Column.text("verdict", "All this in words", ClaimScore::verdict));

  static final RowTable<ClaimScore> TABLE =
      new RowTable<>(
          "claims.csv",
          "How what papers claim of such markets ([claims.md](claims.md)) fares at the end, one row"
              + " per claim that is quick to judge: a case is a buyer, or the market; of more than"
              + " 1000 buyers 1000 are judged, evenly spread over their numbers, and no claim about"
              + " whole markets",
          COLUMNS,
          ClaimsTable::rows);

  private ClaimsTable() {}

  private static Column<ClaimScore> ofWorst(
      String name, Column.Type type, String meaning, Function<Case, Object> value) {
    return new Column<>(
        name,
        type,
        "",
        meaning,
        row -> row.score().worst().map(Finding::place).map(value).orElse(null));
  }

  private static String ifAny(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Stream<ClaimScore> rows(RunResult result) {
    String currency = result.model().currency();
    return EndScores.of(result).stream().map(score -> new ClaimScore(score, currency, false));
  }
}
