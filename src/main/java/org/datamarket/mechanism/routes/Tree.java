package org.datamarket.mechanism.routes;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.market.Auction;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.mechanism.Population;

/**
 * A seller, an access point whose air time many share, and the ISP's backhaul, which all share:
 * after the layers of Semret, Liao, Campbell &amp; Lazar 2000 (docs/mechanisms.md §8).
 *
 * @param accessPoints how many access points there are, at least 1; seller j is at the (j mod
 *     accessPoints)-th
 * @param accessCapacity of all access points together, which are equal, as a share of what all
 *     sellers have, at least 0
 * @param accessReserve of each access point, $/GB, at least 0
 * @param access at which access point a buyer is
 * @param backhaulCapacity as a share of what all sellers have, at least 0
 * @param backhaulReserve $/GB, at least 0
 */
@Kind(
    name = "tree",
    meaning = "A seller, drawn from the buyer's reach, an access point and the ISP's backhaul.")
public record Tree(
    @Meaning(value = "How many access points there are.", range = "[1, 1000000]", otherwise = "4")
        int accessPoints,
    @Meaning(
            value =
                "What all access points together carry, as a share of what all sellers have;"
                    + " each carries as much.",
            unit = "1",
            range = "≥ 0",
            otherwise = "0.9")
        double accessCapacity,
    @Meaning(
            value = "The reserve of each access point.",
            unit = "$/GB",
            range = "≥ 0",
            otherwise = "0.05")
        double accessReserve,
    @Meaning("Whether a buyer is at its seller's access point, or at one that is drawn.")
        Access access,
    @Meaning(
            value = "What the backhaul carries, as a share of what all sellers have.",
            unit = "1",
            range = "≥ 0",
            otherwise = "0.8")
        double backhaulCapacity,
    @Meaning(
            value = "The reserve of the backhaul.",
            unit = "$/GB",
            range = "≥ 0",
            otherwise = "0.02")
        double backhaulReserve)
    implements Topology {

  /** At which access point a buyer is. */
  public enum Access {
    /** At its seller's: the phone of the seller, or a hotspot at which both are. */
    SELLER,
    /** At any, with equal chances. */
    DRAWN
  }

  /**
   * @throws IllegalArgumentException if there is no access point
   */
  public Tree {
    if (accessPoints < 1) {
      throw new IllegalArgumentException(
          "accessPoints must be at least 1, not %s".formatted(accessPoints));
    }
  }

  @Override
  public Layout of(Population people, TieRule ties, RandomGenerator chance) {
    double supply = Layouts.supply(people);
    List<Auction> resources = Layouts.sellers(people, ties);
    int first = resources.size();
    for (int a = 0; a < accessPoints; a++) {
      resources.add(Auction.of(accessCapacity * supply / accessPoints, accessReserve, ties));
    }
    int backhaul = resources.size();
    resources.add(Auction.of(backhaulCapacity * supply, backhaulReserve, ties));
    int[] sellers = Layouts.chosenSellers(people, chance);
    int[][] routes = new int[sellers.length][];
    for (int i = 0; i < routes.length; i++) {
      int point = access == Access.DRAWN ? chance.nextInt(accessPoints) : sellers[i] % accessPoints;
      routes[i] =
          sellers[i] == Layouts.NOBODY
              ? new int[0]
              : new int[] {sellers[i], first + point, backhaul};
    }
    return new Layout(resources, Reach.of(routes, resources.size()));
  }
}
