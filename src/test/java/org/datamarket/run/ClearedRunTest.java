package org.datamarket.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.Measures;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.SellerAccount;
import org.datamarket.analysis.Status;
import org.datamarket.market.Bids;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.mechanism.MechanismMeasures;
import org.datamarket.mechanism.Outcome;
import org.datamarket.mechanism.Setting;
import org.datamarket.mechanism.Surplus;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.model.format.MechanismFormat;
import org.datamarket.output.RunTables;
import org.datamarket.output.Summary;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs in which a mechanism clears the market once. */
class ClearedRunTest {
  /** Of sums of a few hundred products, relative to the largest of them. */
  private static final double ROUNDING = 1e-9;

  @TempDir Path home;

  static Stream<String> mechanisms() {
    return MechanismFormat.CLEARED.names().stream();
  }

  private static MarketModel market(String file, String mechanism, String... settings) {
    try {
      List<String> all =
          Stream.concat(Stream.of("mechanism=" + mechanism), Stream.of(settings)).toList();
      return ModelFile.read(Path.of("models", file), all).draw();
    } catch (Exception wrong) {
      throw new AssertionError(wrong);
    }
  }

  @ParameterizedTest
  @MethodSource("mechanisms")
  void accounts_areTheOutcomes(String mechanism) {
    MarketModel model =
        market("quickstart.yaml", mechanism, "buyers.count=40", "isp.price=20", "isp.fee=0.5");
    RunResult result = Run.toEnd(model);
    Setting setting = Setting.of(model.population(), model.rules());
    Outcome outcome = ((Mechanism) model.design()).clear(setting);
    assertThat(result.status()).isEqualTo(Status.CLEARED);
    assertThat(result.rounds()).hasSize(1);
    assertThat(result.messages()).isEqualTo(outcome.messages());
    for (int i = 0; i < result.buyers().size(); i++) {
      BuyerAccount account = result.buyers().get(i);
      int buyer = i;
      assertThat(account.allocation()).isEqualTo(outcome.allocation()[i]);
      assertThat(Stream.of(account.allocations()).flatMapToDouble(Arrays::stream).sum())
          .isCloseTo(account.allocation(), within(ROUNDING * (1 + account.allocation())));
      outcome.payments().ifPresent(p -> assertThat(account.cost()).isEqualTo(p.cost()[buyer]));
      assertThat(Double.isNaN(account.cost())).isEqualTo(outcome.payments().isEmpty());
    }
    for (int j = 0; j < result.sellers().size(); j++) {
      SellerAccount account = result.sellers().get(j);
      assertThat(account.sold()).isEqualTo(outcome.sold()[j]);
    }
    MechanismMeasures measures = MechanismMeasures.of(setting, outcome);
    assertThat(result.measures().surplus()).isEqualTo(measures.surplus());
    assertThat(result.measures().welfare()).isEqualTo(measures.welfare());
    assertThat(result.measures().nashGap()).isNaN();
  }

  @ParameterizedTest
  @MethodSource("mechanisms")
  void surpluses_addUpToWelfareAndTheGainIsWithinItsBound(String mechanism) {
    MarketModel model = market("hong-kong.yaml", mechanism, "isp.fee=2");
    Measures measures = Run.toEnd(model).measures();
    Surplus surplus = measures.surplus();
    double scale = ROUNDING * (1 + measures.optimum());
    if (!Double.isNaN(surplus.paid())) {
      assertThat(surplus.buyers() + surplus.sellers() + surplus.ispMargin())
          .isCloseTo(measures.welfare(), within(scale));
      assertThat(surplus.ispGain()).isLessThanOrEqualTo(surplus.ispGainBound() + scale);
      assertThat(surplus.ispProfit() - surplus.overageBefore())
          .isCloseTo(surplus.ispGain(), within(scale));
    }
  }

  @ParameterizedTest
  @MethodSource("mechanisms")
  void everythingWritten_isTheSameAgainAndBidsDoNotMatter(String mechanism) throws Exception {
    MarketModel model = market("worked-example.yaml", mechanism);
    RunResult result = Run.toEnd(model);
    new RunTables(result).writeTo(home);
    assertThat(Summary.json(Run.toEnd(model))).isEqualTo(Summary.json(result));
    MarketModel silent =
        model.with(
            model.buyers().stream().map(buyer -> buyer.withBids(Bids.NONE)).toList(),
            model.sellers(),
            model.reach());
    assertThat(Run.toEnd(silent).stateHash()).isEqualTo(result.stateHash());
  }

  @ParameterizedTest
  @MethodSource("mechanisms")
  void playing_stopsAfterItsOneRound(String mechanism) throws Exception {
    MarketModel model = market("quickstart.yaml", mechanism, "buyers.count=20");
    DataMarket simulation = new DataMarket(model.seed(), new FixedModel(model));
    simulation.start();
    assertThat(simulation.takeTurn()).isFalse();
    simulation.playUntil(10);
    assertThat(simulation.monitor().round()).isEqualTo(1);
    assertThat(simulation.status()).isEqualTo(Status.CLEARED);
    assertThat(Run.of(simulation).result().stateHash()).isEqualTo(Run.toEnd(model).stateHash());
  }
}
