package org.datamarket.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Logarithmic;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;

/**
 * Supply and demand of the whole market at the end, as if everybody saw everybody: what buyers want
 * at each price, what they ask for in their bids, what sellers offer at their reserves, and the
 * prices at which most of it clears. All curves are lists of quantity and price in turn.
 */
final class SupplyAndDemand {
  private static final int PRICES = 240;
  private static final int MOST_STEPS = 400;
  private static final int DIGITS = 6;
  private static final double TOP_SHARE = 0.02;
  private static final double MARGIN = 1.15;

  /** Where the market clears is told without so much of the quantity at either end. */
  private static final double TAIL = 0.05;

  private final RunTable buyers;
  private final RunTable sellers;
  private final RunTable bids;

  private SupplyAndDemand(RunTable buyers, RunTable sellers, RunTable bids) {
    this.buyers = buyers;
    this.sellers = sellers;
    this.bids = bids;
  }

  /** So much at one price. */
  private record Step(double quantity, double price) {}

  /** The curves, as JSON has them. */
  static Map<String, Object> of(RunTable buyers, RunTable sellers, RunTable bids)
      throws IOException {
    return new SupplyAndDemand(buyers, sellers, bids).curves();
  }

  private Map<String, Object> curves() throws IOException {
    List<Step> asked = steps(bids, "quantity", "price");
    List<Step> offered = steps(sellers, "quantity", "final_reserve");
    List<Step> own = steps(sellers, "quantity", "reserve");
    asked.sort(Comparator.comparingDouble(Step::price).reversed());
    offered.sort(Comparator.comparingDouble(Step::price));
    own.sort(Comparator.comparingDouble(Step::price));
    List<Step> cleared = steps(sellers, "sold", "clearing");
    cleared.sort(Comparator.comparingDouble(Step::price));
    double sold = cleared.stream().mapToDouble(Step::quantity).sum();
    double low = priceAt(cleared, TAIL * sold);
    double high = priceAt(cleared, (1 - TAIL) * sold);
    double top = top(asked, offered, high);
    Map<String, Object> curves = new LinkedHashMap<>();
    curves.put("top", Values.of(top, DIGITS));
    curves.put("sold", Values.of(sold, DIGITS));
    curves.put("low", Values.of(low, DIGITS));
    curves.put("high", Values.of(high, DIGITS));
    curves.put("wanted", wanted(top));
    curves.put("asked", staircase(asked));
    curves.put("offered", staircase(offered));
    curves.put("own", own.equals(offered) ? null : staircase(own));
    curves.put("thinned", Math.max(asked.size(), offered.size()) > MOST_STEPS);
    return curves;
  }

  /** The price of the step that reaches a quantity; NaN if there are no steps. */
  private static double priceAt(List<Step> ascending, double quantity) {
    double reached = 0;
    for (Step step : ascending) {
      reached += step.quantity;
      if (reached >= quantity) {
        return step.price;
      }
    }
    return ascending.isEmpty() ? Double.NaN : ascending.get(ascending.size() - 1).price;
  }

  private static List<Step> steps(RunTable table, String quantity, String price)
      throws IOException {
    List<Step> steps = new ArrayList<>();
    for (int k = 0; k < table.size(); k++) {
      double amount = table.numberOrZero(k, quantity);
      double unit = table.number(k, price);
      if (amount > 0 && Double.isFinite(unit)) {
        steps.add(new Step(amount, unit));
      }
    }
    return steps;
  }

  /** High enough for nearly all that is bid, for where it clears, and for the cheapest offers. */
  private static double top(List<Step> asked, List<Step> offered, double clearing) {
    double left = TOP_SHARE * asked.stream().mapToDouble(Step::quantity).sum();
    double top = Double.isFinite(clearing) ? clearing : 0;
    for (Step step : asked) {
      left -= step.quantity;
      if (left <= 0) {
        top = Math.max(top, step.price);
        break;
      }
    }
    if (!offered.isEmpty()) {
      top = Math.max(top, offered.get(0).price);
      double dearest = offered.get(offered.size() - 1).price;
      top = asked.isEmpty() ? 2 * dearest : Math.max(top, Math.min(dearest, 2 * top));
    }
    return top > 0 ? MARGIN * top : 1;
  }

  /** The corners of a staircase of steps in order; of very many, some are left out. */
  private static List<Object> staircase(List<Step> steps) {
    double total = steps.stream().mapToDouble(Step::quantity).sum();
    double least = steps.size() > MOST_STEPS ? total / MOST_STEPS : 0;
    List<Object> corners = new ArrayList<>();
    double begun = 0;
    double reached = 0;
    for (int k = 0; k < steps.size(); k++) {
      reached += steps.get(k).quantity;
      boolean last = k == steps.size() - 1;
      boolean sameNext = !last && steps.get(k + 1).price == steps.get(k).price;
      if (last || (!sameNext && reached - begun >= least)) {
        corners.add(Values.of(begun, DIGITS));
        corners.add(Values.of(steps.get(k).price, DIGITS));
        corners.add(Values.of(reached, DIGITS));
        corners.add(Values.of(steps.get(k).price, DIGITS));
        begun = reached;
      }
    }
    return corners;
  }

  /** What buyers want in all, from the highest price down; null if a valuation is not known. */
  private List<Object> wanted(double top) throws IOException {
    List<Valuation> valuations = new ArrayList<>();
    for (int i = 0; i < buyers.size(); i++) {
      Valuation valuation = valuation(i);
      if (valuation == null) {
        return null;
      }
      valuations.add(valuation);
    }
    List<Object> curve = new ArrayList<>();
    for (int k = PRICES; k >= 0; k--) {
      double price = top * k / PRICES;
      double quantity = 0;
      for (Valuation valuation : valuations) {
        quantity += valuation.demandAt(price);
      }
      curve.add(Values.of(quantity, DIGITS));
      curve.add(Values.of(price, DIGITS));
    }
    return curve;
  }

  private Valuation valuation(int buyer) throws IOException {
    double demand = buyers.number(buyer, "demand");
    Valuation own =
        switch (buyers.text(buyer, "valuation")) {
          case "alpha-fair" ->
              new AlphaFair(
                  demand,
                  buyers.number(buyer, "sigma"),
                  buyers.number(buyer, "alpha"),
                  buyers.numberOrZero(buyer, "base"));
          case "logarithmic" ->
              new Logarithmic(demand, buyers.number(buyer, "sigma"), buyers.number(buyer, "base"));
          case "parabolic" -> new Parabolic(demand, buyers.number(buyer, "slope"));
          case "linear" -> new Linear(demand, buyers.number(buyer, "unit_value"));
          default -> null;
        };
    double ispPrice = buyers.number(buyer, "isp_price");
    return own == null || Double.isNaN(ispPrice) ? own : WithIsp.of(own, ispPrice);
  }
}
