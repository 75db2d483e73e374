package org.datamarket.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.file.ModelFile;
import org.datamarket.model.format.MechanismFormat;
import org.datamarket.output.RunTables;
import org.datamarket.output.folder.RunFolder;
import org.datamarket.run.Run;
import org.datamarket.study.effects.SensitivityMethod;
import org.datamarket.study.effects.SensitivityResult;
import org.datamarket.study.effects.SensitivityResult.FactorSensitivity;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyResult.Row;
import org.datamarket.study.table.StudyRounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Reports as a browser shows them: pictures with marks in them, right numbers, and no errors. */
class ReportGuiTest {
  /** Tells of each figure how many marks it has, its numbers and its file. */
  private static final String LOOK =
      """
      const figures = {};
      for (const [id, figure] of Object.entries(DM.figures)) {
        const element = document.getElementById(id);
        figures[id] = {marks: element.querySelectorAll('svg .mark').length,
          texts: element.querySelectorAll('svg text').length,
          bad: (element.innerHTML.match(/NaN|undefined|Infinity/) || [null])[0],
          caption: element.querySelector('figcaption').textContent, csv: figure.csvText(), svg: figure.svgText()};
      }
      return {figures: figures, title: document.querySelector('h1').textContent,
        evil: typeof window.evil, images: document.images.length, scripts: document.scripts.length,
        text: document.getElementById('report').textContent};
      """;

  /** Makes every choice there is, one list after another. */
  private static final String CHOOSE_ALL =
      """
      let choices = 0;
      const bad = [];
      document.querySelectorAll('select').forEach(list => {
        const first = list.value;
        [...list.options].forEach(option => {
          list.value = option.value;
          list.dispatchEvent(new Event('change'));
          choices++;
          document.querySelectorAll('figure').forEach(figure => {
            const html = figure.innerHTML;
            if (html.includes('NaN') || html.includes('undefined')) bad.push(figure.id + ', ' + list.dataset.key + '=' + option.value);
          });
        });
        list.value = first;
        list.dispatchEvent(new Event('change'));
      });
      return {choices: choices, bad: bad};
      """;

  @TempDir private Path folder;
  private Browser browser;

  @BeforeEach
  void browser() {
    browser = Browser.in(folder);
  }

  private JsonNode look(String html) throws Exception {
    return look(html, "");
  }

  /** Looks at a page whose address has choices after its #. */
  private JsonNode look(String html, String choices) throws Exception {
    JsonNode page = browser.ask(html, choices, LOOK);
    assertThat(page.path("errors").asText(null)).isNull();
    assertThat(page.path("ready").asText()).isEqualTo("true");
    for (JsonNode figure : page.path("figures")) {
      assertThat(figure.path("bad").asText(null)).as("written in a picture").isNull();
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(figure.path("svg").asText())));
      assertThat(figure.path("svg").asText()).doesNotContain("var(--", "class=", "NaN");
    }
    return page;
  }

  private static void assertMarks(JsonNode page, String... figures) {
    for (String figure : figures) {
      JsonNode shown = page.path("figures").path(figure);
      assertThat(shown.path("marks").asInt()).as("marks in " + figure).isPositive();
      assertThat(shown.path("texts").asInt()).as("texts in " + figure).isGreaterThan(4);
      assertThat(shown.path("csv").asText().lines().count()).as(figure).isGreaterThan(1);
    }
  }

  private static List<List<String>> csv(JsonNode page, String figure) {
    return page.path("figures")
        .path(figure)
        .path("csv")
        .asText()
        .lines()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }

  @Test
  void study_showsAllItsPictures() throws Exception {
    JsonNode page = look(StudyReport.of(SampleStudies.played(3), "output/sample-1").html());
    assertThat(page.path("title").asText()).isEqualTo("sample");
    assertMarks(page, "main-effects", "heat-map", "distribution", "paired-differences");
    assertThat(page.path("text").asText())
        .contains("216 runs", "./datamarket replay output/sample-1 ", "0.1, 0.3, 1, 3");
  }

  @Test
  void study_everyChoiceIsDrawn() throws Exception {
    StudyResult played = SampleStudies.played(1);
    StudyRounds rounds = SampleStudies.rounds(played, folder.resolve("rounds.csv"));
    for (StudyReport report :
        List.of(
            StudyReport.of(played, "out").withRounds(rounds),
            StudyReport.of(SampleStudies.hostile(), "out"),
            StudyReport.of(SampleStudies.scattered(200), "out")
                .withSensitivity(SampleStudies.sensitivity(SensitivityMethod.MORRIS, 3)))) {
      JsonNode answer = browser.ask(report.html(), CHOOSE_ALL);
      assertThat(answer.path("errors").asText(null)).isNull();
      assertThat(answer.path("bad")).isEmpty();
      assertThat(answer.path("choices").asInt()).isGreaterThan(20);
    }
  }

  @Test
  void mainEffects_areThoseOfTheRows() throws Exception {
    StudyResult study = SampleStudies.played(3);
    JsonNode page = look(StudyReport.of(study, "out").html());
    List<List<String>> plotted = csv(page, "main-effects");
    assertThat(plotted).hasSize(2 + 4 + 3 + 3);
    for (List<String> level : plotted) {
      int factor = study.factors().indexOf(level.get(0));
      assertThat(level.get(2)).isEqualTo("efficiency");
      double[] expected = estimate(study, 0, row -> row.levels().get(factor).equals(level.get(1)));
      assertEstimate(level.subList(5, 8), expected);
    }
  }

  @Test
  void heatMapAndPairs_areThoseOfTheRows() throws Exception {
    StudyResult study = SampleStudies.played(3);
    JsonNode page = look(StudyReport.of(study, "out").html());
    for (List<String> cell : csv(page, "heat-map")) {
      List<Row> rows =
          study.rows().stream()
              .filter(row -> row.levels().get(1).equals(cell.get(0)))
              .filter(row -> row.levels().get(2).equals(cell.get(1)))
              .toList();
      long converged = rows.stream().filter(row -> row.status().equals("converged")).count();
      assertThat(cell.get(4)).isEqualTo(Integer.toString(rows.size()));
      assertThat(Double.parseDouble(cell.get(5)))
          .isCloseTo((double) converged / rows.size(), within(1e-12));
    }
    int half = study.rows().size() / 2;
    List<Row> differences =
        IntStream.range(0, half)
            .mapToObj(k -> difference(study.rows().get(k), study.rows().get(half + k)))
            .toList();
    List<String> all = csv(page, "paired-differences").get(0);
    assertThat(all.subList(2, 7))
        .containsExactly("efficiency", "1", "opt-out", "waterfill", "" + half);
    StudyResult pairs =
        new StudyResult(
            "",
            "",
            "",
            0,
            study.factors(),
            study.commonRandomNumbers(),
            study.measures(),
            differences);
    assertEstimate(all.subList(7, 10), estimate(pairs, 0, row -> true));
  }

  /**
   * What is drawn of each round, against the table: by level, within another level, and by point.
   */
  @ParameterizedTest
  @CsvSource({
    "'', buyers.strategy, ''",
    "'rounds.measure=messages&rounds.by=1&rounds.only=2%3D1', epsilon, sellers.count = 4",
    "'rounds.by=point&rounds.only=0%3D1', point, buyers.strategy = waterfill"
  })
  void roundMeans_areThoseOfTheTable(String choices, String by, String only) throws Exception {
    StudyResult study = SampleStudies.played(3);
    Path file = folder.resolve("rounds.csv");
    String html = StudyReport.of(study, "out").withRounds(SampleStudies.rounds(study, file)).html();
    JsonNode page = look(html, choices);
    assertMarks(page, "round-means");
    List<List<String>> plotted = csv(page, "round-means");
    assertThat(plotted).hasSizeGreaterThan(50);
    int column = choices.contains("messages") ? 4 : 3;
    List<double[]> runs = series(study, file, column);
    int compared = 0;
    for (List<String> point : plotted) {
      assertThat(point.get(0)).isEqualTo(by);
      assertThat(point.get(2)).isEqualTo(only);
      assertThat(point.get(3)).isEqualTo(column == 4 ? "messages" : "welfare");
      int round = Integer.parseInt(point.get(5));
      StudyResult then = at(study, runs, round, column == 4);
      int factor = study.factors().indexOf(by);
      Predicate<Row> which =
          row ->
              !row.values().get(0).isNaN()
                  && (only.isEmpty()
                      || row.levels()
                          .get(study.factors().indexOf(only.split(" = ")[0]))
                          .equals(only.split(" = ")[1]))
                  && point.get(1).equals(factor < 0 ? "" + row.point() : row.levels().get(factor));
      List<Row> rows = then.rows().stream().filter(which).toList();
      assertThat(point.get(6)).isEqualTo("" + rows.size());
      double[] sorted = rows.stream().mapToDouble(row -> row.values().get(0)).sorted().toArray();
      assertNear(point.get(11), quantile(sorted, 0.25));
      assertNear(point.get(12), quantile(sorted, 0.75));
      double[] expected = estimate(then, 0, which);
      assertNear(point.get(8), expected[0]);
      if (Double.isNaN(expected[1])) {
        assertThat(point.subList(9, 11)).containsOnly("");
      } else {
        assertNear(point.get(9), expected[1]);
        assertNear(point.get(10), expected[2]);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(5);
  }

  /** A column of the table by run and round, each as long as the run. */
  private static List<double[]> series(StudyResult study, Path file, int column) throws Exception {
    List<String> lines = Files.readAllLines(file);
    List<double[]> runs = new ArrayList<>();
    for (Row row : study.rows()) {
      String begin = row.point() + "," + row.replication() + ",";
      runs.add(
          lines.stream()
              .filter(line -> line.startsWith(begin))
              .map(line -> line.split(",", -1)[column])
              .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
              .toArray());
    }
    return runs;
  }

  /** The study with a series' values in a round for its measure; converged markets stay. */
  private static StudyResult at(StudyResult study, List<double[]> runs, int round, boolean counts) {
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < runs.size(); k++) {
      Row row = study.rows().get(k);
      double[] run = runs.get(k);
      double after =
          row.status().equals("converged") ? counts ? 0 : run[run.length - 1] : Double.NaN;
      rows.add(
          new Row(
              row.number(),
              row.point(),
              row.replication(),
              row.seed(),
              row.levels(),
              row.status(),
              "",
              List.of(round <= run.length ? run[round - 1] : after),
              0));
    }
    return new StudyResult(
        "", "", "", 0, study.factors(), study.commonRandomNumbers(), study.measures(), rows);
  }

  private static double quantile(double[] sorted, double share) {
    return new Percentile()
        .withEstimationType(Percentile.EstimationType.R_7)
        .evaluate(sorted, 100 * share);
  }

  /** Equal in the six digits that the page has. */
  private static void assertNear(String plotted, double expected) {
    assertThat(Double.parseDouble(plotted))
        .isCloseTo(expected, within(1e-5 * Math.abs(expected) + 1e-9));
  }

  /** The numbers of the table, and marks that stand where they say. */
  @ParameterizedTest
  @EnumSource(SensitivityMethod.class)
  void sensitivity_isThatOfTheTable(SensitivityMethod method) throws Exception {
    boolean morris = method == SensitivityMethod.MORRIS;
    String figure = morris ? "elementary-effects" : "sobol-indices";
    List<SensitivityResult> results = SampleStudies.sensitivity(method, 26);
    String html =
        StudyReport.of(SampleStudies.scattered(100), "out").withSensitivity(results).html();
    JsonNode page = look(html);
    assertMarks(page, figure, "main-effects", "distribution");
    List<FactorSensitivity> ranked = results.get(0).ranked();
    List<List<String>> plotted = csv(page, figure);
    assertThat(plotted).hasSize(26);
    for (int k = 0; k < 26; k++) {
      List<String> line = plotted.get(k);
      assertThat(line.subList(0, 3)).containsExactly("efficiency", "1", ranked.get(k).factor());
      assertThat(line.subList(3, 3 + method.columns().size()).stream().map(Double::valueOf))
          .isEqualTo(ranked.get(k).values());
      assertThat(line.subList(3 + method.columns().size(), line.size())).containsExactly("20", "1");
    }
    String at = morris ? "circle.mark', 'cx" : "rect.mark.total', 'width";
    assertProportional(html, at, ranked, method.main());
    if (morris) {
      assertProportional(html, "circle.mark', 'cy", ranked, 4);
    }
    assertThat(page.path("figures").path(figure).path("caption").asText())
        .contains("20 " + method.group(), "1 more left out");
    JsonNode still = look(html, "sensitivity.measure=constant");
    assertThat(still.path("figures").path(figure).path("svg").asText())
        .contains("constant is the same everywhere");
  }

  /** An attribute of marks is linear in a number of the factors. */
  private void assertProportional(
      String html, String selected, List<FactorSensitivity> ranked, int number) throws Exception {
    JsonNode marks =
        browser
            .ask(
                html,
                "const read = (selector, name) => [...document.querySelectorAll('#sensitivity ' +"
                    + " selector)].map(mark => +mark.getAttribute(name)); return {marks: read('"
                    + selected
                    + "')};")
            .path("marks");
    SimpleRegression line = new SimpleRegression();
    for (int k = 0; k < ranked.size(); k++) {
      line.addData(ranked.get(k).values().get(number), marks.path(k).asDouble());
    }
    assertThat(marks).hasSize(ranked.size());
    assertThat(line.getSlope()).isNotZero();
    assertThat(line.getRSquare()).isGreaterThan(1 - 1e-9);
  }

  /** Names of factors cover neither each other nor a dot, and none is cut off. */
  @Test
  void factorNames_standFree() throws Exception {
    String html =
        StudyReport.of(SampleStudies.scattered(20), "out")
            .withSensitivity(SampleStudies.sensitivity(SensitivityMethod.MORRIS, 26))
            .html();
    JsonNode answer =
        browser.ask(
            html,
            """
            const svg = document.querySelector('#elementary-effects svg'), all = svg.viewBox.baseVal;
            const names = [...svg.querySelectorAll('.name')].map(name => name.getBBox());
            const dots = [...svg.querySelectorAll('circle.mark')].map(dot => dot.getBBox());
            const apart = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height - 3 <= b.y || b.y + b.height - 3 <= a.y;
            return {names: names.length, inside: names.every(n => n.x >= 0 && n.y >= 0 && n.x + n.width <= all.width && n.y + n.height <= all.height),
              crossing: names.flatMap((n, k) => [...names.slice(k + 1), ...dots].filter(other => !apart(n, other))).length};
            """);
    assertThat(answer.path("names").asInt()).isGreaterThan(10);
    assertThat(answer.path("inside").asBoolean()).isTrue();
    assertThat(answer.path("crossing").asInt()).isZero();
  }

  /** The address keeps all choices: opened again, the page has them and the same numbers. */
  @Test
  void address_keepsEveryChoice() throws Exception {
    StudyResult study = SampleStudies.played(1);
    StudyRounds rounds = SampleStudies.rounds(study, folder.resolve("rounds.csv"));
    String html =
        StudyReport.of(study, "out")
            .withRounds(rounds)
            .withSensitivity(SampleStudies.sensitivity(SensitivityMethod.SOBOL, 4))
            .html();
    assertKept(html, "sensitivity", "effects", "heat", "distribution", "rounds", "points", "only");
    assertKept(StudyReport.of(study, "out").html(), "paired");
  }

  private void assertKept(String html, String... sections) throws Exception {
    String state =
        """
        const state = () => ({keys: [...document.querySelectorAll('select')].map(list => list.dataset.key),
          values: [...document.querySelectorAll('select')].map(list => list.value),
          options: [...document.querySelectorAll('select')].map(list => list.options.length), hash: location.hash,
          csv: Object.values(DM.figures).map(figure => figure.csvText())});
        """;
    String choose =
        """
        document.querySelectorAll('select').forEach((list, k) => {
          list.selectedIndex = list.dataset.key.startsWith('only.') ? 1 : (list.selectedIndex + 1) % list.options.length;
          list.dispatchEvent(new Event('change'));
        });
        """;
    JsonNode first = browser.ask(html, state + "return state();");
    JsonNode chosen = browser.ask(html, state + choose + "return state();");
    String hash = chosen.path("hash").asText();
    JsonNode again = browser.ask(html, hash.substring(1), state + "return state();");
    assertThat(again.path("errors").asText(null)).isNull();
    assertThat(again.path("keys")).isEqualTo(chosen.path("keys"));
    assertThat(again.path("values")).isEqualTo(chosen.path("values"));
    assertThat(again.path("csv")).isEqualTo(chosen.path("csv"));
    for (int k = 0; k < first.path("values").size(); k++) {
      assertThat(chosen.path("values").path(k).equals(first.path("values").path(k)))
          .as(first.path("keys").path(k).asText())
          .isEqualTo(first.path("options").path(k).asInt() == 1);
    }
    assertThat(hash).contains(sections);
  }

  private static Row difference(Row one, Row other) {
    assertThat(one.seed()).isEqualTo(other.seed());
    double difference = one.values().get(0) - other.values().get(0);
    return new Row(
        one.number(),
        one.point(),
        one.replication(),
        one.seed(),
        one.levels(),
        "",
        "",
        List.of(difference),
        0);
  }

  private static void assertEstimate(List<String> plotted, double[] expected) {
    for (int k = 0; k < 3; k++) {
      assertThat(Double.parseDouble(plotted.get(k)))
          .isCloseTo(expected[k], within(1e-8 * Math.abs(expected[k]) + 1e-12));
    }
  }

  /**
   * Mean and 95 % interval over cells of common random numbers, Welch and Satterthwaite's way; NaN
   * for the interval where a cell has a single replication.
   */
  private static double[] estimate(StudyResult study, int measure, Predicate<Row> which) {
    Map<List<String>, Map<Integer, List<Double>>> cells = new LinkedHashMap<>();
    for (Row row : study.rows()) {
      if (which.test(row)) {
        List<String> cell = new ArrayList<>();
        for (int f = 0; f < study.factors().size(); f++) {
          if (!study.commonRandomNumbers().contains(study.factors().get(f))) {
            cell.add(row.levels().get(f));
          }
        }
        cells
            .computeIfAbsent(cell, key -> new LinkedHashMap<>())
            .computeIfAbsent(row.replication(), key -> new ArrayList<>())
            .add(row.values().get(measure));
      }
    }
    double mean = 0;
    double variance = 0;
    double squares = 0;
    for (Map<Integer, List<Double>> cell : cells.values()) {
      double[] replications =
          cell.values().stream()
              .mapToDouble(values -> values.stream().mapToDouble(v -> v).average().orElseThrow())
              .toArray();
      double part =
          replications.length < 2
              ? Double.NaN
              : StatUtils.variance(replications) / replications.length;
      mean += StatUtils.mean(replications) / cells.size();
      variance += part;
      squares += part * part / (replications.length - 1);
    }
    if (Double.isNaN(variance) || variance == 0) {
      return new double[] {mean, mean + variance, mean + variance};
    }
    double t = new TDistribution(variance * variance / squares).inverseCumulativeProbability(0.975);
    double half = t * Math.sqrt(variance) / cells.size();
    return new double[] {mean, mean - half, mean + half};
  }

  @Test
  void studentT_isRight() throws Exception {
    double[] freedoms = {0.5, 1, 2, 2.7, 9, 31.4, 200, 12345.6};
    String html = StudyReport.of(SampleStudies.hostile(), "out").html();
    JsonNode answer =
        browser.ask(
            html,
            "return {t: " + java.util.Arrays.toString(freedoms) + ".map(DM.stats.studentT)};");
    for (int k = 0; k < freedoms.length; k++) {
      double expected = new TDistribution(freedoms[k]).inverseCumulativeProbability(0.975);
      assertThat(answer.path("t").path(k).asDouble()).isCloseTo(expected, within(1e-6 * expected));
    }
  }

  /** Wilson's interval for p and n, and for as many runs as clusters of like runs are worth. */
  @ParameterizedTest
  @CsvSource({
    "0000000001, 1, 10", // each run of its own: all count
    "0000011111, 5, 2", // two clusters of five like runs each
    "0101010101, 5, 10", // clusters as mixed as can be count no more than their runs
    "1111111111, 5, 2", // where all agree a cluster counts as one
    "0000001111, 2, 5"
  })
  void shares_countRunsThatAreAlikeForLess(String values, int together, double worth)
      throws Exception {
    List<String> runs = new ArrayList<>();
    for (int k = 0; k < values.length(); k++) {
      runs.add("{cell: 'c', replication: %d, value: %c}".formatted(k / together, values.charAt(k)));
    }
    String html = StudyReport.of(SampleStudies.hostile(), "out").html();
    JsonNode share = browser.ask(html, "return DM.stats.share(" + runs + ");");
    double p = values.chars().filter(c -> c == '1').count() / 10.0;
    double z = 1.959963984540054;
    double middle = (p + z * z / (2 * worth)) / (1 + z * z / worth);
    double half =
        z / (1 + z * z / worth) * Math.sqrt(p * (1 - p) / worth + z * z / (4 * worth * worth));
    assertThat(share.path("mean").asDouble()).isCloseTo(p, within(1e-12));
    assertThat(share.path("low").asDouble()).isCloseTo(middle - half, within(1e-9));
    assertThat(share.path("high").asDouble()).isCloseTo(Math.min(1, middle + half), within(1e-9));
  }

  /** In a scattered design no two runs differ in one factor alone. */
  @Test
  void pairs_areShownWhereThereAreSome() throws Exception {
    StudyResult none = SampleStudies.scattered(50);
    StudyResult common =
        new StudyResult(
            none.name(), "", "", 1, none.factors(), none.factors(), none.measures(), none.rows());
    assertThat(look(StudyReport.of(common, "out").html()).path("figures").has("paired-differences"))
        .isFalse();

    StudyResult played = SampleStudies.played(1);
    StudyResult fees =
        new StudyResult(
            played.name(),
            "",
            "",
            1,
            played.factors(),
            List.of("epsilon"),
            played.measures(),
            played.rows());
    List<String> all = csv(look(StudyReport.of(fees, "out").html()), "paired-differences").get(0);
    assertThat(all.subList(4, 6)).as("the levels farthest apart").containsExactly("0.1", "3");
  }

  @Test
  void longLevels_areShownShort() throws Exception {
    StudyResult played = SampleStudies.played(1);
    List<Row> rows =
        played.rows().stream()
            .map(row -> withEpsilon(row, row.levels().get(1).replace("0.3", "0.316227766017")))
            .toList();
    StudyResult study =
        new StudyResult(
            played.name(), "", "", 1, played.factors(), List.of(), played.measures(), rows);
    JsonNode page = look(StudyReport.of(study, "out").html());
    assertThat(page.path("text").asText()).contains("0.1, 0.31623, 1, 3");
    String svg = page.path("figures").path("main-effects").path("svg").asText();
    assertThat(svg).contains("epsilon ($)", "supply-demand-ratio");
    assertThat(csv(page, "main-effects").stream().map(level -> level.get(1)))
        .contains("0.316227766017");
  }

  private static Row withEpsilon(Row row, String epsilon) {
    List<String> levels = new ArrayList<>(row.levels());
    levels.set(1, epsilon);
    return new Row(
        row.number(),
        row.point(),
        row.replication(),
        row.seed(),
        levels,
        row.status(),
        "",
        row.values(),
        row.seconds());
  }

  @Test
  void hostileTexts_stayTexts() throws Exception {
    StudyResult study = SampleStudies.hostile();
    JsonNode page = look(StudyReport.of(study, "it's; rm -r x").html());
    assertThat(page.path("evil").asText()).isEqualTo("undefined");
    assertThat(page.path("images").asInt()).isZero();
    assertThat(page.path("title").asText()).isEqualTo(study.name());
    assertThat(page.path("text").asText())
        .contains("./datamarket replay 'it'\\''s; rm -r x' 4")
        .contains(study.rows().get(3).error(), "<img src=x onerror=window.evil=2>");
    assertMarks(page, "main-effects", "heat-map", "distribution");
  }

  @Test
  void randomDesigns_areBinned() throws Exception {
    JsonNode page = look(StudyReport.of(SampleStudies.scattered(600), "out").html());
    assertMarks(page, "main-effects", "heat-map", "distribution");
    assertThat(csv(page, "main-effects")).hasSize(16);
    assertThat(
            csv(page, "main-effects").stream()
                .mapToInt(level -> Integer.parseInt(level.get(4)))
                .sum())
        .isEqualTo(1200);
  }

  @Test
  void emptyStudy_saysSo() throws Exception {
    StudyResult empty =
        new StudyResult("empty", "", "", 1, List.of("x"), List.of("x"), List.of(), List.of());
    JsonNode page = look(StudyReport.of(empty, "out").html());
    assertThat(page.path("title").asText()).isEqualTo("empty");
  }

  @Test
  void studyOfErrors_saysSo() throws Exception {
    List<Row> rows = new ArrayList<>();
    for (int k = 1; k <= 4; k++) {
      List<Double> none = List.of(Double.NaN);
      rows.add(new Row(k, k, 1, k, List.of("" + k % 2, "" + k / 3), "error", "no", none, 1));
    }
    StudyResult study =
        new StudyResult(
            "broken",
            "",
            "m",
            1,
            List.of("a", "b"),
            List.of("a"),
            SampleStudies.hostile().measures().subList(0, 1),
            rows);
    JsonNode page = look(StudyReport.of(study, "out").html());
    assertThat(page.path("text").asText()).contains("Failed", "4");
  }

  @ParameterizedTest
  @CsvSource({
    "quickstart, buyers.count=60",
    "worked-example, seed=1",
    "tuffin-ties, currency=</script><b>",
    "fixed-reserve-cycles, seed=1",
    "city, round-limit=2"
  })
  void run_showsAllItsPictures(String model, String override) throws Exception {
    Path run = folder.resolve("run");
    ModelFile file = ModelFile.read(Path.of("models", model + ".yaml"), List.of(override));
    RunResult result = Run.toEnd(file.draw());
    RunFolder.write(run, false, new RunTables(result), new RunReport(result));
    String html = Files.readString(run.resolve(RunReport.FILE));
    assertThat(html.length()).isLessThan(1_000_000);
    JsonNode page = look(html);
    assertThat(page.path("title").asText()).isEqualTo(model);
    assertMarks(page, "utilities", "prices", "welfare", "network", "supply-demand");
    assertThat(page.path("figures").has("nash-gap")).isEqualTo(!model.equals("lazar-semret"));
    List<String> last = Files.readAllLines(run.resolve("rounds.csv"));
    List<List<String>> welfare = csv(page, "welfare");
    double end = Double.parseDouble(last.get(last.size() - 1).split(",")[5]);
    assertThat(Double.parseDouble(welfare.get(welfare.size() - 1).get(1)))
        .isCloseTo(end, within(1e-5 * Math.abs(end)));
  }

  static List<String> clearedOnce() {
    return MechanismFormat.CLEARED.names();
  }

  @ParameterizedTest
  @MethodSource("clearedOnce")
  void clearedRun_hasNoRoundsAndSaysWhoHasWhat(String mechanism) throws Exception {
    ModelFile file =
        ModelFile.read(
            Path.of("models/quickstart.yaml"),
            List.of("mechanism=" + mechanism, "buyers.count=60", "isp.price=15", "isp.fee=1"));
    RunResult result = Run.toEnd(file.draw());
    Path run = folder.resolve("run");
    RunFolder.write(run, false, new RunTables(result), new RunReport(result));
    JsonNode page = look(Files.readString(run.resolve(RunReport.FILE)));
    assertMarks(page, "supply-demand");
    JsonNode figures = page.path("figures");
    assertThat(figures.has("network")).isTrue();
    for (String overRounds : List.of("utilities", "bids", "nash-gap", "prices", "welfare")) {
      assertThat(figures.has(overRounds)).as(overRounds).isFalse();
    }
    String text = page.path("text").asText();
    assertThat(text)
        .contains(mechanism, "Who has what of it", "unserved")
        .doesNotContain("Round by round", "Nash gap", "What is claimed", "bids sent", "NaN");
    boolean paid = !Double.isNaN(result.measures().surplus().paid());
    assertThat(text.contains("Nobody pays")).isEqualTo(!paid);
    assertThat(text.contains("buyers’ surplus")).isEqualTo(paid);
    assertThat(text.contains("ISP’s gain")).isEqualTo(paid);
    assertThat(csv(page, "network").stream().skip(1))
        .allSatisfy(row -> assertThat(row.get(3).isEmpty()).isEqualTo(!paid));
  }

  @Test
  void playedRun_saysWhoHasWhat() throws Exception {
    Path run = folder.resolve("run");
    ModelFile file =
        ModelFile.read(
            Path.of("models/quickstart.yaml"), List.of("buyers.count=40", "isp.price=15"));
    RunResult result = Run.toEnd(file.draw());
    RunFolder.write(run, false, new RunTables(result), new RunReport(result));
    JsonNode page = look(Files.readString(run.resolve(RunReport.FILE)));
    assertThat(page.path("text").asText())
        .contains("Who has what of it", "buyers’ surplus", "sellers’ surplus", "ISP’s profit")
        .contains("Round by round")
        .doesNotContain("Nobody pays, so what trade is worth");
  }
}
