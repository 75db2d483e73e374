package org.datamarket.mechanism.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.datamarket.io.Json;
import org.datamarket.kind.Kinds;
import org.datamarket.market.Bid;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.mechanism.MechanismMeasures;
import org.datamarket.mechanism.Outcome;
import org.datamarket.mechanism.Outcome.Bounds;
import org.datamarket.mechanism.Outcome.Detail;
import org.datamarket.mechanism.Outcome.Payments;
import org.datamarket.mechanism.Outcome.Prices;
import org.datamarket.mechanism.Setting;

/**
 * What came out of mechanisms, as plain values to be written as JSON (docs/mechanisms.md §6): keys
 * in a fixed order, null for what does not exist.
 */
public final class MechanismAnswer {
  private MechanismAnswer() {}

  /** The results of some mechanisms of a case, by their names. */
  public static Map<String, Object> of(MarketCase market, MechanismChoice chosen) {
    Setting setting = Setting.of(market.population());
    Map<String, Object> results = new LinkedHashMap<>();
    for (Mechanism mechanism : market.mechanisms().stream().filter(chosen::has).toList()) {
      Outcome outcome = mechanism.clear(setting);
      results.put(Kinds.nameOf(mechanism), of(setting, outcome));
    }
    return results;
  }

  /** One result. */
  public static Map<String, Object> of(Setting setting, Outcome outcome) {
    Optional<Payments> payments = outcome.payments();
    Optional<Bounds> bounds = outcome.prices().flatMap(Prices::bounds);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("allocation", list(outcome.allocation()));
    result.put("sold", list(outcome.sold()));
    result.put("cost", list(payments.map(Payments::cost)));
    result.put("seller_revenue", list(payments.flatMap(Payments::sellerRevenue)));
    result.put("price", list(outcome.prices().map(Prices::price)));
    result.put("price_low", list(bounds.map(Bounds::low)));
    result.put("price_high", list(bounds.map(Bounds::high)));
    result.putAll(detail(outcome.detail()));
    result.put("measures", measures(MechanismMeasures.of(setting, outcome), payments.isPresent()));
    return result;
  }

  private static Map<String, Object> detail(Detail detail) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (detail instanceof Outcome.MultiBids multiBids) {
      values.put("offers", multiBids.offers().stream().map(MechanismAnswer::bids).toList());
      values.put("pseudo_gap", Json.finite(multiBids.pseudoGap()));
    } else if (detail instanceof Outcome.Posted posted) {
      values.put("posted_price", Json.finite(posted.price()));
      values.put("side", posted.side().name().toLowerCase(Locale.ROOT));
      values.put("unique_price", posted.unique());
    } else if (detail instanceof Outcome.Matching matching) {
      values.put("offers", bids(matching.offers()));
      values.put("fee_revenue", Json.finite(matching.feeRevenue()));
      values.put("spread", Json.finite(matching.spread()));
    }
    return values;
  }

  private static Map<String, Object> measures(MechanismMeasures measures, boolean paid) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("welfare", Json.finite(measures.welfare()));
    values.put("optimum", Json.finite(measures.optimum()));
    values.put("efficiency", Json.finite(measures.efficiency()));
    values.put("supply", Json.finite(measures.supply()));
    values.put("sold", Json.finite(measures.sold()));
    values.put("overage", Json.finite(measures.overage()));
    values.put("overage_revenue", Json.finite(measures.overageRevenue()));
    values.put("jain", Json.finite(measures.jain()));
    values.put("unserved", Json.finite(measures.unserved()));
    values.put("unmet_demand", Json.finite(measures.unmetDemand()));
    values.put("revenue", Json.finite(measures.revenue()));
    if (paid) {
      values.put("paid", Json.finite(measures.paid()));
    }
    values.put("buyers_surplus", Json.finite(measures.buyersSurplus()));
    values.put("sellers_surplus", Json.finite(measures.sellersSurplus()));
    values.put("isp_margin", Json.finite(measures.ispMargin()));
    values.put("isp_profit", Json.finite(measures.ispProfit()));
    values.put("isp_gain", Json.finite(measures.ispGain()));
    values.put("price_mean", Json.finite(measures.priceMean()));
    values.put("price_dispersion", Json.finite(measures.priceDispersion()));
    values.put("envy", Json.finite(measures.envy()));
    return values;
  }

  private static List<Object> bids(List<Bid> bids) {
    List<Object> pairs = new ArrayList<>();
    for (Bid bid : bids) {
      pairs.add(List.of(bid.quantity(), bid.price()));
    }
    return pairs;
  }

  private static Object list(Optional<double[]> values) {
    return values.map(MechanismAnswer::list).orElse(null);
  }

  /** Numbers as JSON can have them: null for one that does not exist. */
  static List<Object> list(double[] values) {
    List<Object> list = new ArrayList<>();
    for (double value : values) {
      list.add(Json.finite(value));
    }
    return list;
  }
}
