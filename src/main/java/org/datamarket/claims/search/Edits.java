package org.datamarket.claims.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Market;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.strategy.SellerStrategy;

/** Models like another one but for one thing. */
final class Edits {
  private Edits() {}

  static MarketModel withBids(MarketModel model, int buyer, Bids bids) {
    return with(model, buyer, withBids(model.buyers().get(buyer), bids));
  }

  /** The same market without bids. */
  static MarketModel withoutBids(MarketModel model) {
    return with(
        model,
        model.buyers().stream().map(buyer -> withBids(buyer, Bids.NONE)).toList(),
        model.sellers(),
        model.reach());
  }

  /** The same market as it was before anybody bid, every seller at its own reserve. */
  static MarketModel unplayed(MarketModel model) {
    MarketModel silent = withoutBids(model);
    return with(
        silent,
        silent.buyers(),
        silent.sellers().stream()
            .map(seller -> withReserves(seller, seller.reserve(), seller.reserve()))
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
    return with(
        model,
        Arrays.stream(buyers).mapToObj(model.buyers()::get).toList(),
        model.sellers(),
        Reach.of(
            Arrays.stream(buyers).mapToObj(i -> sellersOf(model, i)).toArray(int[][]::new),
            model.sellers().size()));
  }

  /** The same market, its buyers acting in the order in which they stand, for a while. */
  static MarketModel inOrder(MarketModel model) {
    return new MarketModel(
        model.name(),
        model.description(),
        model.currency(),
        model.seed(),
        model.epsilon(),
        model.ties(),
        new Activation.Sequential(false),
        Rest.MOST_ROUNDS,
        model.buyers(),
        model.sellers(),
        model.reach());
  }

  /** The same market under another name; buyers and sellers are called by their numbers. */
  static MarketModel named(MarketModel model, String name, String description) {
    List<BuyerSpec> buyers = new ArrayList<>();
    for (BuyerSpec buyer : model.buyers()) {
      buyers.add(
          new BuyerSpec(
              "b%s".formatted(buyers.size()),
              "",
              buyer.valuation(),
              buyer.budget(),
              buyer.strategy(),
              buyer.initialBids()));
    }
    List<SellerSpec> sellers = new ArrayList<>();
    for (SellerSpec seller : model.sellers()) {
      sellers.add(
          new SellerSpec(
              "s%s".formatted(sellers.size()),
              "",
              seller.quantity(),
              seller.reserve(),
              seller.initialReserve(),
              seller.strategy()));
    }
    return new MarketModel(
        name,
        description,
        "$",
        1,
        model.epsilon(),
        model.ties(),
        model.activation(),
        model.roundLimit(),
        buyers,
        sellers,
        model.reach());
  }

  /** A market that begins with the bids and reserves that another stands at. */
  static MarketModel beginning(MarketModel model, Market market) {
    List<BuyerSpec> buyers = new ArrayList<>();
    for (int i = 0; i < market.buyers(); i++) {
      buyers.add(withBids(model.buyers().get(i), market.bids(i)));
    }
    List<SellerSpec> sellers = new ArrayList<>();
    for (int j = 0; j < market.sellers(); j++) {
      SellerSpec seller = model.sellers().get(j);
      sellers.add(withReserves(seller, seller.reserve(), market.auction(j).reserve()));
    }
    return with(model, buyers, sellers, model.reach());
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
      buyers.add(withBids(buyer, withoutSeller(buyer.initialBids(), seller)));
      reach[i] =
          Arrays.stream(sellersOf(model, i))
              .filter(j -> j != seller)
              .map(j -> j > seller ? j - 1 : j)
              .toArray();
    }
    return with(model, buyers, sellers, Reach.of(reach, sellers.size()));
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
    return with(model, model.buyers(), model.sellers(), Reach.of(reach, sellers));
  }

  static MarketModel with(MarketModel model, int number, BuyerSpec buyer) {
    List<BuyerSpec> buyers = new ArrayList<>(model.buyers());
    buyers.set(number, buyer);
    return with(model, buyers, model.sellers(), model.reach());
  }

  static MarketModel with(MarketModel model, int number, SellerSpec seller) {
    List<SellerSpec> sellers = new ArrayList<>(model.sellers());
    sellers.set(number, seller);
    return with(model, model.buyers(), sellers, model.reach());
  }

  static BuyerSpec withBids(BuyerSpec buyer, Bids bids) {
    return new BuyerSpec(
        buyer.id(), buyer.group(), buyer.valuation(), buyer.budget(), buyer.strategy(), bids);
  }

  static BuyerSpec withValuation(BuyerSpec buyer, Valuation valuation) {
    return new BuyerSpec(
        buyer.id(),
        buyer.group(),
        valuation,
        buyer.budget(),
        buyer.strategy(),
        buyer.initialBids());
  }

  static BuyerSpec withBudget(BuyerSpec buyer, double budget) {
    return new BuyerSpec(
        buyer.id(),
        buyer.group(),
        buyer.valuation(),
        budget,
        buyer.strategy(),
        buyer.initialBids());
  }

  static SellerSpec withQuantity(SellerSpec seller, double quantity) {
    return new SellerSpec(
        seller.id(),
        seller.group(),
        quantity,
        seller.reserve(),
        seller.initialReserve(),
        seller.strategy());
  }

  static SellerSpec withReserves(SellerSpec seller, double own, double now) {
    return new SellerSpec(
        seller.id(), seller.group(), seller.quantity(), own, now, seller.strategy());
  }

  static SellerSpec withStrategy(SellerSpec seller, SellerStrategy strategy) {
    return new SellerSpec(
        seller.id(),
        seller.group(),
        seller.quantity(),
        seller.reserve(),
        seller.initialReserve(),
        strategy);
  }

  static int[] sellersOf(MarketModel model, int buyer) {
    int[] sellers = new int[model.reach().degree(buyer)];
    Arrays.setAll(sellers, k -> model.reach().seller(buyer, k));
    return sellers;
  }

  private static MarketModel with(
      MarketModel model, List<BuyerSpec> buyers, List<SellerSpec> sellers, Reach reach) {
    return new MarketModel(
        model.name(),
        model.description(),
        model.currency(),
        model.seed(),
        model.epsilon(),
        model.ties(),
        model.activation(),
        model.roundLimit(),
        buyers,
        sellers,
        reach);
  }
}
