package org.datamarket.gui.display;

import org.datamarket.analysis.supremum.InfluenceSets;
import org.datamarket.analysis.supremum.InfluenceSets.Influence;

/**
 * The influence set of a selected agent: who shares buyers with it, or sellers, and all that are
 * connected with it so. Only bids that win something are part of it.
 *
 * @param buyer the number of the selected buyer, or -1
 * @param seller the number of the selected seller, or -1
 * @param primary its primary influence set; of a buyer, those of all sellers where it wins
 * @param component all that is connected with it
 * @param sets who wins where
 */
public record InfluenceHighlight(
    int buyer, int seller, Influence primary, Influence component, InfluenceSets sets)
    implements Emphasis {
  /** A buyer is selected. */
  public static InfluenceHighlight ofBuyer(Snapshot market, int buyer) {
    InfluenceSets sets = market.influence();
    return new InfluenceHighlight(
        buyer, -1, sets.primaryOfBuyer(buyer), sets.componentOfBuyer(buyer), sets);
  }

  /** A seller is selected. */
  public static InfluenceHighlight ofSeller(Snapshot market, int seller) {
    InfluenceSets sets = market.influence();
    return new InfluenceHighlight(-1, seller, sets.primary(seller), sets.component(seller), sets);
  }

  @Override
  public boolean concerns(int bidder, int bidAt) {
    return wins(bidder, bidAt) && primary.hasSeller(bidAt);
  }

  /** Whether a bid belongs to what is connected with the selection. */
  boolean connects(int bidder, int bidAt) {
    return wins(bidder, bidAt) && component.hasSeller(bidAt);
  }

  private boolean wins(int bidder, int bidAt) {
    return sets.winnersAt(bidAt).get(bidder);
  }
}
