package org.datamarket.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/outputs.md} is what the columns say; {@code -Dupdate.docs=true} writes it anew. */
class OutputDocsTest {
  private static final Path PAGE = Path.of("docs", "outputs.md");

  @Test
  void page_isUpToDate() throws IOException {
    if (Boolean.getBoolean("update.docs")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, OutputDocs.markdown());
    }
    assertThat(Files.readString(PAGE))
        .as("docs/outputs.md; mvn -Dtest=OutputDocsTest -Dupdate.docs=true test writes it anew")
        .isEqualTo(OutputDocs.markdown());
  }

  @Test
  void columns_haveDistinctNamesAndMeanings() {
    for (RowTable<?> table : RunTables.TABLES) {
      assertSound(table.columns());
    }
    assertSound(Summary.KEYS);
  }

  private static <R> void assertSound(List<Column<R>> columns) {
    assertThat(columns.stream().map(Column::name)).doesNotHaveDuplicates();
    assertThat(columns)
        .allSatisfy(
            column -> {
              assertThat(column.name()).matches("[a-z][a-z_0-9]*");
              assertThat(column.meaning()).isNotBlank().doesNotEndWith(".").doesNotContain("|");
              assertThat(column.type() == Column.Type.NUMBER).isEqualTo(!column.unit().isEmpty());
            });
  }
}
