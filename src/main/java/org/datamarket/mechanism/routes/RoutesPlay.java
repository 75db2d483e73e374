package org.datamarket.mechanism.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;
import org.datamarket.market.Valuation;

/**
 * A play from no bids to its end: buyers take turns in a fixed order, each seeing the bids as they
 * stand, and bid again only for a gain of more than ε (docs/mechanisms.md §8).
 *
 * @param end the market as it then stands; not to be written to
 * @param period how many rounds the cycle has; 1 at rest, 0 at the round limit
 * @param rounds including the last one, which changed nothing or came back
 * @param messages how often a reply replaced bids
 */
public record RoutesPlay(Market end, int period, int rounds, int messages) {
  /** The most rounds that are played where nothing else is said. */
  public static final int ROUND_LIMIT = 10_000;

  /** Plays a market for at most so many rounds. */
  public static RoutesPlay of(RoutesMarket market, int roundLimit) {
    Market state = market.withoutBids();
    Map<List<Bids>, Integer> seen = new HashMap<>(Map.of(profile(state), 0));
    int messages = 0;
    for (int round = 1; round <= roundLimit; round++) {
      int accepted = round(market, state);
      messages += accepted;
      if (accepted == 0) {
        return new RoutesPlay(state, 1, round, messages);
      }
      Integer before = seen.putIfAbsent(profile(state), round);
      if (before != null) {
        return new RoutesPlay(state, round - before, round, messages);
      }
    }
    return new RoutesPlay(state, 0, roundLimit, messages);
  }

  /** Every buyer's turn, once; how many of them bid. */
  private static int round(RoutesMarket market, Market state) {
    int accepted = 0;
    for (int i = 0; i < state.buyers(); i++) {
      Valuation valuation = market.valuations().get(i);
      BuyerView view = state.view(i);
      Bids reply = market.reply(i, view).bids();
      double then = RouteReply.utility(valuation, view, reply);
      double now = RouteReply.utility(valuation, view, view.own());
      if (then > now + market.epsilon()) {
        state.submit(i, reply);
        accepted++;
      }
    }
    return accepted;
  }

  private static List<Bids> profile(Market state) {
    List<Bids> profile = new ArrayList<>();
    for (int i = 0; i < state.buyers(); i++) {
      profile.add(state.bids(i));
    }
    return profile;
  }

  /** How it ended, as results name it: {@code converged}, {@code cycle} or {@code round-limit}. */
  public String status() {
    return period == 0 ? "round-limit" : period == 1 ? "converged" : "cycle";
  }
}
