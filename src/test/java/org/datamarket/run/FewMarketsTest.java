package org.datamarket.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.datamarket.Cases;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.ModelFile;
import org.junit.jupiter.api.Test;

/** A market of few buyers that comes to rest is within 2ε of a Nash equilibrium. */
class FewMarketsTest {
  private static final Path MODEL = Path.of("models/quickstart.yaml");

  @Test
  void few_atRest_nobodyGainsMoreThanTwiceTheFee() throws UserMistake, java.io.IOException {
    int equilibria = 0;
    int markets = Cases.of(60);
    for (int seed = 1; seed <= markets; seed++) {
      List<String> small =
          List.of(
              "buyers.count=25",
              "sellers.count=%s".formatted(2 + seed % 5),
              "buyers.strategy=few",
              "reach={kind: random, sellers: 2}",
              "epsilon=%s".formatted(seed % 2 == 0 ? 0.1 : 0.5));
      RunResult result = Run.toEnd(ModelFile.read(MODEL, small).withSeed(seed).draw());
      assertThat(result.status()).as("seed %s", seed).isEqualTo(Status.CONVERGED);
      assertThat(result.measures().nashGap())
          .as("seed %s", seed)
          .isLessThanOrEqualTo(2 * result.model().epsilon() + 1e-9);
      equilibria += result.isEpsilonNash() ? 1 : 0;
    }
    assertThat(equilibria).isGreaterThan(markets * 3 / 4);
  }
}
