package org.datamarket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Run;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/models.md are models, or parts of models, that run. */
class ModelsTest {
  private static final Path PAGE = Path.of("docs/models.md");
  private static final Pattern TABLE =
      Pattern.compile(
          "^`([a-z]+\\.csv)`:\n\n```csv\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern REACH =
      Pattern.compile("^\\| `(\\{kind: [^`]*})` \\|", Pattern.MULTILINE);
  private static final Pattern DISTRIBUTION =
      Pattern.compile("^\\| `(\\{[a-z]+: [\\[{0-9][^`]*})` \\|", Pattern.MULTILINE);

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> examples_run() throws IOException {
    List<String> blocks = Blocks.of(PAGE, "yaml");
    assertThat(blocks).hasSizeGreaterThan(12);
    List<DynamicTest> tests = new ArrayList<>();
    for (String block : blocks) {
      String name = block.lines().limit(2).toList().toString();
      tests.add(DynamicTest.dynamicTest(name, () -> run(block, List.of())));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> kindsOfReach_run() throws IOException {
    return overrides(REACH, "reach", 6);
  }

  @TestFactory
  List<DynamicTest> distributions_run() throws IOException {
    return overrides(DISTRIBUTION, "buyers.demand", 7);
  }

  private List<DynamicTest> overrides(Pattern pattern, String key, int least) throws IOException {
    List<String> values =
        pattern.matcher(Files.readString(PAGE)).results().map(row -> row.group(1)).toList();
    assertThat(values).hasSizeGreaterThanOrEqualTo(least);
    return values.stream()
        .map(value -> DynamicTest.dynamicTest(value, () -> run("", List.of(key + "=" + value))))
        .toList();
  }

  @Test
  void ownData_isReadAsThePageSays() throws Exception {
    String block =
        Blocks.of(PAGE, "yaml").stream()
            .filter(b -> b.contains("reach.csv"))
            .findFirst()
            .orElseThrow();
    MarketModel model = run(block, List.of()).model();
    assertThat(model.buyers()).extracting(buyer -> buyer.id()).containsExactly("Ada", "Ben", "Dan");
    assertThat(model.buyers().get(1).valuation().toString()).contains("alpha=0.5");
    assertThat(model.sellers().get(1).reserve()).isZero();
    assertThat(model.reach().degree(1)).isEqualTo(2);
  }

  /**
   * Runs a model that consists of a block, and of the smallest model for what the block leaves out.
   */
  private RunResult run(String block, List<String> overrides) throws Exception {
    for (Map.Entry<String, String> table : tables().entrySet()) {
      Files.writeString(folder.resolve(table.getKey()), table.getValue());
    }
    boolean hasUsers = hasKey(block, "users");
    String yaml =
        (hasKey(block, "format") ? "" : "format: 1\n")
            + (hasUsers || hasKey(block, "buyers") ? "" : "buyers: {count: 20}\n")
            + (hasUsers || hasKey(block, "sellers") ? "" : "sellers: {count: 5}\n")
            + block;
    Path file = Files.writeString(folder.resolve("example.yaml"), yaml);
    RunResult result = Run.toEnd(ModelFile.read(file, overrides).draw());
    assertThat(result.measures().sold()).isPositive();
    return result;
  }

  private static boolean hasKey(String block, String key) {
    return Pattern.compile("^" + key + ":", Pattern.MULTILINE).matcher(block).find();
  }

  private static Map<String, String> tables() throws IOException {
    Map<String, String> tables = new LinkedHashMap<>();
    Matcher table = TABLE.matcher(Files.readString(PAGE));
    while (table.find()) {
      tables.put(table.group(1), table.group(2));
    }
    assertThat(tables).hasSize(3);
    return tables;
  }
}
