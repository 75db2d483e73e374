package org.datamarket.naive;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is measured at the end of a run. NaN stands for null.
 *
 * <p>Readings taken where the rules leave room:
 *
 * <ul>
 *   <li>A buyer that pays more than its budget is left out of both gaps.
 *   <li>Utility, envy and the gaps use the valuation with the ISP's option, like every rule.
 *   <li>Unmet demand is 0 for a buyer without live bids and never negative for another; "its price"
 *       is the highest of its live bids.
 *   <li>A seller's clearing price looks at allocations above 1e-9 of its quantity, and calls supply
 *       unsold above the same threshold. A seller that sold nothing has none.
 *   <li>The dispersion of prices that are all 0 is 0.
 * </ul>
 */
public record NaiveMeasures(
    double welfare,
    double optimum,
    double efficiency,
    double nashGap,
    double restrictedGap,
    double revenue,
    double supply,
    double sold,
    double unmetDemand,
    double priceMean,
    double priceDispersion,
    double[] clearing,
    double clearingMean,
    double jain,
    double envy,
    double poolSizeMean,
    int overBudget) {

  private static final double NOTHING = 1e-9;

  public static NaiveMeasures of(NaiveMarket.Setup setup, NaiveMarket.Outcome outcome) {
    double welfare = welfare(setup, outcome);
    double optimum = optimum(setup);
    double sold = sum(outcome.allocation());
    double revenue = sum(outcome.cost());
    double[] clearing = clearing(setup, outcome);
    return new NaiveMeasures(
        welfare,
        optimum,
        optimum == 0 ? Double.NaN : welfare / optimum,
        nashGap(setup, outcome),
        restrictedGap(setup, outcome),
        revenue,
        setup.sellers().stream().mapToDouble(NaiveMarket.Seller::quantity).sum(),
        sold,
        unmetDemand(setup, outcome),
        sold > 0 ? revenue / sold : Double.NaN,
        dispersion(outcome),
        clearing,
        clearingMean(clearing, outcome),
        jain(setup, outcome),
        envy(setup, outcome),
        poolSizeMean(outcome),
        (int)
            IntStream.range(0, setup.buyers().size())
                .filter(i -> isOverBudget(setup, outcome, i))
                .count());
  }

  public static double optimum(NaiveMarket.Setup setup) {
    List<NaiveValuation> valuations =
        setup.buyers().stream().map(NaiveMarket.Buyer::valuation).toList();
    double[] quantities =
        setup.sellers().stream().mapToDouble(NaiveMarket.Seller::quantity).toArray();
    double[] reserves = setup.sellers().stream().mapToDouble(NaiveMarket.Seller::reserve).toArray();
    if (setup.buyers().stream().allMatch(buyer -> buyer.reach() == null)) {
      return NaiveOptimum.fullReach(valuations, quantities, reserves).welfare();
    }
    int[][] reach = setup.buyers().stream().map(NaiveMarket.Buyer::reach).toArray(int[][]::new);
    return NaiveOptimum.anyReach(valuations, quantities, reserves, reach).reached();
  }

  /** Of the data that everybody has in the end, from the market and from the ISP. */
  public static double welfare(NaiveMarket.Setup setup, NaiveMarket.Outcome outcome) {
    double welfare = 0;
    for (int i = 0; i < setup.buyers().size(); i++) {
      NaiveValuation valuation = setup.buyers().get(i).valuation();
      double got = got(outcome, i);
      double bought = valuation.ispPurchase(got);
      welfare +=
          valuation.ownValue(got + bought) - (bought > 0 ? valuation.ispPrice() * bought : 0);
    }
    for (int j = 0; j < setup.sellers().size(); j++) {
      welfare -= setup.sellers().get(j).reserve() * soldBy(outcome, j);
    }
    return welfare;
  }

  public static double nashGap(NaiveMarket.Setup setup, NaiveMarket.Outcome outcome) {
    if (setup.ties() == Ties.STRICT) {
      return Double.NaN;
    }
    NaiveAuction[] auctions = auctions(setup, outcome);
    double gap = 0;
    for (int i = 0; i < setup.buyers().size(); i++) {
      NaiveMarket.Buyer buyer = setup.buyers().get(i);
      double best =
          NaiveStrategies.bestUtility(
              buyer.valuation(), buyer.budget(), auctions, setup.reachOf(i), i);
      gap = isOverBudget(setup, outcome, i) ? gap : Math.max(gap, best - outcome.utility()[i]);
    }
    return gap;
  }

  public static double restrictedGap(NaiveMarket.Setup setup, NaiveMarket.Outcome outcome) {
    NaiveAuction[] auctions = auctions(setup, outcome);
    double gap = 0;
    for (int i = 0; i < setup.buyers().size(); i++) {
      Bid[] reply = NaiveMarket.reply(setup, i, auctions).bids();
      double then = NaiveMarket.worth(setup, i, NaiveMarket.withBids(auctions, i, reply));
      gap = isOverBudget(setup, outcome, i) ? gap : Math.max(gap, then - outcome.utility()[i]);
    }
    return gap;
  }

  private static boolean isOverBudget(NaiveMarket.Setup setup, NaiveMarket.Outcome outcome, int i) {
    return Arrays.stream(outcome.cost()[i]).sum() > setup.buyers().get(i).budget() * (1 + 1e-9);
  }

  private static double unmetDemand(NaiveMarket.Setup setup, NaiveMarket.Outcome outcome) {
    double unmet = 0;
    for (int i = 0; i < setup.buyers().size(); i++) {
      double price =
          Arrays.stream(outcome.bids()[i])
              .filter(Bid::isLive)
              .mapToDouble(Bid::price)
              .max()
              .orElse(Double.NaN);
      if (!Double.isNaN(price)) {
        unmet += Math.max(0, setup.buyers().get(i).valuation().inverse(price) - got(outcome, i));
      }
    }
    return unmet;
  }

  private static double dispersion(NaiveMarket.Outcome outcome) {
    double sold = sum(outcome.allocation());
    if (!(sold > 0)) {
      return Double.NaN;
    }
    double mean = sum(outcome.cost()) / sold;
    double variance = 0;
    for (int i = 0; i < outcome.allocation().length; i++) {
      for (int j = 0; j < outcome.reserves().length; j++) {
        double amount = outcome.allocation()[i][j];
        if (amount > 0) {
          variance += amount / sold * Math.pow(outcome.cost()[i][j] / amount - mean, 2);
        }
      }
    }
    return mean == 0 ? 0 : Math.sqrt(variance) / mean;
  }

  private static double[] clearing(NaiveMarket.Setup setup, NaiveMarket.Outcome outcome) {
    double[] clearing = new double[outcome.reserves().length];
    for (int j = 0; j < clearing.length; j++) {
      double nothing = NOTHING * setup.sellers().get(j).quantity();
      double lowest = Double.NaN;
      for (int i = 0; i < outcome.bids().length; i++) {
        if (outcome.allocation()[i][j] > nothing) {
          double price = outcome.bids()[i][j].price();
          lowest = Double.isNaN(lowest) ? price : Math.min(lowest, price);
        }
      }
      boolean unsold = setup.sellers().get(j).quantity() - soldBy(outcome, j) > nothing;
      clearing[j] = Double.isNaN(lowest) || !unsold ? lowest : outcome.reserves()[j];
    }
    return clearing;
  }

  private static double clearingMean(double[] clearing, NaiveMarket.Outcome outcome) {
    double weighted = 0;
    double weight = 0;
    for (int j = 0; j < clearing.length; j++) {
      if (!Double.isNaN(clearing[j])) {
        weighted += clearing[j] * soldBy(outcome, j);
        weight += soldBy(outcome, j);
      }
    }
    return weight > 0 ? weighted / weight : Double.NaN;
  }

  private static double jain(NaiveMarket.Setup setup, NaiveMarket.Outcome outcome) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < setup.buyers().size(); i++) {
      double share = got(outcome, i) / setup.buyers().get(i).valuation().demand();
      sum += share;
      squares += share * share;
    }
    return squares > 0 ? sum * sum / (setup.buyers().size() * squares) : Double.NaN;
  }

  private static double envy(NaiveMarket.Setup setup, NaiveMarket.Outcome outcome) {
    double envy = 0;
    for (int i = 0; i < setup.buyers().size(); i++) {
      NaiveValuation valuation = setup.buyers().get(i).valuation();
      for (int k = 0; k < setup.buyers().size(); k++) {
        double inTheirPlace =
            valuation.value(Math.min(got(outcome, k), valuation.demand()))
                - Arrays.stream(outcome.cost()[k]).sum();
        envy = k == i ? envy : Math.max(envy, inTheirPlace - outcome.utility()[i]);
      }
    }
    return envy;
  }

  private static double poolSizeMean(NaiveMarket.Outcome outcome) {
    return Arrays.stream(outcome.bids())
        .mapToLong(row -> Arrays.stream(row).filter(Bid::isLive).count())
        .filter(count -> count > 0)
        .average()
        .orElse(Double.NaN);
  }

  private static NaiveAuction[] auctions(NaiveMarket.Setup setup, NaiveMarket.Outcome outcome) {
    return NaiveMarket.auctions(outcome.bids(), outcome.reserves(), setup.sellers(), setup.ties());
  }

  private static double got(NaiveMarket.Outcome outcome, int i) {
    return Arrays.stream(outcome.allocation()[i]).sum();
  }

  private static double soldBy(NaiveMarket.Outcome outcome, int j) {
    return Arrays.stream(outcome.allocation()).mapToDouble(row -> row[j]).sum();
  }

  private static double sum(double[][] values) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).sum();
  }
}
