package org.datamarket.claims.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.datamarket.Cases;
import org.datamarket.analysis.claims.OptimalAny;
import org.datamarket.market.Linear;
import org.datamarket.market.TieRule;
import org.datamarket.model.MarketModel;
import org.datamarket.strategy.OptOut;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
  private static final RandomStates STATES = new RandomStates(7, TieRule.PROPORTIONAL);

  private static MarketModel first(Predicate<MarketModel> property) {
    return LongStream.iterate(0, k -> k + 1)
        .mapToObj(STATES::state)
        .filter(property)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anything_shrinksToNearlyNothing() {
    MarketModel model =
        first(
            any -> any.buyers().size() == 5 && any.sellers().size() == 3 && !any.reach().isFull());
    MarketModel small = Shrinker.shrink(model, any -> true);
    assertThat(small.buyers()).hasSize(1);
    assertThat(small.sellers()).hasSize(1);
    assertThat(small.buyers().get(0).initialBids().isEmpty()).isTrue();
    assertThat(small.buyers().get(0).valuation()).isEqualTo(new Linear(1, 1));
    assertThat(small.sellers().get(0).quantity()).isOne();
    assertThat(small.sellers().get(0).reserve()).isZero();
    assertThat(small.epsilon()).isEqualTo(model.epsilon());
  }

  @Test
  void nothing_isGivenUpThatIsNeeded() {
    Predicate<MarketModel> twoBuyersAndPartialReach =
        any -> any.buyers().size() >= 2 && !any.reach().isFull();
    MarketModel small = Shrinker.shrink(first(twoBuyersAndPartialReach), twoBuyersAndPartialReach);
    assertThat(small.buyers()).hasSize(2);
    assertThat(small.sellers()).hasSize(2);
    assertThat(small.reach().isFull()).isFalse();
  }

  /** No variant of the result is one, whatever the claim. */
  @Test
  void result_cannotBeMadeSimpler() {
    Question question = new Question(new OptimalAny(), false);
    MarketModel small = Shrinker.shrink(first(question::fails), question::fails);
    assertThat(question.fails(small)).isTrue();
    assertThat(Variants.of(small).filter(question::fails)).isEmpty();
  }

  @Test
  void trials_areLimited() {
    AtomicInteger trials = new AtomicInteger();
    MarketModel model = first(any -> any.buyers().size() == 5);
    Shrinker.shrink(
        model,
        any -> {
          trials.incrementAndGet();
          return false;
        });
    assertThat(trials.get()).isBetween(50, Shrinker.MOST_TRIALS);
    AtomicInteger larger = new AtomicInteger();
    Shrinker.shrink(
        model,
        any -> {
          larger.incrementAndGet();
          return larger.get() % 7 == 0 && any.buyers().size() > 3;
        });
    assertThat(larger.get()).isLessThanOrEqualTo(Shrinker.MOST_TRIALS);
  }

  @Test
  void numbers_becomeShorterOrLess() {
    assertThat(ShortNumber.simplerThan(7).boxed()).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
    assertThat(ShortNumber.simplerThan(0.25).boxed())
        .containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 10.0, 0.5, 0.1, 0.0, 0.2);
    assertThat(ShortNumber.simplerThan(0).boxed()).isEmpty();
    assertThat(ShortNumber.text(2.000000000002)).isEqualTo("2.000000000002");
    assertThat(ShortNumber.text(10)).isEqualTo("10");
    assertThat(ShortNumber.text(1e-12)).isEqualTo("1.0E-12");
  }

  /** The best opt-out counterexample has two sellers, one buyer and no bids. */
  @Test
  void optimalAny_isRefutedByOneBuyerAtTwoSellers() {
    Question question = new Question(new OptimalAny(), true);
    List<Counterexample> found = new ArrayList<>();
    for (int k = 0; k < Cases.of(200); k++) {
      MarketModel model = STATES.state(k);
      boolean optsOut =
          model.buyers().stream().allMatch(buyer -> buyer.strategy() instanceof OptOut);
      if (optsOut && question.fails(model)) {
        found.add(new Counterexample(question, Shrinker.shrink(model, question::fails)));
      }
    }
    Optional<Counterexample> smallest = found.stream().min(Counterexample.BY_SIZE);
    assertThat(smallest.map(Counterexample::traders)).contains(3);
    assertThat(smallest.map(Counterexample::bids)).contains(0);
  }
}
