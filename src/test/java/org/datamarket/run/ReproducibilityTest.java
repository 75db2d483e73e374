package org.datamarket.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.model.file.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same model and seed give the same bytes, however a run is played. */
class ReproducibilityTest {
  private static final String ROUNDS = "round-limit=30";
  private static final List<List<String>> ACTIVATIONS =
      List.of(
          List.of("activation=sequential", "order=random"),
          List.of("activation=sequential", "order=fixed"),
          List.of("activation=simultaneous"),
          List.of("activation={kind: asynchronous, gap: 1, delay: 0}"),
          List.of("activation={kind: asynchronous, gap: 2, delay: 0.7}"),
          List.of(
              "activation={kind: asynchronous, gap: {exponential: {mean: 3}}, delay: {exponential:"
                  + " {mean: 1}}}"),
          List.of(
              "activation={kind: asynchronous, gap: {weibull: {shape: 2, scale: 1}}, delay:"
                  + " {weibull: {shape: 0.8, scale: 0.5}}}"));

  @TempDir private Path folder;

  static Stream<Arguments> markets() {
    return Played.MODELS.stream()
        .flatMap(
            model ->
                ACTIVATIONS.stream()
                    .map(activation -> Arguments.of(model.getFileName().toString(), activation)));
  }

  private static ModelFile read(String model, List<String> overrides) throws Exception {
    List<String> all = new ArrayList<>(overrides);
    all.add(ROUNDS);
    return ModelFile.read(Path.of("models", model), all);
  }

  private Map<String, String> folder(String name, ModelFile file, RunResult result)
      throws Exception {
    return Played.folder(folder.resolve(name), file, result);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("markets")
  void sameSeed_sameBytes(String model, List<String> activation) throws Exception {
    ModelFile file = read(model, activation);
    RunResult result = Played.result(file);
    Map<String, String> straight = folder("straight", file, result);
    assertThat(straight)
        .containsKeys("summary.json", "rounds.csv", "bids.csv", "trace.csv", "model.yaml");

    assertThat(folder("again", file, Played.result(file))).as("run again").isEqualTo(straight);

    ModelFile effective = ModelFile.read(folder.resolve("straight/model.yaml"), List.of());
    assertThat(folder("effective", effective, Played.result(effective)))
        .as("the effective model")
        .isEqualTo(straight);

    Run asked = Played.begin(file, false);
    asked.simulation().playUntil(Integer.MAX_VALUE);
    assertThat(folder("asked", file, asked.result())).as("nobody skipped").isEqualTo(straight);

    int rounds = result.rounds().size();
    for (int round : new TreeSet<>(List.of(0, 1, rounds / 2, rounds - 1, rounds))) {
      RunResult restored = Played.interrupted(file, round, folder.resolve("checkpoint"));
      assertThat(folder("restored-" + round, file, restored))
          .as("restored after round " + round)
          .isEqualTo(straight);
    }
  }

  @Test
  void markets_areThere() {
    assertThat(markets().count()).isGreaterThanOrEqualTo(60);
  }

  @Test
  void quickstart_atLeastHalfOfItsRepliesAreSkipped() throws Exception {
    RunResult result = Played.result(ModelFile.read(Path.of("models/quickstart.yaml"), List.of()));

    assertThat(result.status()).isEqualTo(Status.CONVERGED);
    assertThat(result.turns()).isEqualTo(200L * result.rounds().size());
    assertThat(2 * result.replies()).isLessThanOrEqualTo(result.turns());
  }

  @Test
  void fixedReserves_endInACycleOfSeveralRounds() throws Exception {
    RunResult result =
        Played.result(ModelFile.read(Path.of("models/fixed-reserve-cycles.yaml"), List.of()));

    assertThat(result.status()).isEqualTo(Status.CYCLE);
    assertThat(result.period()).isGreaterThan(1).isLessThan(result.rounds().size());
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        -1,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        5_000_000_000L,
        (1L << 32) + 1,
        (7L << 40) + 1
      })
  void anySeed_sameBytesAndItsOwn(long seed) throws Exception {
    ModelFile file = read("reproduction.yaml", ACTIVATIONS.get(0));
    ModelFile seeded = file.withSeed(seed);
    Map<String, String> bytes = folder("one", seeded, Played.result(seeded));

    assertThat(folder("other", seeded, Played.result(seeded))).isEqualTo(bytes);
    assertThat(bytes.get("summary.json").replace(" ", "")).contains("\"seed\":" + seed + ",");
    ModelFile effective = ModelFile.read(folder.resolve("one/model.yaml"), List.of());
    assertThat(effective.seed()).isEqualTo(seed);
    String low = folder("low", file.withSeed(1), Played.result(file.withSeed(1))).get("bids.csv");
    assertThat(bytes.get("bids.csv")).isNotEqualTo(low);
  }

  @Test
  void seedAbove32Bits_changesTheOrderOfBuyersToo() throws Exception {
    ModelFile file = read("worked-example.yaml", List.of("initial-bids=[]"));
    String one = orderOfBids(file.withSeed(1));

    assertThat(
            Stream.of(1L << 32, 1L << 40, 1L << 63).map(bit -> orderOfBids(file.withSeed(1 + bit))))
        .anySatisfy(other -> assertThat(other).isNotEqualTo(one));
    assertThat(orderOfBids(file.withSeed(1))).isEqualTo(one);
  }

  private static String orderOfBids(ModelFile file) {
    return Played.result(file).trace().stream()
        .map(entry -> " " + entry.buyer())
        .toList()
        .toString();
  }
}
