package org.datamarket.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void file_isReplaced() throws IOException {
    Path file = folder.resolve("a.txt");
    WholeFile.write(file, "one");
    WholeFile.write(file, "two");
    assertThat(file).hasContent("two");
    assertThat(names()).containsExactly("a.txt");
  }

  /** As on a full disk. */
  @Test
  void failure_leavesWhatWasThereAndNothingElse() throws IOException {
    Path file = folder.resolve("a.txt");
    WholeFile.write(file, "one");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(new byte[1 << 17]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(file + ": No space left on device");
    assertThat(file).hasContent("one");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void missingFolder_isNamedByTheFile() {
    Path file = folder.resolve("none").resolve("a.txt");
    assertThatThrownBy(() -> WholeFile.write(file, "one"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageStartingWith(file.toString());
  }

  private Stream<String> names() throws IOException {
    return Files.list(folder).map(path -> path.getFileName().toString());
  }
}
