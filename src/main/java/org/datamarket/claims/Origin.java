package org.datamarket.claims;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.datamarket.analysis.score.Case;
import org.datamarket.market.Market;
import org.datamarket.model.MarketModel;

/** Finds the state again in which a claim failed. */
@FunctionalInterface
public interface Origin {
  /** Nothing is found again. */
  Origin NONE = place -> Optional.empty();

  /** Of more buyers a market is not made smaller: to judge it a thousand times takes too long. */
  int MOST_BUYERS = 300;

  /**
   * A market as it stood.
   *
   * @param model as it was drawn
   * @param market its bids and reserves at that moment
   */
  record Found(MarketModel model, Market market) {
    private static final int SMALL = 50;

    /** Whether also a claim that takes long can be judged on it a thousand times. */
    boolean isSmall() {
      return model.buyers().size() <= SMALL;
    }
  }

  /** The state of a case; empty if it is not to be had, or too large to be made smaller. */
  Optional<Found> of(Case place);

  /**
   * In markets that were played: they are played once more.
   *
   * @param draw the market of a seed
   * @param sampling as it was when the claims were tried
   * @param stopped whether to stop, asked after every round
   */
  static Origin played(LongFunction<MarketModel> draw, Sampling sampling, BooleanSupplier stopped) {
    Map<Long, Optional<PlayedMarket>> played = new ConcurrentHashMap<>();
    return place -> {
      MarketModel model = draw.apply(place.seed());
      if (model.buyers().size() > MOST_BUYERS) {
        return Optional.empty();
      }
      return played
          .computeIfAbsent(
              place.seed(), seed -> PlayedMarket.play(draw.apply(seed), sampling, stopped))
          .flatMap(again -> state(again, place));
    };
  }

  private static Optional<Found> state(PlayedMarket played, Case place) {
    MarketModel model = played.model();
    if (place.atEnd()) {
      return Optional.of(new Found(model, played.market()));
    }
    if (place.buyer().isEmpty()) {
      return Optional.of(new Found(model, model.opening()));
    }
    return played.turns().stream()
        .filter(turn -> turn.round() == place.round())
        .filter(turn -> model.buyers().get(turn.buyer()).id().equals(place.buyer()))
        .map(turn -> new Found(model, turn.market()))
        .findFirst();
  }
}
