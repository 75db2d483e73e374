package org.datamarket.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.MarketModel;
import org.datamarket.output.RunTables;
import org.datamarket.output.Samples;
import org.datamarket.output.SummaryText;
import org.datamarket.output.folder.RunFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    RunFolder.write(run, false, new RunTables(result), new RunReport());
    Matcher verdict = VERDICT.matcher(Files.readString(run.resolve(RunReport.FILE)));
    assertThat(verdict.find()).isTrue();
    assertThat(new ObjectMapper().readValue(verdict.group(1), String.class))
        .isEqualTo(SummaryText.verdict(result));
  }
}
