package org.datamarket.output;

import java.util.List;
import java.util.stream.Collectors;
import org.datamarket.claims.ClaimsFiles;
import org.datamarket.comparison.ComparisonFiles;

/** The page {@code docs/outputs.md}, made from the columns themselves. */
public final class OutputDocs {
  /** The keys of {@code manifest.json} and what they mean. */
  public static final List<List<String>> MANIFEST =
      List.of(
          List.of("program", "`datamarket`"),
          List.of(
              "kind",
              "What the folder is of: `run`, `claims`, `comparison`, `study` or `sensitivity`"),
          List.of("version", "The program's version"),
          List.of("java", "The Java machine and its version"),
          List.of("os", "The operating system, its version and the processor's architecture"),
          List.of("processors", "How many processors Java may use"),
          List.of("memory_limit_mb", "How much memory Java may take for objects, MiB"),
          List.of("host", "The computer's name"),
          List.of("start", "When the run began, UTC"),
          List.of("end", "When this file was written, UTC"),
          List.of("wall_seconds", "The time between the two"),
          List.of("command_line", "The command and its arguments"),
          List.of("inputs", "SHA-256 of each input file when the run began"),
          List.of("outputs", "SHA-256 of each other file that the program wrote into the folder"),
          List.of(
              "unfinished", "Files that were being written when this was; none once all is done"),
          List.of("seal", "SHA-256 of all that is above it in this file"));

  private static final String OPENING =
      """
      # What a run writes

      This page is made from the program's own list of columns; a test fails when the two differ
      (`mvn -Dtest=OutputDocsTest -Dupdate.docs=true test` writes it anew).

      A run writes one new folder, wholly or not at all; the pictures and the report come into it when all else is in
      place, so whatever goes wrong with one of them, it alone is missing then. `--force` replaces a folder of the same
      kind (a run, a trial of claims, a study, …) if all that is in it is as the program wrote it, by the hashes in its
      `manifest.json`; if anything else is there, or something was changed, the command says what and touches nothing.
      Nor is the working directory replaced, a folder on which a sweep is at work, or one that an input is read from.

      The files:

      | file | what it is |
      |---|---|
      | `summary.json` | how the run ended, in one object |
      | `rounds.csv` | the market round by round |
      | `buyers.csv` | who the buyers are, and where each stands at the end |
      | `sellers.csv` | who the sellers are, and how their auctions stand at the end |
      | `bids.csv` | the bids that stand at the end |
      | `claims.csv` | how what papers claim of such markets fares at the end |
      | `trace.csv` | every accepted bid; with `--trace` only |
      | `model.yaml` | the model with all defaults and overrides filled in, and the CSV files it reads beside it: running it again gives the same files |
      | `charts/` | pictures, each as SVG and as PNG with twice the resolution |
      | `report.html` | all this as a page with pictures that answer the pointer; for any browser, without a network; not with `--no-report`. `./datamarket report DIR` makes it again, from the tables and the model beside it; only the report on a study also has the seconds that runs took, from its journal |
      | `manifest.json` | versions, times, hashes: the only file that may differ between two runs of the same model and seed |

      ## Conventions

      * Quantities are in GB, prices in $/GB, money in $, where $ stands for the model's currency (`currency` in
        `summary.json`). Symbols are those of [the model](model.md).
      * Numbers are the shortest decimals that read back as the same double, with a point, whatever the locale.
        A number that does not exist is an empty cell, and `null` in JSON; never NaN. An unlimited one is `Infinity`,
        which R and pandas read as such.
      * CSV files are UTF-8 with a header row, commas and line feeds; texts are quoted where they must be.
      * An id or a name that a spreadsheet would take for a formula, one that begins with `=`, `+`, `-`, `@`, a tab or a
        carriage return and is no number, has an apostrophe before it in CSV files: `=1+1` is the cell `'=1+1`, but `-1` and
        `+4917612345` are themselves. Texts that begin so after apostrophes of their own get one more.
      * The same model and seed give the same bytes (pictures: on the same machine, fonts and Java).
      """;

  private OutputDocs() {}

  /** The whole page. */
  static String markdown() {
    StringBuilder page = new StringBuilder(OPENING);
    page.append(summary());
    for (RowTable<?> table : RunTables.TABLES) {
      page.append(table(table));
    }
    return page.append(charts())
        .append(claims())
        .append(comparison())
        .append(manifest())
        .toString();
  }

  private static String summary() {
    return "\n## summary.json\n\n"
        + columns("key", Summary.KEYS)
        + """

        ```r
        summary <- jsonlite::fromJSON("summary.json", bigint_as_char = TRUE)
        ```
        ```python
        import json
        summary = json.load(open("summary.json", encoding="utf-8"))
        ```

        `notes` has a sentence for each of two traps into which the rules, followed to the letter, can lead; the verdict
        ends with the same words.

        * *Supply unsold though tied buyers want it.* A buyer is short at a tie if a bid of its gets less than it asks
          for and another bid there has just its price; or if all that it lacks is worth one price to it (a linear
          valuation, or prices capped by the ISP) and a rival bids just that price at a seller that it sees. What such
          buyers would still take at the price that they bid, or would bid, is given to them out of what is unsold at
          sellers that they see, whose reserve is no higher, the lowest price first. The note is there when that is more
          than 5 % of the supply.
        * *Ties at a price of 0.* At a seller with a reserve of 0 at least two bids of 0 stand, and one of them gets less
          than it asks for. `validate` warns of models in which that can happen: two or more buyers whose last unit is
          worth nothing to them, whose strategy does not shade a bid for the whole demand, and who see a seller that
          starts with a reserve of 0.
        """;
  }

  private static <R> String table(RowTable<R> table) {
    return "\n## "
        + table.file()
        + "\n\n"
        + table.contents()
        + ".\n\n"
        + columns("column", table.columns())
        + reading(table);
  }

  private static <R> String columns(String heading, List<Column<R>> columns) {
    StringBuilder text =
        new StringBuilder("| " + heading + " | type | unit | meaning |\n|---|---|---|---|\n");
    for (Column<R> column : columns) {
      text.append(
          String.format(
              "| `%s` | %s | %s | %s |\n",
              column.name(), column.type().key(), column.unit(), column.meaning()));
    }
    return text.toString();
  }

  /** The lines that read a table in R and pandas: texts stay texts, and the doubles are exact. */
  private static <R> String reading(RowTable<R> table) {
    String name = table.file().replace(".csv", "");
    String texts =
        table.columns().stream()
            .filter(column -> column.type() == Column.Type.TEXT)
            .map(column -> column.name() + " = \"character\"")
            .collect(Collectors.joining(", "));
    String types =
        table.columns().stream()
            .filter(column -> column.type() == Column.Type.TEXT)
            .map(column -> "\"" + column.name() + "\": \"string\"")
            .collect(Collectors.joining(", "));
    return String.format(
        """

        ```r
        %1$s <- read.csv("%1$s.csv", na.strings = ""%2$s)
        ```
        ```python
        import pandas as pd
        %1$s = pd.read_csv("%1$s.csv", keep_default_na=False, na_values=[""], float_precision="round_trip"%3$s)
        ```
        """,
        name,
        texts.isEmpty() ? "" : ", colClasses = c(" + texts + ")",
        types.isEmpty() ? "" : ", dtype={" + types + "}");
  }

  private static String charts() {
    return """

    ## charts/

    | picture | what it shows |
    |---|---|
    | `utilities` | the buyers' utilities at the end of each round: median, middle half, and all |
    | `bids` | bids accepted in each round, and the Nash gap beside ε |
    | `prices` | the mean unit price paid in each round and how far prices spread (± one standard deviation by quantity), and the sellers' mean reserve |
    | `unit-prices` | how much was sold at which unit price at the end |
    | `supply-demand` | the buyers' demand at each price, the bids, and the sellers' supply at the end, with the region where they clear |
    """;
  }

  private static String claims() {
    return """

    ## What claims writes

    `claims` writes a folder of its own: `claims.csv`, with the columns above, on all claims that were tried and on all
    cases of all runs; `claims.json`, the same as one object, with the seeds of the runs; `model.yaml` and
    `manifest.json` as above; and `cases.csv`, one row per case in which a claim failed. What is tried, and at which
    cases, stands in [claims.md](claims.md). For random states there is a folder with `--counterexamples`
    only, without `model.yaml`, and its `cases.csv` has no rows.

    """
        + columns("column", ClaimsFiles.CASE_COLUMNS);
  }

  private static String comparison() {
    return """

    ## What compare writes

    `compare MODEL` writes a folder of its own, too: `compare.csv`, every measure under every mechanism with what it
    differs by from the base; `seeds.csv` and `shares.csv`, one row per run; `report.html`, as above; `model.yaml` and `manifest.json` as above. The runs of one
    seed have the same people, network and draws, so differences are taken seed by seed. Measures are all keys of
    `summary.json` that are numbers and say what came of a run; true is 1, false 0. Times are on the terminal only.

    `compare.csv`:

    """
        + columns("column", ComparisonFiles.COLUMNS)
        + """

        `seeds.csv`, those of the first seed first, and then the measures:

        """
        + columns("column", ComparisonFiles.RUN_COLUMNS)
        + """

        `shares.csv`, in the same order: who has what. Buyers are in five groups by their wish to pay for the first unit,
        θ_κ′(0), or by the mean worth of a unit, (θ_κ(d) − θ_κ(0)) / d, where that is infinite for some buyer; sellers are
        in five by their quantity. Groups are as equally large as can be, depend on the people alone, and so are the same
        under every mechanism; fewer than five are a group each.

        """
        + columns("column", ComparisonFiles.shareColumns());
  }

  private static String manifest() {
    StringBuilder text = new StringBuilder("\n## manifest.json\n\n| key | meaning |\n|---|---|\n");
    for (List<String> key : MANIFEST) {
      text.append(String.format("| `%s` | %s |\n", key.get(0), key.get(1)));
    }
    return text.toString();
  }
}
