package org.datamarket.model;

import org.datamarket.market.Valuation;

/** How the valuation of a member of a group comes about. */
@FunctionalInterface
interface ValuationRule {

  /**
   * The valuation of the next member.
   *
   * @param demand its demand, GB
   * @param draws the group's draws
   */
  Valuation draw(double demand, Draws draws);
}
