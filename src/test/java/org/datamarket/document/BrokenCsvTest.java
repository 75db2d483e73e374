package org.datamarket.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that breaks half way, by a cell that is longer than a parser keeps. */
class BrokenCsvTest {
  /** More than a parser keeps of one cell. */
  private static final int ENDLESS = 20_000_000;

  @TempDir Path folder;

  @Test
  void endlessCell_isReportedWithTheLastGoodLine() throws IOException {
    Path file = folder.resolve("users.csv");
    Files.writeString(file, "id,demand\na,1\nb,\"%s\"".formatted("2".repeat(ENDLESS)));
    Table table =
        Table.open(
            new Position.InFile("model.yaml"),
            file,
            "users.csv",
            List.of("id", "demand"),
            List.of());

    assertThatThrownBy(() -> table.forEach(row -> assertThat(row.line()).isEqualTo(2)))
        .isInstanceOf(Mistake.class)
        .hasMessageStartingWith("users.csv: is not valid CSV after line 2: ")
        .hasMessageNotContaining("Exception");
  }

  @Test
  void reason_namesTheLastGoodLineIfThereIsOne() {
    RuntimeException broken = new IllegalStateException("own words", new IOException("too long"));

    assertThat(BrokenCsv.after(4, broken)).isEqualTo("is not valid CSV after line 4: too long");
    assertThat(BrokenCsv.after(0, broken)).isEqualTo("is not valid CSV: too long");
  }
}
