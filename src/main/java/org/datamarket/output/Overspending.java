package org.datamarket.output;

import java.math.RoundingMode;
import org.datamarket.analysis.BuyerAccount;

/**
 * The buyers that pay more than their budgets: an end with any is no equilibrium.
 *
 * @param buyers how many
 * @param worst the one that is furthest above its budget, relatively; of no meaning without any
 * @param cost what that one pays, money
 * @param budget what it can pay at most, money
 */
public record Overspending(int buyers, String worst, double cost, double budget) {
  /** Nobody yet. */
  public static final Overspending NONE = new Overspending(0, "", 0, 1);

  /** These buyers and one more, if that one pays more than its budget. */
  public Overspending with(String buyer, double itsCost, double itsBudget) {
    if (!BuyerAccount.isOver(itsBudget, itsCost)) {
      return this;
    }
    return itsCost / itsBudget > cost / budget
        ? new Overspending(buyers + 1, buyer, itsCost, itsBudget)
        : new Overspending(buyers + 1, worst, cost, budget);
  }

  /**
   * For example "5 of 10 buyers pay more than their budgets, b7 the most: 226.1 instead of at most
   * 100".
   */
  String text(int ofAll) {
    String who =
        buyers == 1
            ? "1 of %d buyers pays more than its budget, %s".formatted(ofAll, worst)
            : "%d of %d buyers pay more than their budgets, %s the most"
                .formatted(buyers, ofAll, worst);
    String paid = Figures.apartFrom(cost, budget, RoundingMode.HALF_EVEN);
    return "%s: %s instead of at most %s".formatted(who, paid, Figures.of(budget));
  }
}
