package org.datamarket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.SummaryText;
import org.datamarket.run.Run;
import org.junit.jupiter.api.Test;

/** What the README shows is what its first command prints. */
class ReadmeTest {
  private static final Path PAGE = Path.of("README.md");
  private static final String BEGIN = "```\nquickstart ·";
  private static final String END = "Written to output/quickstart-1\n```\n";

  /** With -Dupdate.docs=true the README is written anew instead. */
  @Test
  void output_isThatOfTheFirstCommand() throws Exception {
    RunResult result =
        Run.toEnd(ModelFile.read(Path.of("models/quickstart.yaml"), List.of()).draw());
    String expected = "```\n" + SummaryText.of(result) + END;
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END) + END.length();
    assertThat(begin).as("the output of the quickstart in %s", PAGE).isBetween(0, end);
    if (Boolean.getBoolean("update.docs")) {
      page = page.substring(0, begin) + expected + page.substring(end);
      Files.writeString(PAGE, page);
      end = begin + expected.length();
    }
    assertThat(page.substring(begin, end))
        .as("the output in %s; mvn test -Dtest=ReadmeTest -Dupdate.docs=true writes it anew", PAGE)
        .isEqualTo(expected);
  }
}
