package org.datamarket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.examples.OneShop;
import org.datamarket.examples.Saturating;
import org.datamarket.examples.SteppedReserve;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/extending.md shows is what stands in the examples, and it runs. */
class ExtendingTest {
  private static final Path PAGE = Path.of("docs/extending.md");
  private static final Path EXAMPLES = Path.of("src/test/java/org/datamarket/examples");

  @Test
  void codeBlocks_areTheFilesOfTheExamples() throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> examples = Files.list(EXAMPLES)) {
      for (Path file : examples.filter(path -> !path.toString().endsWith("Test.java")).toList()) {
        files.add(Files.readString(file));
      }
    }
    assertThat(Blocks.of(PAGE, "java")).hasSize(3).containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void modelFile_namesTheExamples_andRuns(@TempDir Path folder) throws Exception {
    List<String> yaml = Blocks.of(PAGE, "yaml");
    assertThat(yaml).hasSize(1);
    Path file = Files.writeString(folder.resolve("own-classes.yaml"), yaml.get(0));
    MarketModel model = ModelFile.read(file, List.of("buyers.strategy.margin=0.1")).draw();
    assertThat(model.buyers())
        .hasSize(20)
        .allSatisfy(
            buyer -> {
              assertThat(buyer.valuation()).isInstanceOf(Saturating.class);
              assertThat(buyer.strategy()).isEqualTo(new OneShop(0.1));
            });
    assertThat(model.sellers())
        .allSatisfy(seller -> assertThat(seller.strategy()).isEqualTo(new SteppedReserve(0.1, 8)));

    RunResult result = Run.toEnd(model);

    assertThat(result.status()).isEqualTo(Status.CONVERGED);
    assertThat(result.measures().efficiency()).isBetween(0.5, 1.0);
    assertThat(result.auctions())
        .allSatisfy(auction -> assertThat(auction.reserve()).isBetween(1.0, 8.0));
    assertThat(result.buyers())
        .allSatisfy(buyer -> assertThat(buyer.bids().size()).isLessThanOrEqualTo(1));
  }
}
