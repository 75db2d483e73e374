package org.datamarket.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.io.Json;
import org.datamarket.market.Bid;
import org.datamarket.strategy.RebidRule.Decision;

/**
 * An explanation as one JSON object. Quantities are in GB, prices in money per GB; a number that
 * does not exist, or is infinite, is null.
 */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** The text of the object, with a line feed at its end. */
  public static String of(Explanation explanation) {
    BuyerInsight insight = explanation.insight();
    return Json.text(
        object(
            "model", explanation.model(),
            "seed", explanation.seed(),
            "round", explanation.round(),
            "before_turn", explanation.beforeTurn(),
            "status", explanation.status().key(),
            "buyer", insight.buyer(),
            "strategy", insight.strategy(),
            "currency", insight.currency(),
            "demand", insight.demand(),
            "budget", insight.budget(),
            "epsilon", insight.epsilon(),
            "delayed", insight.delayed(),
            "account", account(insight),
            "last_turn", lastTurn(insight),
            "now", now(insight),
            "ranking", ranking(insight),
            "best_bids", best(insight.best())));
  }

  /** An object of keys and values, in turn. */
  private static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int k = 0; k < keysAndValues.length; k += 2) {
      object.put((String) keysAndValues[k], Json.finite(keysAndValues[k + 1]));
    }
    return object;
  }

  private static Map<String, Object> account(BuyerInsight insight) {
    BuyerAccount account = insight.account();
    return object(
        "allocation", account.allocation(),
        "cost", account.cost(),
        "value", insight.value(),
        "marginal_value", insight.marginal(),
        "utility", account.utility(),
        "nash_gap", account.nashGap(),
        "over_budget", account.overBudget(),
        "bids", bids(insight.bids()));
  }

  private static Map<String, Object> lastTurn(BuyerInsight insight) {
    Map<String, Object> turn = object("words", insight.lastDecision());
    insight.last().ifPresent(decision -> turn.putAll(decision(decision)));
    insight
        .since()
        .ifPresent(
            since -> {
              turn.put("round", since.round());
              turn.put("moved", moves(since.moves()));
            });
    return turn;
  }

  private static Map<String, Object> decision(Decision decision) {
    return object(
        "outcome", decision.reply().outcome().name().toLowerCase(Locale.ROOT),
        "accepted", decision.accepted(),
        "utility_of_bids", decision.utilityNow(),
        "utility_of_reply", decision.utilityOfReply(),
        "gain", decision.gain());
  }

  private static List<Object> moves(List<SinceLastTurn.Move> moves) {
    List<Object> rows = new ArrayList<>();
    for (SinceLastTurn.Move move : moves) {
      boolean reserve = move.buyer().isEmpty();
      rows.add(
          object(
              "seller", move.seller(),
              "what", reserve ? "reserve" : "bid",
              "buyer", move.buyer().orElse(null),
              "before", reserve ? (Object) move.before().price() : bid(move.before()),
              "now", reserve ? (Object) move.after().price() : bid(move.after())));
    }
    return rows;
  }

  /** A bid; null for none. */
  private static Object bid(Bid bid) {
    return bid.isNone() ? null : object("quantity", bid.quantity(), "price", bid.price());
  }

  private static Map<String, Object> now(BuyerInsight insight) {
    ReplySteps steps = insight.steps();
    Map<String, Object> now = object("words", insight.nextDecision());
    now.putAll(decision(insight.now()));
    now.putAll(
        object(
            "desired_total", steps.desiredTotal(),
            "total", steps.total(),
            "price", steps.price(),
            "pool_size", steps.poolSize(),
            "provisioning", steps.provisioning().isPresent() ? (Object) steps.poolSize() : null,
            "share", steps.share().orElse(Double.NaN),
            "marginal_seller", steps.marginalSeller().orElse(null),
            "forgone", steps.forgone(),
            "pool", steps.pool(),
            "pool_end", insight.poolEnd(),
            "bids", bids(steps.bids())));
    return now;
  }

  private static Map<String, Object> ranking(BuyerInsight insight) {
    List<Object> rows = new ArrayList<>();
    for (BuyerInsight.Rank row : insight.ranking().rows()) {
      rows.add(
          object(
              "rank", row.rank() == 0 ? null : (Object) row.rank(),
              "seller", row.seller(),
              "residual", row.residual(),
              "reserve", row.reserve(),
              "pool_gives", row.poolGives(),
              "asked", row.asked(),
              "standing", row.standing()));
    }
    return object("price", insight.ranking().price(), "sellers", rows);
  }

  private static Map<String, Object> best(BestBids best) {
    return object(
        "total", best.total(),
        "price", best.price(),
        "value", best.value(),
        "cost", best.cost(),
        "utility", best.utility(),
        "gain", best.gain(),
        "bids", bids(best.bids()));
  }

  private static List<Object> bids(List<BuyerInsight.LiveBid> bids) {
    List<Object> rows = new ArrayList<>();
    for (BuyerInsight.LiveBid bid : bids) {
      rows.add(
          object(
              "seller", bid.seller(),
              "quantity", bid.quantity(),
              "price", bid.price(),
              "allocation", bid.allocation(),
              "cost", bid.cost()));
    }
    return rows;
  }
}
