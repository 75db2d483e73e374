package org.datamarket.mechanism.routes;

import java.io.Serializable;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.market.Auction;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.mechanism.Population;

/** Which resources the buyers of a data market need together (docs/mechanisms.md §8). */
public sealed interface Topology extends Serializable permits Tree, Chain, Pair {

  /**
   * Resources and routes of a population.
   *
   * @param resources their auctions, without bids: first the sellers', then further ones
   * @param routes who needs which of them; nothing for a buyer that sees no seller
   */
  record Layout(List<Auction> resources, Reach routes) {
    /** Copies the list. */
    public Layout {
      resources = List.copyOf(resources);
    }
  }

  /**
   * Lays them out.
   *
   * @param chance for what is drawn: first each buyer's seller, then the rest, in the order of the
   *     buyers
   */
  Layout of(Population people, TieRule ties, RandomGenerator chance);
}
