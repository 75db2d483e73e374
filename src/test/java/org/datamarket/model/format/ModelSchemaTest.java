package org.datamarket.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.YamlReader;
import org.datamarket.document.type.JsonNodes;
import org.datamarket.document.type.Parameter;
import org.datamarket.model.ShippedModelsTest;
import org.datamarket.model.file.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema is the code's, and means what the reader checks. */
class ModelSchemaTest {
  private static final Path PUBLISHED = Path.of("models/model.schema.json");

  /** What a schema cannot see: how a number is written. */
  private static final Set<String> ONLY_IN_TEXT =
      Set.of("demand-octal.yaml", "demand-underflow.yaml", "id-octal.yaml");

  private static final Schema SCHEMA = schema(ModelSchema.json());

  private static Schema schema(String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json);
  }

  /** With -Ddatamarket.write=true the file is written anew instead. */
  @Test
  void publishedSchema_isTheCodes() throws IOException {
    if (Boolean.getBoolean("datamarket.write")) {
      Files.writeString(PUBLISHED, ModelSchema.json());
    }
    assertThat(Files.readString(PUBLISHED))
        .as(
            "models/model.schema.json; write it with mvn test -Dtest=ModelSchemaTest"
                + " -Ddatamarket.write=true")
        .isEqualTo(ModelSchema.json());
  }

  @Test
  void resourceInTheJar_isThePublishedSchema() throws IOException {
    try (InputStream in = ModelSchema.class.getResourceAsStream(ModelSchema.RESOURCE)) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(Files.readString(PUBLISHED));
    }
  }

  @Test
  void schema_isValidJsonSchema() throws IOException {
    JsonNode json = new ObjectMapper().readTree(ModelSchema.json());
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    assertThat(meta.validate(json)).isEmpty();
  }

  static List<Path> parsable() throws IOException {
    try (Stream<Path> broken = Files.list(Path.of("src/test/resources/broken"))) {
      return Stream.concat(broken, ShippedModelsTest.models().stream())
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !ONLY_IN_TEXT.contains(file.getFileName().toString()))
          .filter(ModelSchemaTest::isYaml)
          .sorted()
          .toList();
    }
  }

  private static boolean isYaml(Path file) {
    try {
      node(file);
      return true;
    } catch (Mistake | IOException e) {
      return false;
    }
  }

  private static Node node(Path file) throws IOException {
    return YamlReader.read(file.toString(), Files.readString(file));
  }

  /** Mistakes that no schema can see: one value against another, draws, classes. */
  private static final Set<String> BEYOND_SCHEMAS =
      Set.of(
          "alpha-drawn-too-high.yaml",
          "alpha-unbounded.yaml",
          "class-of-other-kind.yaml",
          "empirical-zero.yaml",
          "no-such-class.yaml",
          "uniform-reversed.yaml");

  @ParameterizedTest
  @MethodSource("parsable")
  void schemaAndReader_agree(Path file) throws IOException {
    Node node = node(file);
    boolean accepted;
    try {
      Format.MODEL.read("", node);
      accepted = true;
    } catch (Mistake e) {
      accepted = false;
    }
    boolean beyond = BEYOND_SCHEMAS.contains(file.getFileName().toString());
    assertThat(SCHEMA.validate(JsonNodes.of(node)).isEmpty())
        .as("the schema accepts " + node)
        .isEqualTo(accepted || beyond);
    assertThat(accepted && beyond).as("a mistake is seen in " + file).isFalse();
  }

  @ParameterizedTest
  @MethodSource("org.datamarket.model.ShippedModelsTest#models")
  void schema_acceptsEffectiveModels(Path file) throws Exception {
    String yaml = ModelFile.read(file, List.of()).effectiveYaml();
    assertThat(SCHEMA.validate(JsonNodes.of(YamlReader.read("effective", yaml)))).isEmpty();
  }

  @Test
  void parameters_sayWhatTheyAre() {
    List<Parameter> parameters = ModelSchema.parameters();
    assertThat(parameters.stream().map(Parameter::path)).doesNotHaveDuplicates();
    assertThat(parameters)
        .hasSizeGreaterThan(60)
        .allSatisfy(
            parameter -> {
              assertThat(parameter.description()).isNotBlank().endsWith(".");
              assertThat(parameter.type()).isNotBlank();
              assertThat(parameter.defaultValue()).isNotBlank();
            });
    assertThat(parameters)
        .contains(
            new Parameter(
                "epsilon",
                "number",
                "$",
                "0.1",
                "≥ 0",
                "The bid fee ε: a buyer bids again only for a gain of more than this."));
    assertThat(parameters.stream().map(Parameter::path))
        .contains(
            "buyers.demand",
            "users.plans[].overage",
            "valuation(alpha-fair).sigma",
            "distribution.weibull.shape",
            "reach(random).sellers");
  }
}
