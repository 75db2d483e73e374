package org.datamarket.mechanism.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;
import org.datamarket.mechanism.routes.RouteReply;
import org.datamarket.mechanism.routes.RoutesMarket;
import org.datamarket.mechanism.routes.RoutesPlay;
import org.datamarket.mechanism.routes.RoutesState;

/**
 * A market of resources and routes: what buyers would answer to given bids, and a play.
 *
 * @param market its resources and buyers
 * @param state the bids that are answered
 * @param roundLimit the most rounds that are played
 * @param claim what is to be looked at, too
 */
public record RoutesCase(
    RoutesMarket market, Market state, int roundLimit, Optional<RoutesClaim> claim)
    implements Question {

  @Override
  public Map<String, Object> answer(MechanismChoice chosen) {
    RoutesPlay played = RoutesPlay.of(market, roundLimit);
    Map<String, Object> play =
        RoutesAnswer.play(played, RoutesState.of(market, played.end()), market.optimum());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("mechanism", LineReader.ROUTES);
    claim.ifPresent(asked -> answer.putAll(asked.numbers(market, state, play)));
    answer.put("replies", replies());
    answer.put("play", play);
    return answer;
  }

  private List<Object> replies() {
    List<Object> replies = new ArrayList<>();
    for (int i = 0; i < state.buyers(); i++) {
      BuyerView view = state.view(i);
      RouteReply reply = market.reply(i, view);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("sup", reply.supremum());
      values.put("desired", reply.desired());
      values.put("total", reply.total());
      values.put("bids", RoutesAnswer.bids(reply.bids(), state.sellers()));
      values.put("utility", RouteReply.utility(market.valuations().get(i), view, reply.bids()));
      values.put(
          "current_utility", RouteReply.utility(market.valuations().get(i), view, view.own()));
      replies.add(values);
    }
    return replies;
  }
}
