package org.datamarket.model.reach;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * Preferential attachment: the buyers come in their order, and each sees k different sellers, drawn
 * one after the other with a probability proportional to 1 + the number of buyers that see the
 * seller already (after Barabási &amp; Albert 1999; bipartite as in Guillaume &amp; Latapy 2006). A
 * few sellers end up seen by very many buyers.
 *
 * @param sellers k, how many sellers each buyer sees, at least 1; all if there are fewer
 */
@Kind(
    name = "preferential",
    meaning = "Each buyer sees so many sellers, and those already seen by many are likelier.")
public record PreferentialReach(
    @Meaning(value = SELLERS_SEEN, range = COUNT, typical = "12") int sellers)
    implements BuyerByBuyer {

  @Override
  public Rule rule(Crowd crowd) {
    WeightedUrn urn = new WeightedUrn(crowd.sellers());
    int k = degree(0, crowd.sellers());
    return (buyer, random) -> {
      int[] sellers = new int[k];
      long[] weights = new long[k];
      for (int n = 0; n < k; n++) {
        sellers[n] = urn.at((long) (random.nextDouble() * urn.total()));
        weights[n] = urn.weight(sellers[n]);
        urn.add(sellers[n], -weights[n]);
      }
      for (int n = 0; n < k; n++) {
        urn.add(sellers[n], weights[n] + 1);
      }
      return sellers;
    };
  }

  @Override
  public int degree(int buyer, int there) {
    return Math.min(sellers, there);
  }
}
