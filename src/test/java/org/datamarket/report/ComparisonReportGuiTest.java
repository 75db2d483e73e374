package org.datamarket.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.comparison.Comparison;
import org.datamarket.comparison.ComparisonFiles;
import org.datamarket.comparison.Contest;
import org.datamarket.comparison.DesignChoice;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.EffectiveModel;
import org.datamarket.output.folder.RunFolder;
import org.datamarket.study.RunSeeds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report on a comparison as a browser shows it. */
class ComparisonReportGuiTest {
  private static final String LOOK =
      """
      const figures = {};
      for (const [id, figure] of Object.entries(DM.figures)) {
        const element = document.getElementById(id);
        figures[id] = {marks: element.querySelectorAll('svg .mark').length, csv: figure.csvText(),
          bad: (element.innerHTML.match(/NaN|undefined|Infinity/) || [''])[0]};
      }
      let choices = 0;
      const bad = [];
      document.querySelectorAll('select').forEach(list => {
        [...list.options].forEach(option => {
          list.value = option.value;
          list.dispatchEvent(new Event('change'));
          choices++;
          const html = document.getElementById('report').innerHTML;
          if (/NaN|undefined/.test(html)) bad.push(list.dataset.key + '=' + option.value);
        });
      });
      return {figures: figures, choices: choices, bad: bad, text: document.getElementById('report').textContent};
      """;

  @TempDir private Path folder;
  private Browser browser;

  @BeforeEach
  void findBrowser() {
    browser = Browser.in(folder);
  }

  private static final class Quiet implements Contest.Listener {
    @Override
    public void ended(int done, int planned) {
      // nobody looks
    }

    @Override
    public boolean isStopped() {
      return false;
    }
  }

  private static Comparison comparison(ModelFile model, String mechanisms, int seeds)
      throws Exception {
    Contest contest = new Contest(DesignChoice.of(mechanisms), RunSeeds.from(model.seed(), seeds));
    return new Comparison(
        model.name(),
        model.currency(),
        contest,
        contest.play(seed -> model.withSeed(seed).draw(), 1, new Quiet()).orElseThrow());
  }

  @Test
  void page_showsAllItsPictures_andIsTheSameFromTheFolder() throws Exception {
    ModelFile model =
        ModelFile.read(
            Path.of("models/hong-kong.yaml"), List.of("users.count=60", "currency=<$&>"));
    Comparison comparison =
        comparison(model, "opt-out,planner,no-market,vcg,uniform-price,isp-split", 3);
    Path out = folder.resolve("out");
    RunFolder.write(
        out,
        false,
        new ComparisonFiles(comparison),
        new EffectiveModel(model.effectiveYaml(), List.of()),
        new ComparisonReport(comparison));
    String page = ComparisonReport.html(out);
    assertThat(out.resolve(ComparisonReport.FILE)).hasContent(page);
    JsonNode answer = browser.ask(page, LOOK);
    assertThat(answer.path("errors").asText(null)).isNull();
    assertThat(answer.path("bad")).isEmpty();
    assertThat(answer.path("choices").asInt()).isGreaterThan(20);
    for (String figure : List.of("differences", "gains", "plane-picture", "prices-picture")) {
      JsonNode shown = answer.path("figures").path(figure);
      assertThat(shown.path("marks").asInt()).as(figure).isGreaterThan(3);
      assertThat(shown.path("bad").asText()).as(figure).isEmpty();
      assertThat(shown.path("csv").asText().lines().count()).as(figure).isGreaterThan(3);
    }
    assertThat(answer.path("text").asText())
        .contains(
            "6 ways to trade on 3 markets", "isp-split *", "A reconstruction", "(<$&>)", "n/a");
  }

  @Test
  void page_saysHowTheBaseEnded_andRoundsDifferencesToTheirIntervals() throws Exception {
    ModelFile model =
        ModelFile.read(
            Path.of("models/quickstart.yaml"),
            List.of("buyers.count=20", "sellers.count=4", "reach=full", "round-limit=1"));
    Comparison comparison = comparison(model, "opt-out,vcg", 3);
    new ComparisonReport(comparison).writeTo(folder);
    String look =
        """
        const one = (mean, half) => DM.comparison.difference({mean: mean, low: mean - half, high: mean + half});
        return {text: document.getElementById('report').textContent,
          told: [one(0.0581, 0.01863), one(-14838, 4958.2), one(0.582, 20.4), one(7, 0), one(1e-14, 1e-15), one(1.23, 0.0996),
            DM.comparison.difference({mean: 3, low: null, high: null})]};
        """;
    JsonNode answer = browser.ask(Files.readString(folder.resolve(ComparisonReport.FILE)), look);
    assertThat(answer.path("errors").asText(null)).isNull();
    assertThat(answer.path("text").asText()).contains("the base; round-limit in 3 of 3");
    List<String> told = new ArrayList<>();
    answer.path("told").forEach(one -> told.add(one.asText()));
    assertThat(told)
        .containsExactly(
            "+0.058 ± 0.019",
            "−14\u202f800 ± 5000",
            "+1 ± 21",
            "+7 ± 0",
            "0 ± 0",
            "+1.23 ± 0.10",
            "+3");
  }

  @Test
  void page_ofOneMechanismOnOneMarket() throws Exception {
    ModelFile model = ModelFile.read(Path.of("models/two-sellers.yaml"), List.of());
    Comparison comparison = comparison(model, "planner", 1);
    new ComparisonReport(comparison).writeTo(folder);
    String page = Files.readString(folder.resolve(ComparisonReport.FILE));
    JsonNode answer = browser.ask(page, LOOK);
    assertThat(answer.path("errors").asText(null)).isNull();
    assertThat(answer.path("bad")).isEmpty();
    assertThat(answer.path("text").asText()).contains("1 way to trade on 1 market");
  }
}
