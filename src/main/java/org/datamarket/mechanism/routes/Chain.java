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
 * Sellers in a row: some buyers need all in their reach, the others one (textbook;
 * docs/mechanisms.md §8).
 *
 * @param longShare how large a part of the buyers needs all, in [0, 1]
 */
@Kind(
    name = "chain",
    meaning = "Sellers in a row: some buyers need all in their reach, the others one of them.")
public record Chain(
    @Meaning(
            value = "The share of buyers that need all sellers in their reach.",
            unit = "1",
            range = "[0, 1]",
            otherwise = "0.2")
        double longShare)
    implements Topology {

  @Override
  public Layout of(Population people, TieRule ties, RandomGenerator chance) {
    List<Auction> resources = Layouts.sellers(people, ties);
    int[] sellers = Layouts.chosenSellers(people, chance);
    int[][] routes = new int[sellers.length][];
    for (int i = 0; i < routes.length; i++) {
      boolean isLong = chance.nextDouble() < longShare;
      routes[i] = isLong || sellers[i] == Layouts.NOBODY ? all(people, i) : new int[] {sellers[i]};
    }
    return new Layout(resources, Reach.of(routes, resources.size()));
  }

  private static int[] all(Population people, int buyer) {
    int[] all = new int[people.reach().degree(buyer)];
    for (int k = 0; k < all.length; k++) {
      all[k] = people.reach().seller(buyer, k);
    }
    return all;
  }
}
