package org.datamarket.comparison;

import static org.datamarket.output.Column.Type.COUNT;
import static org.datamarket.output.Column.Type.FLAG;
import static org.datamarket.output.Column.Type.NUMBER;
import static org.datamarket.output.Column.Type.TEXT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datamarket.output.Column;
import org.datamarket.output.RowTable;
import org.datamarket.output.folder.Content;
import org.datamarket.study.Measure;
import org.datamarket.study.sweep.Engine.Finished;

/** The tables of a comparison: every measure under every mechanism, and every run. */
public record ComparisonFiles(Comparison comparison) implements Content {
  /** Every measure under every mechanism, a row each. */
  public static final String MEASURES = "compare.csv";

  /** Every run, a row each. */
  public static final String RUNS = "seeds.csv";

  /** Who has what of every run, a row each. */
  public static final String SHARES = "shares.csv";

  /**
   * A measure under a mechanism.
   *
   * @param isBase whether it is the mechanism that the others are compared with
   */
  public record Row(
      NamedDesign design, Measure measure, String base, boolean isBase, Contrast contrast) {}

  /** A run. */
  public record RunRow(NamedDesign design, Finished run) {}

  /** What is told of a measure under a mechanism. */
  public static final List<Column<Row>> COLUMNS =
      List.of(
          new Column<>(
              "mechanism",
              TEXT,
              "",
              "The mechanism, with those of its parameters that are not the defaults",
              row -> row.design().name()),
          new Column<>(
              "reconstruction",
              FLAG,
              "",
              "Whether its rules are a reconstruction, for the full text of the paper could not be"
                  + " had (mechanisms.md §5, §7)",
              row -> row.design().isReconstruction()),
          new Column<>("measure", TEXT, "", "A key of summary.json", row -> row.measure().name()),
          new Column<>(
              "unit",
              TEXT,
              "",
              "What it is measured in; empty for counts",
              row -> text(row.measure().unit())),
          new Column<>(
              "n",
              COUNT,
              "",
              "How many runs have the measure",
              row -> (long) row.contrast().count()),
          new Column<>(
              "mean",
              NUMBER,
              "1",
              "Its mean over these, in unit; empty if there are none",
              row -> row.contrast().mean()),
          new Column<>(
              "sd",
              NUMBER,
              "1",
              "Its standard deviation (n − 1), in unit; empty with fewer than two",
              row -> row.contrast().deviation()),
          new Column<>(
              "base", TEXT, "", "The mechanism that it is compared with", row -> row.base()),
          new Column<>(
              "pairs",
              COUNT,
              "",
              "How many seeds have the measure under both; empty for the base itself",
              row -> row.isBase() ? null : (Long) (long) row.contrast().pairs()),
          difference(
              "difference",
              "Mean over these of the measure here less that under the base, in unit",
              Contrast::difference),
          difference("low", "Where its 95 % confidence interval (Student t) begins", Contrast::low),
          difference("high", "Where that ends; empty with fewer than two pairs", Contrast::high));

  private static Column<Row> difference(
      String name, String meaning, Function<Contrast, Double> value) {
    return new Column<>(
        name,
        NUMBER,
        "1",
        meaning,
        row -> row.isBase() ? null : (Object) value.apply(row.contrast()));
  }

  /** What is told of a run, before its measures. */
  public static final List<Column<RunRow>> RUN_COLUMNS =
      List.of(
          new Column<>("seed", COUNT, "", "The seed of the run", row -> row.run().spec().seed()),
          new Column<>("mechanism", TEXT, "", "The mechanism", row -> row.design().name()),
          new Column<>(
              "status",
              TEXT,
              "",
              "How it ended, as in summary.json, or error",
              row -> row.run().outcome().status()),
          new Column<>(
              "error",
              TEXT,
              "",
              "What went wrong; empty unless the status is error",
              row -> text(row.run().outcome().error())));

  private static String text(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public void writeTo(Path folder) throws IOException {
    RowTable.write(folder.resolve(MEASURES), COLUMNS, rows().stream());
    RowTable.write(folder.resolve(RUNS), runColumns(), runRows().stream());
    RowTable.write(folder.resolve(SHARES), shareColumns(), runRows().stream());
  }

  /** A row for every measure under every mechanism, in order. */
  public List<Row> rows() {
    DesignChoice choice = comparison.contest().choice();
    List<Row> rows = new ArrayList<>();
    for (int d = 0; d < choice.designs().size(); d++) {
      for (Measure measure : Contest.measures()) {
        rows.add(
            new Row(
                choice.designs().get(d),
                measure,
                choice.baseDesign().name(),
                d == choice.base(),
                comparison.contrast(d, measure)));
      }
    }
    return rows;
  }

  /** A row for every run: those of the first seed first, each in the order of the mechanisms. */
  public List<RunRow> runRows() {
    List<NamedDesign> designs = comparison.contest().choice().designs();
    return comparison.runs().stream()
        .map(run -> new RunRow(designs.get(run.spec().point() - 1), run))
        .toList();
  }

  /** The columns of {@value #RUNS}. */
  public static List<Column<RunRow>> runColumns() {
    return Stream.concat(RUN_COLUMNS.stream(), columns(Contest.measures(), 0)).toList();
  }

  /** The columns of {@value #SHARES}. */
  public static List<Column<RunRow>> shareColumns() {
    return Stream.concat(
            RUN_COLUMNS.stream().limit(2), columns(Contest.shares(), Contest.measures().size()))
        .toList();
  }

  /**
   * A column for each of some measures.
   *
   * @param from the place of the first of them among the cells of a run
   */
  private static Stream<Column<RunRow>> columns(List<Measure> measures, int from) {
    return IntStream.range(0, measures.size())
        .mapToObj(
            m ->
                new Column<>(
                    measures.get(m).name(),
                    measures.get(m).unit().isEmpty() ? COUNT : NUMBER,
                    measures.get(m).unit(),
                    measures.get(m).meaning(),
                    row -> cell(row.run(), from + m)));
  }

  private static String cell(Finished run, int place) {
    return run.outcome().isError() ? null : run.outcome().measures().get(place);
  }
}
