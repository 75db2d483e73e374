package org.datamarket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Names of files that the locale has no letters for. */
class FileNamesTest {
  @Test
  void remedy_onlyWhereLettersAreMissing() {
    assertThat(FileNames.remedy("käufer.csv", StandardCharsets.US_ASCII))
        .contains("US-ASCII", "LC_ALL=C.UTF-8");
    assertThat(FileNames.remedy("名前", StandardCharsets.ISO_8859_1)).contains("ISO-8859-1");
    assertThat(FileNames.remedy("käufer.csv", StandardCharsets.ISO_8859_1)).isEmpty();
    assertThat(FileNames.remedy("buyers.csv", StandardCharsets.US_ASCII)).isEmpty();
    assertThat(FileNames.remedy("名前 🎲", StandardCharsets.UTF_8)).isEmpty();
  }
}
