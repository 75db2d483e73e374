package org.datamarket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published schema is the code's. */
class ModelSchemaTest {
  private static final Path PUBLISHED = Path.of("models/model.schema.json");

  /** With -Ddatamarket.write=true the file is written anew instead. */
  @Test
  void publishedSchema_isTheCodes() throws IOException {
    if (Boolean.getBoolean("datamarket.write")) {
      Files.writeString(PUBLISHED, ModelSchema.json());
    }
    assertThat(Files.readString(PUBLISHED))
        .as("models/model.schema.json; write it anew with mvn test -Dtest=ModelSchemaTest -Ddatamarket.write=true")
        .isEqualTo(ModelSchema.json());
  }

  @Test
  void resourceInTheJar_isThePublishedSchema() throws IOException {
    try (InputStream in = ModelSchema.class.getResourceAsStream(ModelSchema.RESOURCE)) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(Files.readString(PUBLISHED));
    }
  }
}
