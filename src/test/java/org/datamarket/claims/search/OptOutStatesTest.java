package org.datamarket.claims.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.datamarket.Cases;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.analysis.claims.State;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.OptOut;
import org.junit.jupiter.api.Test;

class OptOutStatesTest {
  private static final OptOutStates STATES = new OptOutStates(5);
  private static final int MANY = Cases.of(2_000);

  private static Stream<MarketModel> states() {
    return LongStream.range(0, MANY).mapToObj(STATES::state);
  }

  private static double share(Predicate<MarketModel> property) {
    return states().filter(property).count() / (double) MANY;
  }

  @Test
  void state_dependsOnSeedAndNumberOnly() {
    String third = ModelText.of(STATES.state(3));
    STATES.state(9);
    assertThat(ModelText.of(STATES.state(3))).isEqualTo(third);
    assertThat(ModelText.of(new OptOutStates(6).state(3))).isNotEqualTo(third);
    assertThat(ModelText.of(STATES.state(4))).isNotEqualTo(third);
  }

  @Test
  void states_areOfPlainOptOutMarkets() {
    assertThat(states())
        .allSatisfy(
            model -> {
              assertThat(model.reach().isFull()).isTrue();
              assertThat(model.buyers()).hasSizeBetween(1, 5);
              assertThat(model.sellers()).hasSizeBetween(1, 3);
              assertThat(model.epsilon()).isIn(0.1, 0.3);
              assertThat(model.buyers())
                  .allMatch(buyer -> buyer.strategy() instanceof OptOut)
                  .allMatch(buyer -> Double.isInfinite(buyer.budget()));
              assertThat(model.sellers()).allMatch(OptOutStatesTest::isPlain);
            });
    for (int sellers = 1; sellers <= 3; sellers++) {
      int size = sellers;
      assertThat(share(model -> model.sellers().size() == size)).isBetween(0.28, 0.39);
    }
    for (Class<?> family : List.of(Linear.class, Parabolic.class, AlphaFair.class)) {
      assertThat(share(model -> family.isInstance(model.buyers().get(0).valuation())))
          .isBetween(0.28, 0.39);
    }
    assertThat(share(model -> model.buyers().get(0).initialBids().isEmpty())).isBetween(0.1, 0.2);
  }

  private static boolean isPlain(SellerSpec seller) {
    return seller.strategy() instanceof FixedReserve
        && seller.reserve() >= 0.1
        && seller.reserve() == seller.initialReserve()
        && seller.quantity() >= 1
        && seller.quantity() <= 10;
  }

  /** Within a few points of the other count, whose states were drawn otherwise. */
  @Test
  void shares_areNearThoseThatAreKnown() throws Exception {
    Map<String, KnownShare> shares =
        KnownShare.of(Claims.ALL, 5, 10_000, 2, done -> {}).stream()
            .collect(Collectors.toMap(KnownShare::claim, Function.identity()));
    assertThat(shares).hasSize(8);
    assertThat(shares.get("coordinated-feasible").share()).isBetween(0.55, 0.8);
    assertThat(shares.get("optimal-any").share()).isBetween(0.43, 0.55);
    assertThat(shares.get("optimal-coordinated-met").share()).isBetween(0.14, 0.18);
    assertThat(shares.get("optimal-coordinated-any").share()).isBetween(0.23, 0.3);
    assertThat(shares.get("lemma-pool").share()).isBetween(0.04, 0.1);
    assertThat(shares.get("lemma-exact").share()).isBetween(0.4, 0.8);
    assertThat(shares.get("lemma-no-loss").share()).isBetween(0.23, 0.3);
    assertThat(shares.get("truthful").share()).isBetween(0.06, 0.11);
  }

  /** With one seller a reply is only beaten where it ties. */
  @Test
  void oneSeller_isBeatenByTiesOnly() {
    states()
        .filter(model -> model.sellers().size() == 1)
        .map(State::beginning)
        .flatMap(state -> state.buyers().stream())
        .filter(buyer -> !buyer.reply().bids().isEmpty())
        .filter(buyer -> !buyer.hasRivalAt(buyer.reply().price()))
        .forEach(
            buyer ->
                assertThat(buyer.best() - buyer.replyUtility())
                    .isLessThanOrEqualTo(buyer.state().epsilon() + buyer.state().tolerance()));
  }
}
