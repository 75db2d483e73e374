package org.datamarket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/reply-shortfall.md} is what is measured; {@code -Dupdate.docs=true} makes it anew.
 */
class ReplyShortfallTest {
  private static final Path PAGE = Path.of("docs/reply-shortfall.md");
  private static final int MARKETS = 12;

  /** Only the waterfill reply is always within ε of the best. */
  @Test
  void page_inTheDocs_isWhatIsMeasured() throws IOException {
    String page = new ReplyShortfall(MARKETS).page();
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(PAGE, page);
    }
    assertThat(page.lines().filter(row -> row.startsWith("| waterfill |")))
        .hasSize(8)
        .allSatisfy(row -> assertThat(row).contains("| 100.0 % |"));
    assertThat(
            page.lines()
                .filter(
                    row ->
                        row.matches(".*\\| (opt-out|cumulative) \\| [a-z-]+ \\| (2|5|10) \\|.*")))
        .hasSize(12)
        .noneSatisfy(row -> assertThat(row).contains("| 100.0 % |"));
    assertThat(Files.readString(PAGE))
        .as("%s; mvn -Dtest=ReplyShortfallTest -Dupdate.docs=true test makes it anew", PAGE)
        .isEqualTo(page);
  }
}
