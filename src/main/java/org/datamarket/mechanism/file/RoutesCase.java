package org.datamarket.mechanism.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datamarket.io.Json;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;
import org.datamarket.mechanism.routes.RouteReply;
import org.datamarket.mechanism.routes.RoutesMarket;
import org.datamarket.mechanism.routes.RoutesOptimum;
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
    Map<String, Object> play = play();
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
      values.put("bids", bids(reply.bids()));
      values.put("utility", RouteReply.utility(market.valuations().get(i), view, reply.bids()));
      values.put(
          "current_utility", RouteReply.utility(market.valuations().get(i), view, view.own()));
      replies.add(values);
    }
    return replies;
  }

  private Map<String, Object> play() {
    RoutesPlay play = RoutesPlay.of(market, roundLimit);
    RoutesState end = RoutesState.of(market, play.end());
    RoutesOptimum optimum = market.optimum();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("from", "no bids");
    values.put("order", "fixed");
    values.put("status", play.status());
    values.put("period", play.period() == 0 ? null : play.period());
    values.put("rounds", play.rounds());
    values.put("messages", play.messages());
    List<Object> bids = new ArrayList<>();
    for (int i = 0; i < play.end().buyers(); i++) {
      bids.add(bids(play.end().bids(i)));
    }
    values.put("bids", bids);
    values.put("allocation", Arrays.stream(end.allocation()).map(MechanismAnswer::list).toList());
    values.put("cost", Arrays.stream(end.cost()).map(MechanismAnswer::list).toList());
    values.put("delivered", MechanismAnswer.list(end.delivered()));
    values.put("utility", MechanismAnswer.list(end.utility()));
    values.put("sold", MechanismAnswer.list(end.sold()));
    values.put("waste", end.waste());
    values.put("revenue", end.revenue());
    values.put("nash_gap", Json.finite(end.nashGap()));
    values.put("welfare", end.welfare());
    values.put("optimum", optimum.welfare());
    values.put("optimum_bound", optimum.upperBound());
    values.put("efficiency", Json.finite(efficiency(end.welfare(), optimum.welfare())));
    return values;
  }

  private static double efficiency(double welfare, double optimum) {
    return optimum == 0 ? Double.NaN : welfare / optimum;
  }

  /** One per resource; null where there is none. */
  private List<Object> bids(Bids bids) {
    List<Object> list = new ArrayList<>();
    for (int l = 0; l < market.resources().size(); l++) {
      Bid bid = bids.at(l);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("quantity", bid.quantity());
      values.put("price", bid.price());
      list.add(bid.isNone() ? null : values);
    }
    return list;
  }
}
