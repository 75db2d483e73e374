package org.datamarket.study.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.document.YamlReader;
import org.datamarket.document.type.JsonNodes;
import org.datamarket.study.Outcome;
import org.datamarket.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema of study files is the code's, and the studies that come along fit it. */
class StudySchemaTest {
  private static final Path STUDIES = Path.of("models/studies");
  private static final Path PUBLISHED = STUDIES.resolve("study.schema.json");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(StudySchema.json());

  static List<Path> studies() throws IOException {
    try (Stream<Path> files = Files.list(STUDIES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** With -Ddatamarket.write=true the file is written anew instead. */
  @Test
  void publishedSchema_isTheCodes() throws IOException {
    if (Boolean.getBoolean("datamarket.write")) {
      Files.writeString(PUBLISHED, StudySchema.json());
    }
    assertThat(Files.readString(PUBLISHED))
        .as("%s; write it with mvn test -Dtest=StudySchemaTest -Ddatamarket.write=true", PUBLISHED)
        .isEqualTo(StudySchema.json());
  }

  @ParameterizedTest
  @MethodSource("studies")
  void shippedStudy_readsAndFitsTheSchema(Path file) throws Exception {
    Study study = StudyFile.read(file, List.of());
    String text = Files.readString(file);
    assertThat(study.name()).isEqualTo(file.getFileName().toString().replace(".yaml", ""));
    assertThat(study.description()).isNotBlank();
    assertThat(text).startsWith("# yaml-language-server: $schema=./study.schema.json\n#\n# ");
    assertThat(SCHEMA.validate(JsonNodes.of(YamlReader.read(file.toString(), text)))).isEmpty();
  }

  /** One run of the first point and one of the last: what is set together goes together. */
  @ParameterizedTest
  @MethodSource("studies")
  void shippedStudy_canBeRun(Path file) throws Exception {
    Study study = StudyFile.read(file, List.of());
    for (int k : new int[] {0, study.points().size() - 1}) {
      Outcome outcome = study.runner().run(study.run(study.points().get(k), 1));
      assertThat(outcome.error()).isEmpty();
    }
  }

  @Test
  void brokenStudies_mostlyDoNotFitTheSchema() throws IOException {
    Path broken = Path.of("src/test/resources/broken-studies");
    for (String name : List.of("unknown-key", "design-unknown", "limit-zero", "no-model")) {
      Path file = broken.resolve(name + ".yaml");
      assertThat(SCHEMA.validate(JsonNodes.of(YamlReader.read(name, Files.readString(file)))))
          .as(name)
          .isNotEmpty();
    }
  }
}
