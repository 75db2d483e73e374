package org.datamarket.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.CoordinatedFeasible;
import org.datamarket.analysis.claims.Costs;
import org.datamarket.analysis.claims.FairDivision;
import org.datamarket.analysis.claims.LazarSemret;
import org.datamarket.analysis.claims.Lemma;
import org.datamarket.analysis.claims.OptimalAny;
import org.datamarket.analysis.claims.OptimalCoordinated;
import org.datamarket.analysis.claims.ParetoUnsold;
import org.datamarket.analysis.claims.PoolMinimal;
import org.datamarket.analysis.claims.PriceOrdering;
import org.datamarket.analysis.claims.Rational;
import org.datamarket.analysis.claims.Situation;
import org.datamarket.analysis.claims.State;
import org.datamarket.analysis.supremum.CoordinatedSupremum.Reading;
import org.datamarket.analysis.supremum.InfluenceSets.Influence;
import org.datamarket.io.Json;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;

/**
 * What a state of a market amounts to, as one line of JSON: for each buyer its utility, the reply
 * of its strategy, the suprema and by how much the claims about a buyer fail; for the market by how
 * much those about it fail, and whom each seller's bids concern. A claim that does not apply is
 * null. What is claimed of a market at rest, and of truthful bids, is reckoned here for any state.
 */
public final class StateAnswer {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final List<BuyerClaim> CLAIMS =
      List.of(
          new PoolMinimal.EqualAsks(),
          new CoordinatedFeasible(),
          new OptimalAny(),
          new OptimalCoordinated.Met(),
          new OptimalCoordinated.Any(),
          new Lemma.Pool(),
          new Lemma.Exact(),
          new Lemma.NoLoss(),
          new Rational(),
          new Costs.WithinBid(),
          new Costs.Integral());

  private StateAnswer() {}

  /** The line, without its end; {@code id} is null where there is none. */
  public static String line(Optional<String> id, State state) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", id.orElse(null));
    answer.put("per_buyer", state.buyers().stream().map(StateAnswer::buyer).toList());
    answer.put("market", market(state));
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain values have no cause to fail", impossible);
    }
  }

  private static Map<String, Object> buyer(Situation buyer) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("utility", Json.finite(buyer.utility()));
    answer.put("reply", bids(buyer.reply().bids(), buyer.state().market().sellers()));
    answer.put("reply_utility", Json.finite(buyer.replyUtility()));
    answer.put("sup_any", Json.finite(buyer.best()));
    answer.put("sup_coordinated_met", Json.finite(buyer.bestCoordinated(Reading.MET)));
    answer.put("sup_coordinated_any", Json.finite(buyer.bestCoordinated(Reading.ANY)));
    Map<String, Object> violations = new LinkedHashMap<>();
    CLAIMS.forEach(claim -> violations.put(claim.id(), Json.finite(violation(claim, buyer))));
    answer.put("violations", violations);
    return answer;
  }

  private static double violation(BuyerClaim claim, Situation buyer) {
    if (claim instanceof Rational) {
      return Rational.loss(buyer);
    }
    boolean costsNothing = claim instanceof Costs && buyer.bids().isEmpty();
    return costsNothing ? 0 : claim.violation(buyer);
  }

  /** A bid or null for each seller. */
  private static List<Object> bids(Bids bids, int sellers) {
    List<Object> row = new ArrayList<>();
    for (int j = 0; j < sellers; j++) {
      row.add(bid(bids.at(j)));
    }
    return row;
  }

  private static Object bid(Bid bid) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("quantity", bid.quantity());
    shown.put("price", bid.price());
    return bid.isNone() ? null : shown;
  }

  private static Map<String, Object> market(State state) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("fair_marginal", Json.finite(FairDivision.excess(state)));
    answer.put("pareto_unsold", Json.finite(ParetoUnsold.excess(state)));
    answer.put("ordering", Json.finite(new PriceOrdering().violation(state)));
    answer.put("ls_loss", LazarSemret.applies(state) ? loss(state) : null);
    List<Map<String, Object>> influence = new ArrayList<>();
    for (int j = 0; j < state.market().sellers(); j++) {
      Map<String, Object> sets = new LinkedHashMap<>();
      sets.put("primary", sets(state.influence().primary(j)));
      sets.put("component", sets(state.influence().component(j)));
      influence.add(sets);
    }
    answer.put("influence", influence);
    return answer;
  }

  private static Map<String, Object> loss(State state) {
    double loss = LazarSemret.loss(state);
    double bound = LazarSemret.bound(state);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("violation", Json.finite(loss - bound));
    answer.put("eps", Json.finite(state.largestGap()));
    answer.put("loss", Json.finite(loss));
    answer.put("bound", Json.finite(bound));
    return answer;
  }

  private static List<List<Integer>> sets(Influence influence) {
    return Arrays.asList(influence.sellers(), influence.buyers());
  }
}
