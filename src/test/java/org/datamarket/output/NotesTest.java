package org.datamarket.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.TiedMarket;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {
  private static final String ALIKE =
      """
      format: 1
      buyers: {count: 20, demand: 2, valuation: {kind: linear, unit-value: 10}}
      sellers:
        - {id: largest, quantity: 3, reserve: 1}
        - {name: others, count: 19, quantity: 2.9, reserve: 1}
      """;

  private static final String CAPPED =
      """
      format: 1
      isp: {price: 10}
      buyers: {count: 20, demand: 2, valuation: {kind: alpha-fair, sigma: {uniform: {min: 20, max: 30}}, alpha: 0.5}}
      sellers:
        - {id: largest, quantity: 3, reserve: 1}
        - {name: others, count: 19, quantity: 2.9, reserve: 1}
      """;

  private static final String FREE =
      """
      format: 1
      buyers: {count: 5, demand: 30, valuation: {kind: parabolic, slope: 2}, strategy: truthful-single}
      sellers: [{id: s, quantity: 100, strategy: fixed}]
      epsilon: 5
      """;

  @TempDir private Path folder;

  private MarketModel model(String yaml, String... overrides) throws Exception {
    Path file = Files.writeString(folder.resolve("m.yaml"), yaml);
    return ModelFile.read(file, List.of(overrides)).draw();
  }

  /**
   * All stand at the largest seller: two get 1.5 GB each and want 0.5 more, 18 want 2; 55.1 of 58.1
   * GB lie idle.
   */
  @Test
  void stranded_isWhatTiedBuyersWouldTakeOfWhatIsUnsold() throws Exception {
    RunResult result = Run.toEnd(model(ALIKE));
    assertThat(result.measures().sold()).isEqualTo(3);
    assertThat(new TiedMarket(result).stranded()).isCloseTo(37, within(1e-9));
    RunResult dear = Run.toEnd(model(ALIKE, "sellers[1].reserve=10.5"));
    assertThat(new TiedMarket(dear).stranded()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "opt-out, true",
    "'{kind: opt-out, ranking: offer}', true",
    "'{kind: opt-out, ranking: uncontested}', false",
    "cumulative, true",
    "waterfill, false"
  })
  void unsoldAtTies_isSaidInTheVerdictAndInTheSummary(String strategy, boolean herds)
      throws Exception {
    for (String yaml : List.of(ALIKE, CAPPED)) {
      RunResult result = Run.toEnd(model(yaml, "buyers.strategy=" + strategy));
      Object notes = Summary.of(result).get("notes");
      if (herds) {
        assertThat((String) notes)
            .startsWith("63.6 % of the supply stays unsold at a price that unserved buyers would")
            .endsWith("try opt-out buyers with ranking: uncontested");
        assertThat(SummaryText.verdict(result)).endsWith("welfare; " + notes);
      } else {
        assertThat(notes).isNull();
        assertThat(result.measures().efficiency()).isGreaterThan(0.99);
        assertThat(SummaryText.verdict(result)).endsWith("of the best possible welfare");
      }
    }
  }

  @Test
  void tiesAtNothing_areSaidOfTheModelAndOfTheRun() throws Exception {
    MarketModel model = model(FREE);
    assertThat(Notes.of(model)).singleElement().asString().startsWith("5 of 5 buyers, whose last");
    assertThat(SummaryText.verdict(Run.toEnd(model)))
        .contains("; 5 buyers tie at a price of 0, where the last unit is worth nothing to them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sellers[0].reserve=0.01",
        "sellers[0].initial-reserve=0.01",
        "buyers.count=1",
        "buyers.strategy.shading=lazar-semret",
        "buyers.strategy={kind: opt-out, ranking: uncontested}",
        "buyers.valuation={kind: linear, unit-value: 2}"
      })
  void tiesAtNothing_needAReserveOfNothingAndTwoBuyersWhoBidThat(String override) throws Exception {
    MarketModel model = model(FREE, override);
    assertThat(Notes.of(model)).isEmpty();
    assertThat(Summary.of(Run.toEnd(model)).get("notes")).isNull();
  }
}
