package org.datamarket.model;

import java.io.Serializable;
import java.util.List;
import org.datamarket.market.Auction;
import org.datamarket.market.Market;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;

/**
 * A market ready to run: every default filled in and the population drawn. The same model and seed
 * give the same run.
 *
 * @param name a short name
 * @param description what it shows; may be empty
 * @param currency the label of money, "$" by default
 * @param seed all randomness of the run comes from this
 * @param epsilon ε, $
 * @param ties the tie rule of all auctions
 * @param activation when buyers act
 * @param roundLimit the run ends after so many rounds at the latest, at least 1
 * @param buyers in the order of the file; a buyer's number is its place here
 * @param sellers in the order of the file; a seller's number is its place here
 * @param reach who sees whom
 */
public record MarketModel(
    String name,
    String description,
    String currency,
    long seed,
    double epsilon,
    TieRule ties,
    Activation activation,
    int roundLimit,
    List<BuyerSpec> buyers,
    List<SellerSpec> sellers,
    Reach reach)
    implements Serializable {
  /** Copies the lists. */
  public MarketModel {
    buyers = List.copyOf(buyers);
    sellers = List.copyOf(sellers);
  }

  /** The market as it begins: the sellers' first reserves, the buyers' first bids. */
  public Market opening() {
    Auction[] auctions =
        sellers.stream()
            .map(seller -> Auction.of(seller.quantity(), seller.initialReserve(), ties))
            .toArray(Auction[]::new);
    Market market = new Market(auctions, reach);
    for (int i = 0; i < market.buyers(); i++) {
      market.submit(i, buyers.get(i).initialBids());
    }
    return market;
  }
}
