package org.datamarket.mechanism.file;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;
import org.datamarket.mechanism.routes.RouteReply;
import org.datamarket.mechanism.routes.RoutesMarket;
import org.datamarket.mechanism.routes.RoutesState;

/** What is claimed of a routes market, and the numbers that bear it out or refute it. */
enum RoutesClaim {
  /** Nobody loses with the bids as they stand: the least utility of a buyer. */
  RATIONAL {
    @Override
    Map<String, Object> numbers(RoutesMarket market, Market state, Map<String, Object> play) {
      double[] utility = RoutesState.of(market, state).utility();
      return Map.of("utility", Arrays.stream(utility).min().orElse(0));
    }
  },
  /** Play ends near the optimum. */
  EFFICIENT_AT_REST {
    @Override
    Map<String, Object> numbers(RoutesMarket market, Market state, Map<String, Object> play) {
      Map<String, Object> end = new LinkedHashMap<>();
      for (String key : END) {
        end.put(key, play.get(key));
      }
      return Map.of("end", end);
    }
  },
  /**
   * Who gets e = min_l a^l gets e also by asking for e everywhere at the same prices: of the buyer
   * that loses most by that, what it gets either way.
   */
  SEMRET_LEMMA {
    @Override
    Map<String, Object> numbers(RoutesMarket market, Market state, Map<String, Object> play) {
      double got = 0;
      double then = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < state.buyers(); i++) {
        BuyerView view = state.view(i);
        double now = RouteReply.delivered(view, view.own());
        double asked = RouteReply.delivered(view, RouteReply.consistent(view.own(), now));
        if (now - asked > most) {
          most = now - asked;
          got = now;
          then = asked;
        }
      }
      Map<String, Object> numbers = new LinkedHashMap<>();
      numbers.put("got", got);
      numbers.put("got_when_asking_that", then);
      return numbers;
    }
  };

  private static final List<String> END =
      List.of("status", "rounds", "messages", "delivered", "welfare", "optimum", "nash_gap");

  /** Their names in files. */
  static final List<String> NAMES = List.of("rational", "efficient_at_rest", "semret_lemma");

  static RoutesClaim of(String name) {
    return values()[NAMES.indexOf(name)];
  }

  /**
   * The numbers, by key.
   *
   * @param state the bids as they stand
   * @param play what came out of the play
   */
  abstract Map<String, Object> numbers(RoutesMarket market, Market state, Map<String, Object> play);
}
