package org.datamarket.claims.search;

import org.datamarket.market.TieRule;
import org.datamarket.model.MarketModel;
import org.datamarket.random.RandomStreams;

/**
 * An endless row of random states of small markets, on which claims are tried: 1 to 5 buyers, 1 to
 * 3 sellers, whole numbers or two decimals, many equal prices, bids of all sorts. Each state is a
 * model whose initial bids and reserves are the state's.
 *
 * @param seed any 64-bit number
 * @param ties the tie rule of all of them
 */
public record RandomStates(long seed, TieRule ties) implements StateRow {
  private static final String STREAM = "claims-%s";
  private static final String OTHERS = "claims-%s-few";

  @Override
  public MarketModel state(long number) {
    RandomStreams streams = new RandomStreams(seed);
    return new StateDraw(
            streams.stream(STREAM.formatted(number)),
            streams.stream(OTHERS.formatted(number)),
            ties)
        .model("state-%s".formatted(number));
  }
}
