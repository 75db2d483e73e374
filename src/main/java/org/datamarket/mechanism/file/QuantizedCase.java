package org.datamarket.mechanism.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datamarket.io.Json;
import org.datamarket.market.Clearing;
import org.datamarket.mechanism.quantized.Profile;
import org.datamarket.mechanism.quantized.QuantizedMarket;
import org.datamarket.mechanism.quantized.QuantizedPlay;
import org.datamarket.mechanism.quantized.UniqueLimit;

/**
 * A market with a grid of prices, to be played to its end.
 *
 * @param market its seller and buyers
 * @param start what buyers say first; none for the unique limit, which begins at the lowest price
 */
public record QuantizedCase(QuantizedMarket market, Optional<Profile> start) implements Question {

  @Override
  public Map<String, Object> answer(MechanismChoice chosen) {
    QuantizedPlay play =
        start
            .map(first -> QuantizedPlay.of(market, first))
            .orElseGet(() -> UniqueLimit.play(market));
    Clearing clearing = market.clearing(play.end());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("mechanism", start.isPresent() ? LineReader.QUANTIZED : LineReader.UNIQUE);
    answer.put("status", play.isAtRest() ? "converged" : "cycle");
    answer.put("changing_rounds", play.changingRounds());
    answer.put("period", play.period());
    answer.put("levels", play.path().stream().map(Profile::levels).toList());
    answer.put("bids", bids(play.end()));
    answer.put("allocation", MechanismAnswer.list(clearing.allocation()));
    answer.put("cost", MechanismAnswer.list(clearing.cost()));
    answer.put("measures", measures(QuantizedMeasures.of(market, play.end())));
    return answer;
  }

  private List<Object> bids(Profile end) {
    List<Object> bids = new ArrayList<>();
    for (int i = 0; i < end.levels().size(); i++) {
      Map<String, Object> bid = new LinkedHashMap<>();
      bid.put("quantity", end.quantities().get(i));
      bid.put("price", market.grid().price(end.levels().get(i)));
      bids.add(bid);
    }
    return bids;
  }

  private static Map<String, Object> measures(QuantizedMeasures measures) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("asked", Json.finite(measures.asked()));
    values.put("sold", Json.finite(measures.sold()));
    values.put("welfare", Json.finite(measures.welfare()));
    values.put("optimum", Json.finite(measures.optimum()));
    values.put("efficiency", Json.finite(measures.efficiency()));
    values.put("nash_gap", Json.finite(measures.nashGap()));
    return values;
  }
}
