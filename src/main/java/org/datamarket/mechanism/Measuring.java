package org.datamarket.mechanism;

import java.util.Arrays;
import java.util.Optional;
import org.datamarket.analysis.fairness.Envy;
import org.datamarket.analysis.fairness.Jain;
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
  private final double sold;

  Measuring(Setting setting, Outcome outcome) {
    this.setting = setting;
    this.people = setting.population();
    this.outcome = outcome;
    this.allocation = outcome.allocation();
    sold = Arrays.stream(outcome.sold()).sum();
  }

  MechanismMeasures measure() {
    Optional<Payments> payments = outcome.payments();
    double paid = payments.map(p -> Arrays.stream(p.cost()).sum()).orElse(Double.NaN);
    double margin = payments.map(Payments::ispMargin).orElse(Double.NaN);
    Surplus surplus = Surplus.of(people, allocation, outcome.sold(), paid, margin);
    double welfare = Surplus.worth(people, allocation) - Surplus.kept(people, outcome.sold());
    double optimum = setting.optimum();
    return new MechanismMeasures(
        welfare,
        optimum,
        optimum == 0 ? Double.NaN : welfare / optimum,
        Arrays.stream(people.quantities()).sum(),
        sold,
        surplus.overage(),
        surplus.overageRevenue(),
        Jain.index(people.valuations(), allocation),
        surplus.unserved(),
        outcome.unmetDemand(),
        paid - margin,
        paid,
        surplus.buyers(),
        surplus.sellers(),
        margin,
        surplus.ispProfit(),
        surplus.ispGain(),
        surplus.ispGainBound(),
        sold > 0 ? paid / sold : Double.NaN,
        payments.map(p -> dispersion(p.cost(), paid)).orElse(Double.NaN),
        outcome.prices().map(this::clearing).orElse(Double.NaN),
        payments
            .map(p -> Envy.largest(people.valuations(), allocation, p.cost()))
            .orElse(Double.NaN),
        payments.map(p -> overBudget(p.cost())).orElse(0),
        outcome.messages(),
        surplus);
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
