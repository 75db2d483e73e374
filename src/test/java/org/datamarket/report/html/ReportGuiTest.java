package org.datamarket.report.html;

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
import org.datamarket.model.ModelFile;
import org.datamarket.output.RunFolder;
import org.datamarket.output.RunTables;
import org.datamarket.run.Run;
import org.datamarket.study.StudyResult;
import org.datamarket.study.StudyResult.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    JsonNode page = browser.ask(html, LOOK);
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
    return page.path("figures").path(figure).path("csv").asText().lines()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }

  @Test
  void study_showsAllItsPictures() throws Exception {
    JsonNode page = look(StudyReport.html(SampleStudies.played(3), "output/sample-1"));
    assertThat(page.path("title").asText()).isEqualTo("sample");
    assertMarks(page, "main-effects", "heat-map", "distribution", "paired-differences");
    assertThat(page.path("text").asText())
        .contains("216 runs", "./datamarket replay output/sample-1 ", "0.1, 0.3, 1, 3");
  }

  @Test
  void study_everyChoiceIsDrawn() throws Exception {
    for (StudyResult study :
        List.of(SampleStudies.played(1), SampleStudies.hostile(), SampleStudies.scattered(200))) {
      JsonNode answer = browser.ask(StudyReport.html(study, "out"), CHOOSE_ALL);
      assertThat(answer.path("errors").asText(null)).isNull();
      assertThat(answer.path("bad")).isEmpty();
      assertThat(answer.path("choices").asInt()).isGreaterThan(20);
    }
  }

  @Test
  void mainEffects_areThoseOfTheRows() throws Exception {
    StudyResult study = SampleStudies.played(3);
    JsonNode page = look(StudyReport.html(study, "out"));
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
    JsonNode page = look(StudyReport.html(study, "out"));
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
    assertThat(all.subList(2, 7)).containsExactly("efficiency", "1", "opt-out", "waterfill", "" + half);
    StudyResult pairs =
        new StudyResult(
            "", "", "", 0, study.factors(), study.commonRandomNumbers(), study.measures(), differences);
    assertEstimate(all.subList(7, 10), estimate(pairs, 0, row -> true));
  }

  private static Row difference(Row one, Row other) {
    assertThat(one.seed()).isEqualTo(other.seed());
    double difference = one.values().get(0) - other.values().get(0);
    return new Row(
        one.number(), one.point(), one.replication(), one.seed(), one.levels(), "", "",
        List.of(difference), 0);
  }

  private static void assertEstimate(List<String> plotted, double[] expected) {
    for (int k = 0; k < 3; k++) {
      assertThat(Double.parseDouble(plotted.get(k)))
          .isCloseTo(expected[k], within(1e-8 * Math.abs(expected[k]) + 1e-12));
    }
  }

  /** Mean and 95 % interval over cells of common random numbers, Welch and Satterthwaite's way. */
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
      double part = StatUtils.variance(replications) / replications.length;
      mean += StatUtils.mean(replications) / cells.size();
      variance += part;
      squares += part * part / (replications.length - 1);
    }
    double t = new TDistribution(variance * variance / squares).inverseCumulativeProbability(0.975);
    double half = t * Math.sqrt(variance) / cells.size();
    return new double[] {mean, mean - half, mean + half};
  }

  @Test
  void studentT_isRight() throws Exception {
    double[] freedoms = {0.5, 1, 2, 2.7, 9, 31.4, 200, 12345.6};
    String html = StudyReport.html(SampleStudies.hostile(), "out");
    JsonNode answer =
        browser.ask(
            html, "return {t: " + java.util.Arrays.toString(freedoms) + ".map(DM.stats.studentT)};");
    for (int k = 0; k < freedoms.length; k++) {
      double expected = new TDistribution(freedoms[k]).inverseCumulativeProbability(0.975);
      assertThat(answer.path("t").path(k).asDouble())
          .isCloseTo(expected, within(1e-6 * expected));
    }
  }

  @Test
  void hostileTexts_stayTexts() throws Exception {
    StudyResult study = SampleStudies.hostile();
    JsonNode page = look(StudyReport.html(study, "it's; rm -r x"));
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
    JsonNode page = look(StudyReport.html(SampleStudies.scattered(600), "out"));
    assertMarks(page, "main-effects", "heat-map", "distribution");
    assertThat(csv(page, "main-effects")).hasSize(16);
    assertThat(csv(page, "main-effects").stream().mapToInt(level -> Integer.parseInt(level.get(4))).sum())
        .isEqualTo(1200);
  }

  @Test
  void emptyStudy_saysSo() throws Exception {
    StudyResult empty =
        new StudyResult("empty", "", "", 1, List.of("x"), List.of("x"), List.of(), List.of());
    JsonNode page = look(StudyReport.html(empty, "out"));
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
            "broken", "", "m", 1, List.of("a", "b"), List.of("a"),
            SampleStudies.hostile().measures().subList(0, 1), rows);
    JsonNode page = look(StudyReport.html(study, "out"));
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
    RunFolder.write(run, false, new RunTables(Run.toEnd(file.draw())), new RunReport());
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
}
