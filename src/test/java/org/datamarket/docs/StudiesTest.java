package org.datamarket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.study.Outcome;
import org.datamarket.study.Study;
import org.datamarket.study.file.StudyFile;
import org.datamarket.study.file.StudySchema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/studies.md are studies that run, and no key of a study is left out. */
class StudiesTest {
  private static final Path PAGE = Path.of("docs/studies.md");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> examples_run() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String block : Blocks.of(PAGE, "yaml")) {
      tests.add(DynamicTest.dynamicTest(block.lines().skip(1).toList().get(0), () -> run(block)));
    }
    assertThat(tests).hasSizeGreaterThan(2);
    return tests;
  }

  private void run(String block) throws Exception {
    Path model = Path.of("models/quickstart.yaml");
    Files.copy(model, folder.resolve("quickstart.yaml"), StandardCopyOption.REPLACE_EXISTING);
    Path file = Files.createDirectories(folder.resolve("studies")).resolve("study.yaml");
    Files.writeString(file, block);
    Study study = StudyFile.read(file, List.of());
    Outcome outcome = study.runner().run(study.run(study.points().get(0), 1));
    assertThat(outcome.error()).isEmpty();
  }

  @Test
  void everyKeyOfTheFormat_isOnThePage() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(StudySchema.parameters())
        .filteredOn(key -> !key.path().contains(".") && !key.path().contains("("))
        .allSatisfy(
            key -> assertThat(page).contains(key.path().replace("factor.", "").replace("[]", "")));
  }
}
