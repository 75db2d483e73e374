package org.datamarket.analysis;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.market.Auction;

/**
 * Where a seller stands.
 *
 * @param reserve its reserve, $/GB
 * @param bids bids in its book; where the market was cleared once, buyers that it delivers to
 * @param winners those of them that get anything
 * @param sold GB
 * @param revenue what it receives, $; NaN if that is not known
 * @param clearing the lowest price that still gets something, its reserve if it keeps some, $/GB;
 *     NaN when it sells nothing
 */
public record SellerAccount(
    double reserve, int bids, long winners, double sold, double revenue, double clearing)
    implements Serializable {

  /** The accounts of auctions, by seller's number. */
  static List<SellerAccount> of(List<Auction> auctions, List<BuyerAccount> buyers) {
    double[] revenue = new double[auctions.size()];
    for (BuyerAccount account : buyers) {
      for (int k = 0; k < account.bids().size(); k++) {
        revenue[account.bids().seller(k)] += account.costs()[k];
      }
    }
    return IntStream.range(0, revenue.length)
        .mapToObj(j -> of(auctions.get(j), revenue[j]))
        .toList();
  }

  private static SellerAccount of(Auction auction, double revenue) {
    return new SellerAccount(
        auction.reserve(),
        auction.size(),
        auction.awards().stream().filter(award -> award.allocation() > 0).count(),
        auction.sold(),
        revenue,
        FinalMeasures.clearing(auction));
  }
}
