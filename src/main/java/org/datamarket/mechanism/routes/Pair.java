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
 * A seller and the ISP's network: the smallest route of a data market (docs/mechanisms.md §8).
 *
 * @param capacity of the ISP's network, as a share of what all sellers have, at least 0
 * @param reserve of the ISP's network, $/GB, at least 0
 */
@Kind(name = "pair", meaning = "A seller, drawn from the buyer's reach, and the ISP's network.")
public record Pair(
    @Meaning(
            value = "What the ISP's network carries, as a share of what all sellers have.",
            unit = "1",
            range = "≥ 0",
            otherwise = "0.8")
        double capacity,
    @Meaning(value = "The ISP's reserve.", unit = "$/GB", range = "≥ 0", otherwise = "0.02")
        double reserve)
    implements Topology {

  @Override
  public Layout of(Population people, TieRule ties, RandomGenerator chance) {
    List<Auction> resources = Layouts.sellers(people, ties);
    int isp = resources.size();
    resources.add(Auction.of(capacity * Layouts.supply(people), reserve, ties));
    int[] sellers = Layouts.chosenSellers(people, chance);
    int[][] routes = new int[sellers.length][];
    for (int i = 0; i < routes.length; i++) {
      routes[i] = sellers[i] == Layouts.NOBODY ? new int[0] : new int[] {sellers[i], isp};
    }
    return new Layout(resources, Reach.of(routes, resources.size()));
  }
}
