package org.datamarket.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.analysis.Status;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.analysis.claims.MarketClaim;
import org.datamarket.analysis.claims.State;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.StateFile;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The smallest markets in which claims fail, golden/counterexamples.jsonl: they fail here too. */
class CounterexamplesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/counterexamples.jsonl");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What the reference calls the claims that have other names here. */
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    NAMES.put("optimal_coordinated", "optimal-coordinated-met");
    NAMES.put("lemma_pool_exists", "lemma-pool");
    NAMES.put("eps_nash_at_rest", "eps-nash");
    NAMES.put("eps_nash_at_rest_2eps", "eps-nash-2");
    NAMES.put("ls_loss", "ls-loss-any-fee");
    NAMES.put("ls_marginal", "ls-marginal-any-share");
    NAMES.put("individually_rational", "rational");
    NAMES.put("pool_minimal_any_split", "pool-any-split");
  }

  private static Claim claim(String name) {
    String id = NAMES.getOrDefault(name, name.replace('_', '-'));
    return Claims.ALL.stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow();
  }

  @TestFactory
  List<DynamicTest> violation_counterexample_isAsGiven() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(GOLDEN)) {
      JsonNode golden = MAPPER.readTree(line);
      tests.add(
          DynamicTest.dynamicTest(
              "%s %s".formatted(golden.get("id").asText(), golden.get("claim").asText()),
              () -> check(golden, line)));
    }
    assertThat(tests).hasSize(22);
    return tests;
  }

  private static void check(JsonNode golden, String line) throws Exception {
    StateFile file = StateFile.open("counterexamples.jsonl", new StringReader(line));
    assertThat(file.hasNext()).isTrue();
    MarketModel model = file.next().model();
    State state = State.beginning(model);
    if (golden.get("check").asText().equals("play")) {
      DataMarket played = played(model);
      assertThat(played.monitor().round()).isEqualTo(golden.get("end").get("rounds").intValue());
      assertThat(played.monitor().messages())
          .isEqualTo(golden.get("end").get("messages").intValue());
      state = new State(model, played.market());
      assertThat(state.isAtRest()).isTrue();
    }
    Claim claim = claim(golden.get("claim").asText());
    double violation =
        claim instanceof BuyerClaim ofBuyer
            ? ofBuyer.violation(state.buyers().get(golden.get("buyer").intValue()))
            : ((MarketClaim) claim).violation(state);
    assertThat(violation).isCloseTo(expected(golden), within(1e-9));
    assertThat(violation).isGreaterThan(state.margin(claim.about().unit()));
  }

  /** The bound on the loss goes by the market's own largest gain, not by its fee. */
  private static double expected(JsonNode golden) {
    JsonNode detail = golden.get("detail");
    return golden.get("claim").asText().equals("ls_loss")
        ? detail.get("loss").doubleValue() - 4 * Math.sqrt(detail.get("gap").doubleValue())
        : golden.get("violation").doubleValue();
  }

  private static DataMarket played(MarketModel model) throws Exception {
    Run run = Run.of(model.seed(), new FixedModel(model), DataMarket.Options.DEFAULT);
    run.play(simulation -> true);
    assertThat(run.simulation().status()).isEqualTo(Status.CONVERGED);
    return run.simulation();
  }
}
