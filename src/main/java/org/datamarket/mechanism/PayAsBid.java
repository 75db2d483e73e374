package org.datamarket.mechanism;

import java.util.Arrays;
import java.util.Optional;
import org.datamarket.kind.Kind;
import org.datamarket.mechanism.Outcome.Payments;

/**
 * The discriminatory auction: reports and allocation of {@link UniformPrice}, but everybody pays
 * the area under the report, c_i = V_i(a_i) (textbook; docs/mechanisms.md §3). Truthful bids leave
 * buyers nothing: an upper bound on revenue, not a prediction. Seller j gets Σ_i c_i x_ij / a_i,
 * which depends on who has what from whom.
 */
@Kind(
    name = "pay-as-bid",
    meaning = "The efficient plan, everybody paying all that its data is worth to it.")
public record PayAsBid() implements Mechanism {

  @Override
  public Outcome clear(Setting setting) {
    Population people = setting.population();
    double[] cost = new double[people.buyers()];
    Arrays.setAll(cost, i -> people.worth(i, setting.plan().allocation()[i]));
    return Clearing.efficient(
        setting, Optional.of(new Payments(cost, Optional.empty(), 0)), people.buyers());
  }
}
