package org.datamarket.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.datamarket.analysis.claims.OptimalAny;
import org.datamarket.analysis.claims.State;
import org.datamarket.analysis.score.Case;
import org.datamarket.analysis.score.Finding;
import org.datamarket.claims.Origin.Found;
import org.datamarket.model.file.ModelFile;
import org.junit.jupiter.api.Test;

/** The state in which a claim failed is found again, bid by bid. */
class OriginTest {
  private static final Sampling SAMPLING = new Sampling(50);

  private static ModelFile model(String... settings) throws Exception {
    return ModelFile.read(Path.of("models/reproduction.yaml"), List.of(settings));
  }

  private static Origin origin(ModelFile model) {
    return Origin.played(seed -> model.withSeed(seed).draw(), SAMPLING, () -> false);
  }

  @Test
  void everyFailure_failsByAsMuchInTheStateThatIsFound() throws Exception {
    ModelFile model = model();
    OptimalAny claim = new OptimalAny();
    Scores scores =
        new Bench(new Selection(List.of(claim), false), SAMPLING)
            .judge(List.of(1L, 2L), seed -> model.withSeed(seed).draw(), 2, new BenchTest.Quiet())
            .orElseThrow();
    Origin origin = origin(model);
    assertThat(scores.failures()).hasSizeGreaterThan(10);
    for (Failure failure : scores.failures()) {
      Finding finding = failure.finding();
      Found found = origin.of(finding.place()).orElseThrow();
      State state = new State(found.model(), found.market());
      assertThat(
              state.buyers().stream()
                  .filter(buyer -> buyer.spec().id().equals(finding.place().buyer()))
                  .mapToDouble(claim::violation)
                  .toArray())
          .containsExactly(finding.violation());
    }
  }

  @Test
  void beginning_isThatOfTheFile() throws Exception {
    Found found = origin(model()).of(new Case(1, 1, false, "")).orElseThrow();
    for (int buyer = 0; buyer < found.market().buyers(); buyer++) {
      assertThat(found.market().bids(buyer).isEmpty()).isTrue();
    }
  }

  @Test
  void largeMarket_isNotPlayedAgain() throws Exception {
    ModelFile large = model("buyers.count=301");
    assertThat(origin(large).of(new Case(1, 1, true, ""))).isEmpty();
    assertThat(origin(model("buyers.count=300")).of(new Case(1, 1, true, ""))).isPresent();
  }
}
