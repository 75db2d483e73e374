package org.datamarket.model.population;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.datamarket.market.Reach;
import org.datamarket.model.reach.Crowd;
import org.datamarket.model.reach.FullReach;
import org.datamarket.model.reach.GivenReach;
import org.datamarket.model.reach.ReachGenerator;
import org.datamarket.random.RandomStreams;

/**
 * Who will see whom, before it is drawn.
 *
 * @param generator how it is drawn
 * @param own the sellers of the buyers that have a list of their own, by the buyer's number
 */
public record Links(ReachGenerator generator, Map<Integer, int[]> own) {
  /** Copies the map. */
  public Links {
    own = Map.copyOf(own);
  }

  /** How many sellers a buyer sees; −1 if that depends on the draw. */
  int degree(int buyer, int sellers) {
    int[] list = own.get(buyer);
    return list != null ? list.length : generator.degree(buyer, sellers);
  }

  /** Whether a buyer sees a seller whatever the draw. */
  boolean surelySees(int buyer, int seller, int sellers) {
    int[] list = own.get(buyer);
    if (list == null && generator instanceof GivenReach given) {
      list = given.sellers().get(buyer);
    }
    return list != null
        ? Arrays.stream(list).anyMatch(each -> each == seller)
        : generator.degree(buyer, sellers) == sellers;
  }

  /** Draws who sees whom. */
  Reach draw(List<Crowd.Block> blocks, int sellers, RandomStreams streams) {
    Crowd crowd = new Crowd(blocks, sellers);
    if (generator instanceof FullReach && own.isEmpty()) {
      return Reach.full(crowd.buyers(), sellers);
    }
    int[][] sellersOf = generator.sellersOf(crowd, streams);
    own.forEach((buyer, list) -> sellersOf[buyer] = list);
    return Reach.of(sellersOf, sellers);
  }
}
