package org.datamarket.mechanism;

import java.util.Arrays;
import java.util.Optional;
import org.datamarket.analysis.fairness.Envy;
import org.datamarket.analysis.fairness.Jain;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.mechanism.Outcome.Payments;
import org.datamarket.mechanism.Outcome.Prices;

/** Computes {@link MechanismMeasures}. */
final class Measuring {
  /** A cost within this share of a budget is within the budget. */
  private static final double BUDGET_ROUNDING = 1e-9;

  private final Setting setting;
  private final Population people;
  private final Outcome outcome;
  private final double[] allocation;
  private final double[] overage;
  private final double sold;
  private final double reserves;

  Measuring(Setting setting, Outcome outcome) {
    this.setting = setting;
    this.people = setting.population();
    this.outcome = outcome;
    this.allocation = outcome.allocation();
    overage = new double[allocation.length];
    Arrays.setAll(overage, i -> people.overage(i, allocation[i]));
    sold = Arrays.stream(outcome.sold()).sum();
    double kept = 0;
    for (int j = 0; j < outcome.sold().length; j++) {
      kept += people.reserves()[j] * outcome.sold()[j];
    }
    reserves = kept;
  }

  MechanismMeasures measure() {
    Optional<Payments> payments = outcome.payments();
    double paid = payments.map(p -> Arrays.stream(p.cost()).sum()).orElse(Double.NaN);
    double margin = payments.map(Payments::ispMargin).orElse(Double.NaN);
    double revenue = paid - margin;
    double welfare = worth() - reserves;
    double optimum = setting.optimum();
    double bill = bill(overage);
    return new MechanismMeasures(
        welfare,
        optimum,
        optimum == 0 ? Double.NaN : welfare / optimum,
        Arrays.stream(people.quantities()).sum(),
        sold,
        Arrays.stream(overage).sum(),
        bill,
        Jain.index(people.valuations(), allocation),
        unserved(),
        outcome.unmetDemand(),
        revenue,
        paid,
        worth() - paid,
        revenue - reserves,
        margin,
        bill + margin,
        margin - lostOverage(),
        additionalUse() - reserves,
        sold > 0 ? paid / sold : Double.NaN,
        payments.map(p -> dispersion(p.cost(), paid)).orElse(Double.NaN),
        outcome.prices().map(this::clearing).orElse(Double.NaN),
        payments
            .map(p -> Envy.largest(people.valuations(), allocation, p.cost()))
            .orElse(Double.NaN),
        payments.map(p -> overBudget(p.cost())).orElse(0),
        outcome.messages());
  }

  /** Σ θ_κ,i(a_i) = Σ θ_i(a_i + x_i) − p_κ x_i. */
  private double worth() {
    double worth = 0;
    for (int i = 0; i < allocation.length; i++) {
      worth += people.value(i, allocation[i]);
    }
    return worth;
  }

  private double bill(double[] quantities) {
    double bill = 0;
    for (int i = 0; i < quantities.length; i++) {
      bill += people.ispBill(i, quantities[i]);
    }
    return bill;
  }

  /** Σ p_κ min(a_i, x_i⁰): what the ISP no longer sells. */
  private double lostOverage() {
    double[] lost = new double[allocation.length];
    Arrays.setAll(lost, i -> Math.min(allocation[i], people.overage(i, 0)));
    return bill(lost);
  }

  /** Σ θ_i(a_i) − θ_i(min(a_i, x_i⁰)), θ being the valuation without the ISP. */
  private double additionalUse() {
    double additional = 0;
    for (int i = 0; i < allocation.length; i++) {
      double displaced = Math.min(allocation[i], people.overage(i, 0));
      if (displaced < allocation[i]) {
        Valuation own = WithIsp.without(people.valuations().get(i));
        additional += own.value(allocation[i]) - own.value(displaced);
      }
    }
    return additional;
  }

  private double unserved() {
    double unserved = 0;
    for (int i = 0; i < allocation.length; i++) {
      double demand = people.valuations().get(i).demand();
      unserved += Math.max(0, demand - allocation[i] - overage[i]);
    }
    return unserved;
  }

  private double dispersion(double[] cost, double paid) {
    if (sold == 0) {
      return Double.NaN;
    }
    double quantity = Arrays.stream(allocation).sum();
    double mean = paid / quantity;
    double squares = 0;
    for (int i = 0; i < cost.length; i++) {
      if (allocation[i] > 0) {
        double deviation = cost[i] / allocation[i] - mean;
        squares += allocation[i] * deviation * deviation;
      }
    }
    return mean == 0 ? 0 : Math.sqrt(squares / quantity) / mean;
  }

  private double clearing(Prices prices) {
    double weighted = 0;
    for (int j = 0; j < prices.price().length; j++) {
      weighted += outcome.sold()[j] > 0 ? outcome.sold()[j] * prices.price()[j] : 0;
    }
    return sold > 0 ? weighted / sold : Double.NaN;
  }

  private int overBudget(double[] cost) {
    int count = 0;
    for (int i = 0; i < cost.length; i++) {
      count += cost[i] > people.budgets()[i] * (1 + BUDGET_ROUNDING) ? 1 : 0;
    }
    return count;
  }
}
