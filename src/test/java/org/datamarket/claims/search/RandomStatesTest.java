package org.datamarket.claims.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.datamarket.Cases;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.analysis.claims.Situation;
import org.datamarket.analysis.claims.State;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Bids;
import org.datamarket.market.Linear;
import org.datamarket.market.Market;
import org.datamarket.market.Parabolic;
import org.datamarket.market.TieRule;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.strategy.RebidRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomStatesTest {
  private static final RandomStates STATES = new RandomStates(7, TieRule.PROPORTIONAL);

  private static Stream<MarketModel> states() {
    return LongStream.range(0, Cases.of(2_000)).mapToObj(STATES::state);
  }

  private static double share(Predicate<MarketModel> property) {
    return states().filter(property).count() / (double) Cases.of(2_000);
  }

  @Test
  void state_dependsOnSeedAndNumberOnly() {
    String third = ModelText.of(STATES.state(3));
    STATES.state(9);
    assertThat(ModelText.of(STATES.state(3))).isEqualTo(third);
    assertThat(ModelText.of(new RandomStates(8, TieRule.PROPORTIONAL).state(3)))
        .isNotEqualTo(third);
    assertThat(ModelText.of(STATES.state(4))).isNotEqualTo(third);
  }

  @Test
  void states_areOfAllSorts() {
    assertThat(share(model -> model.sellers().size() == 1)).isBetween(0.25, 0.45);
    assertThat(share(model -> model.sellers().size() == 3)).isBetween(0.2, 0.45);
    for (int buyers = 1; buyers <= 5; buyers++) {
      int size = buyers;
      assertThat(share(model -> model.buyers().size() == size)).isBetween(0.1, 0.3);
    }
    assertThat(share(model -> !model.reach().isFull())).isBetween(0.1, 0.4);
    assertThat(share(model -> State.beginning(model).buyers().stream().allMatch(this::rests)))
        .isBetween(0.2, 0.6);
    assertThat(share(model -> EqualPrices.areIn(State.beginning(model)))).isBetween(0.3, 0.9);
    for (Class<?> family : List.of(Linear.class, Parabolic.class, AlphaFair.class)) {
      assertThat(share(model -> buyers(model).anyMatch(b -> family.isInstance(b.valuation()))))
          .isBetween(0.2, 0.8);
    }
    assertThat(share(model -> buyers(model).allMatch(RandomStatesTest::isTruthful)))
        .isBetween(0.2, 0.9);
    assertThat(share(model -> buyers(model).noneMatch(buyer -> buyer.initialBids().isEmpty())))
        .isBetween(0.2, 0.9);
  }

  private static Stream<BuyerSpec> buyers(MarketModel model) {
    return model.buyers().stream();
  }

  private boolean rests(Situation buyer) {
    return !RebidRule.decide(buyer.terms(), buyer.view(), buyer.reply()).accepted();
  }

  private static boolean isTruthful(BuyerSpec buyer) {
    Bids bids = buyer.initialBids();
    double total = 0;
    for (int k = 0; k < bids.size(); k++) {
      total += bids.bid(k).quantity();
    }
    double marginal = buyer.valuation().marginal(Math.min(total, buyer.valuation().demand()));
    for (int k = 0; k < bids.size(); k++) {
      if (Math.abs(bids.bid(k).price() - marginal) > 1e-9 * marginal) {
        return false;
      }
    }
    return true;
  }

  /** Its file gives back the very market: nothing is lost in it, and nothing added. */
  @Test
  void state_readsAgainToTheSameMarket(@TempDir Path folder) throws Exception {
    for (int k = 0; k < Cases.of(300); k++) {
      MarketModel model = STATES.state(k);
      Path file = folder.resolve("state.yaml");
      Files.writeString(file, ModelText.of(model));
      MarketModel read = ModelFile.read(file, List.of()).draw();
      assertThat(read.buyers()).isEqualTo(model.buyers());
      assertThat(read.sellers()).isEqualTo(model.sellers());
      assertThat(read.epsilon()).isEqualTo(model.epsilon());
      assertThat(read.ties()).isEqualTo(model.ties());
      assertThat(read.activation()).isEqualTo(model.activation());
      Market before = model.opening();
      Market after = read.opening();
      for (int i = 0; i < before.buyers(); i++) {
        assertThat(Edits.sellersOf(read, i)).isEqualTo(Edits.sellersOf(model, i));
        assertThat(after.bids(i)).isEqualTo(before.bids(i));
      }
    }
  }

  @Test
  void tally_isTheSameOnAnyNumberOfThreads() throws Exception {
    Tally one = Tally.of(Claims.ALL, STATES, Cases.of(3_000), 1, done -> {});
    Tally three = Tally.of(Claims.ALL, STATES, Cases.of(3_000), 3, done -> {});
    assertThat(three).isEqualTo(one);
    assertThat(one.counts().get(0).cases()).isPositive();
  }

  /** Counted one by one, as the definition has it. */
  @Test
  void tally_countsEveryCase() throws Exception {
    Tally tally = Tally.of(List.of(new TestClaims.Bids()), STATES, 700, 2, done -> {});
    ClaimCount count = tally.counts().get(0);
    long buyers = 0;
    long bidders = 0;
    double most = 0;
    long first = -1;
    for (long k = 0; k < 700; k++) {
      for (BuyerSpec buyer : STATES.state(k).buyers()) {
        buyers++;
        bidders += buyer.initialBids().isEmpty() ? 0 : 1;
        if (buyer.initialBids().size() > most) {
          most = buyer.initialBids().size();
          first = k;
        }
      }
    }
    assertThat(count.violated()).isEqualTo(bidders);
    assertThat(count.cases()).isEqualTo(bidders);
    assertThat(count.notApplicable()).isEqualTo(buyers - bidders);
    assertThat(count.worst()).isEqualTo(most);
    assertThat(count.worstState()).isEqualTo(first);
  }
}
