package org.datamarket.mechanism.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.io.Json;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.mechanism.routes.RoutesOptimum;
import org.datamarket.mechanism.routes.RoutesPlay;
import org.datamarket.mechanism.routes.RoutesState;

/** What came out of a play on routes, as plain values to be written as JSON. */
final class RoutesAnswer {
  private RoutesAnswer() {}

  static Map<String, Object> play(RoutesPlay play, RoutesState end, RoutesOptimum optimum) {
    int resources = play.end().sellers();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("from", "no bids");
    values.put("order", "fixed");
    values.put("status", play.status());
    values.put("period", play.period() == 0 ? null : play.period());
    values.put("rounds", play.rounds());
    values.put("messages", play.messages());
    List<Object> bids = new ArrayList<>();
    for (int i = 0; i < play.end().buyers(); i++) {
      bids.add(bids(play.end().bids(i), resources));
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
  static List<Object> bids(Bids bids, int resources) {
    List<Object> list = new ArrayList<>();
    for (int l = 0; l < resources; l++) {
      Bid bid = bids.at(l);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("quantity", bid.quantity());
      values.put("price", bid.price());
      list.add(bid.isNone() ? null : values);
    }
    return list;
  }
}
