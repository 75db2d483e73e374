package org.datamarket.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.EffectiveModel;
import org.datamarket.output.RunTables;
import org.datamarket.output.Samples;
import org.datamarket.output.SummaryText;
import org.datamarket.output.folder.RunFolder;
import org.datamarket.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is made from the tables of a run alone, and passes the same verdict on it. */
class RunReportTest {
  private static final Pattern VERDICT = Pattern.compile("\"verdict\":(\"[^\"]*\")");

  @TempDir Path home;

  static Stream<MarketModel> models() {
    return Stream.of(
        Samples.small(),
        Samples.nothingSells(),
        Samples.oneRound(),
        Samples.strict(),
        Samples.overBudget(4),
        Samples.overBudget(6));
  }

  @ParameterizedTest
  @MethodSource("models")
  void report_passesTheVerdictOfTheRun(MarketModel model) throws Exception {
    RunResult result = Samples.play(model);
    Path run = home.resolve("run");
    RunFolder.write(run, false, new RunTables(result), new RunReport(result));
    Matcher verdict = VERDICT.matcher(Files.readString(run.resolve(RunReport.FILE)));
    assertThat(verdict.find()).isTrue();
    assertThat(new ObjectMapper().readValue(verdict.group(1), String.class))
        .isEqualTo(SummaryText.verdict(result));
  }

  /** Among them kinds of valuations that the program has never heard of, and an ISP. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "buyers.count=20",
        "isp={price: 3}",
        "buyers.strategy=waterfill",
        "buyers.valuation={kind: linear, unit-value: 10}",
        "buyers.valuation={class: org.datamarket.examples.Saturating, first-unit: 12, scale: 3}",
        "sellers.reserve=1000"
      })
  void report_isTheSameFromTheFolder(String setting) throws Exception {
    ModelFile file =
        ModelFile.read(Path.of("models/quickstart.yaml"), List.of("buyers.count=20", setting));
    RunResult result = Run.toEnd(file.draw());
    Path run = home.resolve("run");
    RunFolder.write(
        run,
        false,
        new RunTables(result),
        new EffectiveModel(file.effectiveYaml(), file.inputs()),
        new RunReport(result));
    String page = Files.readString(run.resolve(RunReport.FILE));
    assertThat(page).doesNotContain("\"wanted\":null");
    assertThat(RunReport.html(run)).isEqualTo(page);
  }

  @Test
  void report_ofAFolderWithoutClaims_hasNone() throws Exception {
    Path run = home.resolve("run");
    RunFolder.write(run, false, new RunTables(Samples.play(Samples.small())));
    assertThat(RunReport.html(run)).contains("{\"claim\":\"optimal-any\"");
    Files.delete(run.resolve("claims.csv"));
    assertThat(RunReport.html(run)).contains("\"claims\":[]");
  }

  @Test
  void report_ofAFolderWithAnotherModel_hasNoTrueDemand() throws Exception {
    Path run = home.resolve("run");
    RunFolder.write(run, false, new RunTables(Samples.play(Samples.small())));
    assertThat(RunReport.html(run)).contains("\"wanted\":null");
    Files.copy(Path.of("models/quickstart.yaml"), run.resolve(EffectiveModel.FILE));
    assertThat(RunReport.html(run)).contains("\"wanted\":null");
  }
}
