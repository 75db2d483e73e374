package org.datamarket.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.SellerAccount;
import org.datamarket.market.Valuation;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.study.Cells;
import org.datamarket.study.Measure;

/**
 * Who has what of a run: buyers in five groups by their wish to pay, sellers in five by what they
 * have to sell, and the ISP; and the unit prices that buyers pay. Groups are as equally large as
 * can be, and the same under every mechanism, for they depend on the people alone; who is equal
 * stays in the order of the model. Fewer than five are a group each.
 */
final class Shares {
  private static final int GROUPS = 5;
  private static final List<Double> QUANTILES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

  private Shares() {}

  /** What is kept of a run, in order. */
  static List<Measure> measures() {
    List<Measure> all = new ArrayList<>();
    for (int g = 1; g <= GROUPS; g++) {
      all.add(
          new Measure(
              "buyers_%s".formatted(g),
              "$",
              "Mean utility of the buyers of group %s by wish to pay, 1 the least".formatted(g)));
    }
    for (int g = 1; g <= GROUPS; g++) {
      all.add(
          new Measure(
              "sellers_%s".formatted(g),
              "$",
              "Mean profit of the sellers of group %s by size, 1 the smallest".formatted(g)));
    }
    all.add(new Measure("isp", "$", "What the ISP earns, isp_profit of summary.json"));
    for (double share : QUANTILES) {
      all.add(
          new Measure(
              "price_%s".formatted(Math.round(100 * share)),
              "$/GB",
              "So many per cent of what buyers get costs them at most this unit price: %s"
                  .formatted(Math.round(100 * share))));
    }
    return all;
  }

  /** Their cells for a run; empty for a number that does not exist. */
  static List<String> cells(RunResult result) {
    List<Double> all = new ArrayList<>();
    MarketModel model = result.model();
    double[] wishes = wishes(model);
    List<BuyerAccount> buyers = result.buyers();
    all.addAll(means(wishes, i -> buyers.get(i).utility()));
    double[] sizes = model.sellers().stream().mapToDouble(SellerSpec::quantity).toArray();
    List<SellerAccount> sellers = result.sellers();
    all.addAll(
        means(
            sizes,
            j ->
                sellers.get(j).revenue()
                    - model.sellers().get(j).reserve() * sellers.get(j).sold()));
    all.add(result.measures().surplus().ispProfit());
    all.addAll(prices(buyers));
    return all.stream().map(Cells::of).toList();
  }

  /**
   * θ_κ,i′(0), $/GB, or of all buyers the mean worth θ_κ,i(d) / d where it is infinite for one of
   * them.
   */
  private static double[] wishes(MarketModel model) {
    List<Valuation> valuations = model.buyers().stream().map(buyer -> buyer.valuation()).toList();
    double[] first = valuations.stream().mapToDouble(one -> one.marginal(0)).toArray();
    return Arrays.stream(first).allMatch(Double::isFinite)
        ? first
        : valuations.stream().mapToDouble(Shares::meanWorth).toArray();
  }

  private static double meanWorth(Valuation valuation) {
    double demand = valuation.demand();
    return demand > 0 ? (valuation.value(demand) - valuation.value(0)) / demand : 0;
  }

  /** The mean of a value over each group; NaN for a group without members. */
  static List<Double> means(double[] ranks, IntToDoubleFunction value) {
    int n = ranks.length;
    int groups = Math.min(GROUPS, n);
    List<Integer> order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> ranks[i]))
            .toList();
    double[] sums = new double[GROUPS];
    int[] counts = new int[GROUPS];
    for (int k = 0; k < n; k++) {
      int group = (int) ((long) k * groups / n);
      sums[group] += value.applyAsDouble(order.get(k));
      counts[group]++;
    }
    return IntStream.range(0, GROUPS)
        .mapToObj(g -> counts[g] == 0 ? Double.NaN : sums[g] / counts[g])
        .toList();
  }

  /** Quantiles of the unit prices paid, each by the quantity that it is paid for. */
  private static List<Double> prices(List<BuyerAccount> buyers) {
    List<BuyerAccount> served =
        buyers.stream()
            .filter(one -> one.allocation() > 0 && !Double.isNaN(one.cost()))
            .sorted(Comparator.comparingDouble(one -> one.cost() / one.allocation()))
            .toList();
    double total = served.stream().mapToDouble(BuyerAccount::allocation).sum();
    List<Double> prices = new ArrayList<>();
    for (double share : QUANTILES) {
      double price = Double.NaN;
      double below = 0;
      for (int k = 0; k < served.size() && (k == 0 || below < share * total); k++) {
        price = served.get(k).cost() / served.get(k).allocation();
        below += served.get(k).allocation();
      }
      prices.add(price);
    }
    return prices;
  }
}
