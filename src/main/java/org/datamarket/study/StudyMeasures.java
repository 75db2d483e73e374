package org.datamarket.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.score.EndScores;
import org.datamarket.analysis.score.Score;
import org.datamarket.output.Column;
import org.datamarket.output.RunTables;
import org.datamarket.output.Summary;

/** What a study can keep of a run and of its rounds, by name. */
public final class StudyMeasures {
  /** What of the summary says what was played rather than what came of it. */
  private static final List<String> GIVEN = List.of("epsilon", "buyers", "sellers");

  /** What of the rounds counts what happened in a round; in a market at rest it is 0. */
  private static final List<String> PER_ROUND =
      List.of("messages", "replies", "stale_replies", "reserves_moved");

  private StudyMeasures() {}

  /** The keys of {@code summary.json} that are numbers or flags, and two for each claim. */
  public static List<String> names() {
    return Stream.concat(ofSummary(), ClaimMeasure.all().stream().map(ClaimMeasure::name)).toList();
  }

  /** The keys of {@code summary.json} that say what came of a run. */
  public static List<String> usual() {
    return ofSummary().filter(name -> !GIVEN.contains(name)).toList();
  }

  private static Stream<String> ofSummary() {
    return Summary.numbers().stream().map(Column::name);
  }

  /** The columns of {@code rounds.csv} but for the round itself. */
  public static List<String> seriesNames() {
    return RunTables.ofRounds().stream().skip(1).map(Column::name).toList();
  }

  /** The series of a name that is one of {@link #seriesNames}. */
  public static Series series(String name) {
    Column<RoundMeasures> column = Columns.find(RunTables.ofRounds(), name);
    return new Series(name, column.unit(), column.meaning(), PER_ROUND.contains(name));
  }

  /** The measure of a name that is one of {@link #names}. */
  public static Measure measure(String name) {
    Optional<ClaimMeasure> ofClaim = ClaimMeasure.named(name);
    if (ofClaim.isPresent()) {
      return ofClaim.get().measure();
    }
    Column<RunResult> column = Columns.find(Summary.numbers(), name);
    return new Measure(name, column.unit(), column.meaning());
  }

  /** Reads the named measures off a result; a flag is 1 or 0. */
  public static Function<RunResult, List<String>> cells(List<String> names) {
    List<ClaimMeasure> ofClaims =
        names.stream().map(ClaimMeasure::named).flatMap(Optional::stream).toList();
    if (ofClaims.isEmpty()) {
      List<Column<RunResult>> columns = Columns.of(Summary.numbers(), names);
      return result -> Columns.cells(columns, result);
    }
    return new WithClaims(names, ofClaims)::cells;
  }

  /**
   * Measures of which some are of claims: these are all judged on one state.
   *
   * @param names of all measures
   * @param ofClaims those of claims, in the order of the names
   */
  private record WithClaims(List<String> names, List<ClaimMeasure> ofClaims) {
    List<String> cells(RunResult result) {
      List<Claim> claims = ofClaims.stream().map(ClaimMeasure::claim).distinct().toList();
      List<Score> scores = EndScores.of(result, claims);
      Map<String, String> cells = new HashMap<>();
      for (ClaimMeasure measure : ofClaims) {
        double value = measure.value(scores.get(claims.indexOf(measure.claim())));
        cells.put(measure.name(), Cells.of(value));
      }
      for (String name : names) {
        cells.computeIfAbsent(
            name, other -> Columns.cell(Columns.find(Summary.numbers(), other), result));
      }
      return names.stream().map(cells::get).toList();
    }
  }

  /** Reads the named series off a result, round by round. */
  static Function<RunResult, List<List<String>>> rounds(List<String> names) {
    List<Column<RoundMeasures>> columns = Columns.of(RunTables.ofRounds(), names);
    if (names.isEmpty()) {
      return result -> List.of();
    }
    return result -> result.rounds().stream().map(round -> Columns.cells(columns, round)).toList();
  }

  /** Columns by their names. */
  private static final class Columns {
    static <R> Column<R> find(List<Column<R>> columns, String name) {
      return columns.stream()
          .filter(column -> column.name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    static <R> List<Column<R>> of(List<Column<R>> columns, List<String> names) {
      return names.stream().map(name -> find(columns, name)).toList();
    }

    static <R> List<String> cells(List<Column<R>> columns, R row) {
      return columns.stream().map(column -> cell(column, row)).toList();
    }

    static <R> String cell(Column<R> column, R row) {
      String cell = column.cell(row);
      boolean flag = column.type() == Column.Type.FLAG;
      return flag && !cell.isEmpty() ? (cell.equals("true") ? "1" : "0") : cell;
    }
  }
}
