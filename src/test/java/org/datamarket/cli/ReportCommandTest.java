package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports made from folders. */
class ReportCommandTest {
  @TempDir private Path folder;

  private Path run() {
    Path run = folder.resolve("run");
    Shell.run("run", "models/tuffin-ties.yaml", "--quiet", "--out", run).done();
    return run;
  }

  @Test
  void run_isMadeAgainWithTheSameBytes() throws IOException {
    Path report = run().resolve("report.html");
    byte[] first = Files.readAllBytes(report);
    Files.delete(report);
    assertThat(Shell.run("report", folder.resolve("run")).done())
        .isEqualTo("Written to " + report + "\n");
    assertThat(Files.readAllBytes(report)).isEqualTo(first);
  }

  /** Only the times come from the journal: without it all else is the same. */
  @Test
  void study_isMadeAgainFromItsTables() throws IOException {
    Files.copy(Path.of("models/quickstart.yaml"), folder.resolve("m.yaml"));
    Path file = folder.resolve("s.yaml");
    Files.writeString(
        file,
        """
        format: 1
        model: m.yaml
        set: {buyers.count: 8, sellers.count: 2, reach: full}
        factors: {epsilon: [1, 3]}
        replications: 2
        measures: [welfare]
        rounds: [revenue]
        """);
    Path study = folder.resolve("study");
    Shell.run("sweep", file, "--quiet", "--out", study).done();
    String first = Files.readString(study.resolve("report.html"));
    assertThat(first).contains("\"rounds\":{\"series\":[{\"name\":\"revenue\"");
    Shell.run("report", study).done();
    assertThat(Files.readString(study.resolve("report.html"))).isEqualTo(first);
    Files.delete(study.resolve("journal.jsonl"));
    Shell.run("report", study).done();
    String timeless = "\"(seconds)\":(\\[[^]]*]|[^,}]*)|\"slowest\":\\[(\\{[^}]*},?)*]";
    assertThat(Files.readString(study.resolve("report.html")).replaceAll(timeless, ""))
        .isEqualTo(first.replaceAll(timeless, ""));
  }

  @Test
  void anythingElse_isRefusedInOneLine() throws IOException {
    assertThat(Shell.run("report", folder.resolve("none")).mistake())
        .contains("none", "no such folder");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(Shell.run("report", empty).mistake()).contains("empty", "study", "run");
  }

  @Test
  void brokenTables_areNamed() throws IOException {
    Path bids = run().resolve("bids.csv");
    Files.writeString(
        bids, Files.readString(bids).replaceFirst("\n([^,]*),([^,]*),[^,]*,", "\n$1,$2,much,"));
    Shell.Outcome outcome = Shell.run("report", folder.resolve("run"));
    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).contains("bids.csv", "much");
    Files.writeString(folder.resolve("run/summary.json"), "{");
    assertThat(Shell.run("report", folder.resolve("run")).err())
        .contains("summary.json")
        .hasLineCount(1);
  }
}
