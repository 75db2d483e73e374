package org.datamarket.mechanism.routes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.market.Auction;
import org.datamarket.market.TieRule;
import org.datamarket.mechanism.Population;

/** What the topologies have in common. */
final class Layouts {
  /** The number of a seller that is none. */
  static final int NOBODY = -1;

  private Layouts() {}

  /** The sellers' auctions, in their order. */
  static List<Auction> sellers(Population people, TieRule ties) {
    List<Auction> auctions = new ArrayList<>();
    for (int j = 0; j < people.sellers(); j++) {
      auctions.add(Auction.of(people.quantities()[j], people.reserves()[j], ties));
    }
    return auctions;
  }

  /** Each buyer's one seller, drawn from its reach with equal chances. */
  static int[] chosenSellers(Population people, RandomGenerator chance) {
    int[] chosen = new int[people.buyers()];
    Arrays.setAll(chosen, i -> chosenSeller(people, i, chance));
    return chosen;
  }

  private static int chosenSeller(Population people, int buyer, RandomGenerator chance) {
    int degree = people.reach().degree(buyer);
    return degree == 0 ? NOBODY : people.reach().seller(buyer, chance.nextInt(degree));
  }

  /** Σ D_j, GB. */
  static double supply(Population people) {
    return Arrays.stream(people.quantities()).sum();
  }
}
