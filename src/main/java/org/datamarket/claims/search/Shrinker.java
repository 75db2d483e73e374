package org.datamarket.claims.search;

import java.util.Optional;
import java.util.function.Predicate;
import org.datamarket.model.MarketModel;

/**
 * Makes a market small while something remains true of it: takes the first simpler variant of which
 * it is true, and begins again, until there is none.
 */
final class Shrinker {
  /** So many variants are looked at, at most. */
  static final int MOST_TRIALS = 1_500;

  private final Predicate<MarketModel> holds;
  private int trials;

  private Shrinker(Predicate<MarketModel> holds) {
    this.holds = holds;
  }

  /**
   * The smallest market that is found.
   *
   * @param model of which it is true
   * @param holds what is to remain true
   */
  static MarketModel shrink(MarketModel model, Predicate<MarketModel> holds) {
    return new Shrinker(holds).shrunk(model);
  }

  private MarketModel shrunk(MarketModel model) {
    MarketModel smallest = model;
    Optional<MarketModel> smaller = Optional.of(model);
    while (smaller.isPresent()) {
      smallest = smaller.get();
      smaller =
          Variants.of(smallest)
              .takeWhile(any -> trials < MOST_TRIALS)
              .filter(this::test)
              .findFirst();
    }
    return smallest;
  }

  private boolean test(MarketModel model) {
    trials++;
    return holds.test(model);
  }
}
