package org.datamarket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.document.UserMistake;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.model.file.ModelFile;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.ProgressiveReserve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models that come with the program: they read, draw and write themselves out in full. */
public class ShippedModelsTest {
  private static final Path MODELS = Path.of("models");

  public static List<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(MODELS)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .filter(ShippedModelsTest::isModel)
          .toList();
    }
  }

  private static boolean isModel(Path file) {
    try {
      return Files.readString(file).contains("$schema=./model.schema.json");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void allTenAreThere() throws IOException {
    assertThat(models().stream().map(file -> file.getFileName().toString()))
        .contains(
            "quickstart.yaml",
            "worked-example.yaml",
            "lazar-semret.yaml",
            "beltran-roggendorf.yaml",
            "tuffin-ties.yaml",
            "one-seller.yaml",
            "fixed-reserve-cycles.yaml",
            "hong-kong.yaml",
            "own-data.yaml",
            "city.yaml");
  }

  @ParameterizedTest
  @MethodSource("models")
  void model_isNamedByItsFileAndSaysWhatItShows(Path file) throws Exception {
    MarketModel drawn = ModelFile.read(file, List.of()).draw();
    assertThat(file.getFileName()).hasToString(drawn.name() + ".yaml");
    assertThat(drawn.description()).isNotBlank();
    assertThat(Files.readAllLines(file).get(2)).startsWith("# ");
  }

  @ParameterizedTest
  @MethodSource("models")
  void effectiveModel_readsAgainToTheSameMarket(Path file, @TempDir Path folder) throws Exception {
    ModelFile model = ModelFile.read(file, List.of()).withSeed(4_294_967_297_000_001L);
    ModelFile again = Drawn.again(folder, model);
    assertThat(again.effectiveYaml()).isEqualTo(model.effectiveYaml());
    assertThat(again.seed()).isEqualTo(4_294_967_297_000_001L);
    assertThat(again.name()).isEqualTo(model.name());
    Drawn.assertSame(model.draw(), again.draw());
  }

  @ParameterizedTest
  @MethodSource("models")
  void sameSeed_drawsTheSame_andEpsilonChangesNoDraw(Path file) throws Exception {
    MarketModel one = ModelFile.read(file, List.of()).draw();
    MarketModel other =
        ModelFile.read(file, List.of("epsilon=0.123", "ties=strict", "activation=asynchronous"))
            .draw();
    assertThat(other.buyers()).isEqualTo(one.buyers());
    assertThat(other.sellers()).isEqualTo(one.sellers());
    assertThat(Drawn.lists(other.reach())).isEqualTo(Drawn.lists(one.reach()));
    assertThat(other.epsilon()).isEqualTo(0.123);
  }

  @Test
  void quickstart_isThePopulationOfTheReference() throws Exception {
    MarketModel drawn = draw("quickstart");
    assertThat(drawn.buyers()).hasSize(200);
    assertThat(drawn.sellers())
        .hasSize(40)
        .allMatch(seller -> seller.reserve() == 0.1 && seller.initialReserve() == 0.1);
    assertThat(drawn.reach().pairs()).isEqualTo(200 * 12);
    assertThat(drawn.epsilon()).isEqualTo(0.3);
    assertThat(drawn.sellers())
        .allMatch(seller -> seller.strategy().equals(new ProgressiveReserve(0)));
  }

  /** Draws are promised to be the same bits on every Java machine: these came from one of them. */
  @Test
  void quickstart_drawsTheseBits() throws Exception {
    MarketModel drawn = draw("quickstart");
    assertThat(drawn.buyers().get(0).valuation())
        .isEqualTo(
            new org.datamarket.market.AlphaFair(
                2.0914918917889445, 9.61322027374301, 0.38400627039794233, 0));
    assertThat(drawn.sellers().get(0).quantity()).isEqualTo(12.592667815542546);
  }

  @Test
  void workedExample_startsFromThePapersBids() throws Exception {
    MarketModel drawn = draw("worked-example");
    assertThat(drawn.buyers().stream().map(BuyerSpec::id)).containsExactly("A", "B", "C", "D", "E");
    assertThat(drawn.buyers().get(4).valuation()).isEqualTo(new Linear(14, 2.2));
    assertThat(drawn.buyers().get(0).initialBids()).hasToString("{0: 25.0@1.0, 1: 25.0@1.0}");
    double bidFor = 0;
    for (BuyerSpec buyer : drawn.buyers()) {
      for (int k = 0; k < buyer.initialBids().size(); k++) {
        bidFor += buyer.initialBids().bid(k).quantity();
      }
    }
    assertThat(bidFor).isEqualTo(150);
    assertThat(drawn.sellers()).allMatch(seller -> seller.strategy().equals(new FixedReserve()));
    List<String> fromNothing = List.of("initial-bids=[]");
    assertThat(ModelFile.read(MODELS.resolve("worked-example.yaml"), fromNothing).draw().buyers())
        .allMatch(buyer -> buyer.initialBids().isEmpty());
  }

  @Test
  void beltranRoggendorf_hasItsMarginals() throws Exception {
    MarketModel drawn = draw("beltran-roggendorf");
    assertThat(drawn.buyers().stream().map(buyer -> buyer.valuation().demand()))
        .containsExactly(90.0, 85.0, 80.0, 70.0, 65.0);
    double[] marginals =
        drawn.buyers().stream().mapToDouble(buyer -> buyer.valuation().marginal(0)).toArray();
    assertThat(marginals)
        .containsExactly(
            new double[] {10, 12, 15, 20, 22}, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(drawn.sellers()).allMatch(seller -> seller.strategy().equals(new FixedReserve()));
  }

  @Test
  void lazarSemret_takesTheirSizes() throws Exception {
    MarketModel drawn =
        ModelFile.read(MODELS.resolve("lazar-semret.yaml"), List.of("buyers.count=96")).draw();
    assertThat(drawn.buyers())
        .hasSize(96)
        .allSatisfy(
            buyer -> {
              Parabolic valuation = (Parabolic) buyer.valuation();
              assertThat(valuation.demand()).isBetween(50.0, 100.0);
              assertThat(valuation.marginal(0)).isBetween(10.0, 20.0);
              assertThat(buyer.budget()).isEqualTo(100);
            });
  }

  @Test
  void ownData_readsItsTables() throws Exception {
    ModelFile model = ModelFile.read(MODELS.resolve("own-data.yaml"), List.of());
    assertThat(model.inputs().stream().map(path -> path.getFileName().toString()))
        .containsExactly("buyers.csv", "sellers.csv", "reach.csv");
    MarketModel drawn = model.draw();
    assertThat(drawn.buyers().get(3).valuation()).isEqualTo(new Linear(2, 6.5));
    assertThat(drawn.buyers().get(4).valuation()).isEqualTo(new Parabolic(5, 2));
    assertThat(drawn.buyers().get(1).valuation())
        .isEqualTo(new org.datamarket.market.AlphaFair(1.5, 6, 0.5, 0));
    assertThat(drawn.buyers().get(2).budget()).isInfinite();
    assertThat(drawn.sellers().get(2).reserve()).isZero();
    assertThat(Drawn.lists(drawn.reach()).get(1)).containsExactly(0, 2);
  }

  private static MarketModel draw(String name) throws UserMistake {
    return ModelFile.read(MODELS.resolve(name + ".yaml"), List.of()).draw();
  }
}
