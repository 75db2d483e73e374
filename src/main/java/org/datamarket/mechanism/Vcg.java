package org.datamarket.mechanism;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.datamarket.analysis.optimum.Externality;
import org.datamarket.kind.Kind;
import org.datamarket.mechanism.Outcome.Payments;

/**
 * Vickrey, Clarke and Groves: buyers report whole curves, truthfully (which is dominant); sellers'
 * reserves are costs, not reports, since a two-sided VCG runs a deficit. The plan P(V, r), each
 * buyer paying what its presence costs the others ({@link Externality}; docs/mechanisms.md §2). A
 * buyer's utility W(I) − W(I∖i) is unique even where a_i is a tie. Of c_i seller j gets r_j x_ij
 * and its share x_ij / a_i of the rest, which depends on who has what from whom.
 */
@Kind(
    name = "vcg",
    meaning = "The efficient plan, everybody paying what its presence costs the others.")
public record Vcg() implements Mechanism {

  @Override
  public Outcome clear(Setting setting) {
    return withCosts(setting, externality(setting).ofAll());
  }

  /** One buyer's payment, $. */
  public double payment(Setting setting, int buyer) {
    return payments(setting).applyAsDouble(buyer);
  }

  /**
   * The payments, $, each found when its buyer is asked for: for those who want a few, or progress.
   * They share what it takes; least is taken from the largest allocation down.
   */
  public IntToDoubleFunction payments(Setting setting) {
    return externality(setting)::of;
  }

  /**
   * The outcome with payments found one by one.
   *
   * @param costs c_i by buyer, $
   */
  public Outcome withCosts(Setting setting, double[] costs) {
    return Clearing.efficient(
        setting, Optional.of(new Payments(costs, Optional.empty(), 0)), costs.length);
  }

  private static Externality externality(Setting setting) {
    Population people = setting.population();
    return people.externality(people.valuations(), setting.plan());
  }
}
