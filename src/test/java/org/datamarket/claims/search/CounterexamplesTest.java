package org.datamarket.claims.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.analysis.claims.Lemma;
import org.datamarket.analysis.claims.OptimalAny;
import org.datamarket.analysis.claims.ParetoUnsold;
import org.datamarket.analysis.claims.Truthful;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Run;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The counterexamples that come with the program: what the search finds from seed 1, written anew
 * with {@code -Dtest=CounterexamplesTest -Ddatamarket.write=true}.
 */
class CounterexamplesTest {
  private static final Path FOLDER = Path.of("models/counterexamples");
  private static final CounterexampleSearch SEARCH = CounterexampleSearch.usual(1);

  /** What the reference calls the claims; it has counterexamples of some more kinds to some. */
  private static final Map<String, List<String>> CLAIMS =
      Map.ofEntries(
          Map.entry("optimal_any", List.of("optimal-any")),
          Map.entry(
              "optimal_coordinated", List.of("optimal-coordinated-met", "optimal-coordinated-any")),
          Map.entry("lemma_no_loss", List.of("lemma-no-loss")),
          Map.entry("lemma_pool_exists", List.of("lemma-pool")),
          Map.entry("lemma_exact", List.of("lemma-exact")),
          Map.entry("coordinated_feasible", List.of("coordinated-feasible")),
          Map.entry("eps_nash_at_rest", List.of("eps-nash")),
          Map.entry("eps_nash_at_rest_2eps", List.of("eps-nash-2")),
          Map.entry("fair_division", List.of("fair-division")),
          Map.entry("pareto_unsold", List.of("pareto-unsold")),
          Map.entry("delta_efficient", List.of("delta-efficient")),
          Map.entry("price_ordering", List.of("price-ordering")),
          Map.entry("ls_loss", List.of("ls-loss-any-fee")),
          Map.entry("ls_marginal", List.of("ls-marginal-any-share")),
          Map.entry("individually_rational", List.of("rational")),
          Map.entry("cost_within_bid", List.of("cost-within-bid")),
          Map.entry("truthful", List.of("truthful")),
          Map.entry("tie_under_shortage", List.of("tie-under-shortage")),
          Map.entry("pool_minimal_any_split", List.of("pool-any-split")));

  @BeforeAll
  static void writeIfAsked() throws IOException {
    if (Boolean.getBoolean("datamarket.write")) {
      write();
    }
  }

  private static void write() throws IOException {
    Files.createDirectories(FOLDER);
    for (Path old : files()) {
      Files.delete(old);
    }
    for (Claim claim : Claims.ALL) {
      for (Counterexample found : SEARCH.against(claim)) {
        Files.writeString(FOLDER.resolve(found.model().name() + ".yaml"), found.text());
      }
    }
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  static List<JsonNode> reference() throws IOException {
    ObjectMapper json = new ObjectMapper();
    return Files.readAllLines(Path.of("src/test/resources/golden/counterexamples.jsonl")).stream()
        .map(
            line -> {
              try {
                return json.readTree(line);
              } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
              }
            })
        .toList();
  }

  static Counterexample read(Path file) throws Exception {
    MarketModel model = ModelFile.read(file, List.of()).draw();
    Question question =
        Claims.ALL.stream()
            .flatMap(claim -> Question.about(claim).stream())
            .filter(any -> Counterexample.name(any).equals(model.name()))
            .findFirst()
            .orElseThrow();
    return new Counterexample(question, model);
  }

  /** The file alone gives the same violation again, and the same comment, word by word. */
  @ParameterizedTest
  @MethodSource("files")
  void file_refutesItsClaimAsItSays(Path file) throws Exception {
    Counterexample example = read(file);
    assertThat(example.model().name() + ".yaml").isEqualTo(file.getFileName().toString());
    assertThat(example.question().fails(example.model())).isTrue();
    assertThat(example.text()).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_canBeMadeNoSmaller(Path file) throws Exception {
    Counterexample example = read(file);
    assertThat(
            Variants.of(example.model())
                .filter(example.question()::fails)
                .filter(smaller -> !smaller.equals(example.model())))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("reference")
  void counterexample_isNoLargerThanTheReference(JsonNode line) throws Exception {
    int traders = line.get("buyers").size() + line.get("sellers").size();
    int bids = 0;
    for (JsonNode row : line.get("bids")) {
      for (JsonNode bid : row) {
        bids += bid.isNull() ? 0 : 1;
      }
    }
    for (String claim : CLAIMS.get(line.get("claim").asText())) {
      Counterexample ours = read(FOLDER.resolve(claim + ".yaml"));
      assertThat(ours.traders()).isLessThanOrEqualTo(traders);
      if (ours.traders() == traders) {
        assertThat(ours.bids()).isLessThanOrEqualTo(bids);
      }
    }
  }

  /** Those that are found at once are found again, so the others are not written by hand. */
  @Test
  void search_findsTheSameAgain() throws IOException {
    List<Claim> quick =
        List.of(new OptimalAny(), new Lemma.NoLoss(), new Lemma.Pool(), new ParetoUnsold());
    for (Claim claim : quick) {
      List<Counterexample> found = SEARCH.against(claim);
      assertThat(found).isNotEmpty();
      for (Counterexample one : found) {
        assertThat(FOLDER.resolve(one.model().name() + ".yaml")).hasContent(one.text());
      }
    }
  }

  /** Also from a market that was played, of many buyers with bids, budgets and drawn numbers. */
  @Test
  void playedMarket_shrinksToo(@TempDir Path folder) throws Exception {
    MarketModel model =
        ModelFile.read(
                Path.of("models/quickstart.yaml"), List.of("buyers.strategy=opt-out", "reach=full"))
            .draw();
    DataMarket played = Run.of(7, new FixedModel(model), DataMarket.Options.DEFAULT).simulation();
    played.playUntil(3);
    CounterexampleSearch noneAtRandom = new CounterexampleSearch(1, 0, 0, () -> false);
    int count = 0;
    for (Claim claim : List.of(new OptimalAny(), new Truthful(), new ParetoUnsold())) {
      for (Counterexample one : noneAtRandom.from(claim, model, played.market())) {
        Path file = folder.resolve(one.model().name() + ".yaml");
        Files.writeString(file, one.text());
        Counterexample again = read(file);
        assertThat(again.violation()).isEqualTo(one.violation());
        assertThat(again.traders()).isLessThanOrEqualTo(6);
        count++;
      }
    }
    assertThat(count).isGreaterThan(1);
  }
}
