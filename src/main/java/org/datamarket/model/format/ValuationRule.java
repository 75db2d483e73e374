package org.datamarket.model.format;

import org.datamarket.market.Valuation;
import org.datamarket.model.distribution.Draws;

/** How the valuation of a member of a group comes about. */
@FunctionalInterface
public interface ValuationRule {

  /**
   * The valuation of the next member.
   *
   * @param demand its demand, GB
   * @param draws the group's draws
   */
  Valuation draw(double demand, Draws draws);
}
