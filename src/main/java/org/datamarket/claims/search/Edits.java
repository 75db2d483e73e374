package org.datamarket.claims.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Market;
import org.datamarket.market.Reach;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.PlayedDesign;
import org.datamarket.model.SellerSpec;

/** Models like another one but for one thing. */
final class Edits {
  private Edits() {}

  static MarketModel withBids(MarketModel model, int buyer, Bids bids) {
    return model.withBuyer(buyer, model.buyers().get(buyer).withBids(bids));
  }

  /** The same market without bids. */
  static MarketModel withoutBids(MarketModel model) {
    return model.with(
        model.buyers().stream().map(buyer -> buyer.withBids(Bids.NONE)).toList(),
        model.sellers(),
        model.reach());
  }

  /** The same market as it was before anybody bid, every seller at its own reserve. */
  static MarketModel unplayed(MarketModel model) {
    MarketModel silent = withoutBids(model);
    return silent.with(
        silent.buyers(),
        silent.sellers().stream()
            .map(seller -> seller.withReserves(seller.reserve(), seller.reserve()))
            .toList(),
        silent.reach());
  }

  /** The same market with one of its buyers moved to the front. */
  static MarketModel withFirst(MarketModel model, int buyer) {
    int[] order =
        IntStream.concat(
                IntStream.of(buyer),
                IntStream.range(0, model.buyers().size()).filter(i -> i != buyer))
            .toArray();
    return of(model, order);
  }

  private static MarketModel of(MarketModel model, int[] buyers) {
    return model.with(
        Arrays.stream(buyers).mapToObj(model.buyers()::get).toList(),
        model.sellers(),
        Reach.of(
            Arrays.stream(buyers).mapToObj(i -> sellersOf(model, i)).toArray(int[][]::new),
            model.sellers().size()));
  }

  /** The same market, its buyers acting in the order in which they stand, for a while. */
  static MarketModel inOrder(MarketModel model) {
    return model.playedBy(new Activation.Sequential(false), Rest.MOST_ROUNDS);
  }

  /** The same market under another name; buyers and sellers are called by their numbers. */
  static MarketModel named(MarketModel model, String name, String description) {
    List<BuyerSpec> buyers = new ArrayList<>();
    for (BuyerSpec buyer : model.buyers()) {
      buyers.add(buyer.called("b%s".formatted(buyers.size())));
    }
    List<SellerSpec> sellers = new ArrayList<>();
    for (SellerSpec seller : model.sellers()) {
      sellers.add(seller.called("s%s".formatted(sellers.size())));
    }
    return model
        .with(buyers, sellers, model.reach())
        .under(PlayedDesign.AUCTIONS)
        .labelled(name, description, "$", 1);
  }

  /** A market that begins with the bids and reserves that another stands at. */
  static MarketModel beginning(MarketModel model, Market market) {
    List<BuyerSpec> buyers = new ArrayList<>();
    for (int i = 0; i < market.buyers(); i++) {
      buyers.add(model.buyers().get(i).withBids(market.bids(i)));
    }
    List<SellerSpec> sellers = new ArrayList<>();
    for (int j = 0; j < market.sellers(); j++) {
      SellerSpec seller = model.sellers().get(j);
      sellers.add(seller.withReserves(seller.reserve(), market.auction(j).reserve()));
    }
    return model.with(buyers, sellers, model.reach());
  }

  /** Without the buyers from one number to before another. */
  static MarketModel withoutBuyers(MarketModel model, int from, int to) {
    int[] left =
        IntStream.range(0, model.buyers().size()).filter(i -> i < from || i >= to).toArray();
    return of(model, left);
  }

  /** Whether every buyer sees somebody besides this seller. */
  static boolean canDoWithout(MarketModel model, int seller) {
    return IntStream.range(0, model.buyers().size())
        .allMatch(i -> Arrays.stream(sellersOf(model, i)).anyMatch(j -> j != seller));
  }

  static MarketModel withoutSeller(MarketModel model, int seller) {
    List<SellerSpec> sellers = new ArrayList<>(model.sellers());
    sellers.remove(seller);
    List<BuyerSpec> buyers = new ArrayList<>();
    int[][] reach = new int[model.buyers().size()][];
    for (int i = 0; i < reach.length; i++) {
      BuyerSpec buyer = model.buyers().get(i);
      buyers.add(buyer.withBids(withoutSeller(buyer.initialBids(), seller)));
      reach[i] =
          Arrays.stream(sellersOf(model, i))
              .filter(j -> j != seller)
              .map(j -> j > seller ? j - 1 : j)
              .toArray();
    }
    return model.with(buyers, sellers, Reach.of(reach, sellers.size()));
  }

  private static Bids withoutSeller(Bids bids, int seller) {
    Bids left = bids.with(seller, Bid.NONE);
    int[] sellers = new int[left.size()];
    Bid[] same = new Bid[left.size()];
    for (int k = 0; k < sellers.length; k++) {
      sellers[k] = left.seller(k) > seller ? left.seller(k) - 1 : left.seller(k);
      same[k] = left.bid(k);
    }
    return Bids.of(sellers, same);
  }

  /** With a buyer that sees every seller. */
  static MarketModel seeingAll(MarketModel model, int buyer) {
    int sellers = model.sellers().size();
    int[][] reach = new int[model.buyers().size()][];
    Arrays.setAll(
        reach, i -> i == buyer ? IntStream.range(0, sellers).toArray() : sellersOf(model, i));
    return model.with(model.buyers(), model.sellers(), Reach.of(reach, sellers));
  }

  static int[] sellersOf(MarketModel model, int buyer) {
    int[] sellers = new int[model.reach().degree(buyer)];
    Arrays.setAll(sellers, k -> model.reach().seller(buyer, k));
    return sellers;
  }
}
