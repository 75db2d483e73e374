package org.datamarket.explain;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.analysis.FinalMeasures;
import org.datamarket.kind.Kinds;
import org.datamarket.market.Auction;
import org.datamarket.model.MarketModel;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.Seller;

/**
 * What a seller has on offer, who bids for it, and who gets it, with the market as it stands. It is
 * computed afresh and changes nothing.
 *
 * @param seller the seller's id
 * @param strategy the name of its strategy
 * @param currency the label of money
 * @param quantity D, GB
 * @param reserve r, per GB
 * @param ownReserve r₀, what its data is worth to it, per GB
 * @param sold GB
 * @param revenue Σ costs
 * @param clearing the lowest price that got something; NaN when nothing is sold
 * @param book all bids, the highest price first
 */
public record SellerInsight(
    String seller,
    String strategy,
    String currency,
    double quantity,
    double reserve,
    double ownReserve,
    double sold,
    double revenue,
    double clearing,
    List<Row> book) {
  private static final double NOTHING = 1e-9;
  private static final int NAMES = 3;

  /**
   * One bid.
   *
   * @param number the buyer's number
   * @param buyer its id
   * @param quantity GB asked for
   * @param price $/GB
   * @param allocation GB
   * @param cost what it pays
   * @param displacers how many other bids stand between it and all that it asks for: those that get
   *     something at a higher price, and those that share its own
   * @param displacedBy the ids of some of these, the nearest in price first
   * @param standing what became of it, in words
   */
  public record Row(
      int number,
      String buyer,
      double quantity,
      double price,
      double allocation,
      double cost,
      int displacers,
      List<String> displacedBy,
      String standing) {}

  /** A seller's insight; call it inside the schedule's lock. */
  public static SellerInsight of(DataMarket market, Seller seller) {
    MarketModel model = market.model();
    Auction auction = market.market().auction(seller.number());
    List<Row> book = book(model, auction);
    return new SellerInsight(
        seller.spec().id(),
        Kinds.nameOf(seller.spec().strategy()),
        model.currency(),
        auction.quantity(),
        auction.reserve(),
        seller.spec().reserve(),
        auction.sold(),
        book.stream().mapToDouble(Row::cost).sum(),
        FinalMeasures.clearing(auction),
        book);
  }

  /** Σ costs at an auction, $. */
  public static double revenue(Auction auction) {
    double revenue = 0;
    for (Auction.Award award : auction.awards()) {
      revenue += auction.without(award.buyer(), award.bid()).cost(award.bid());
    }
    return revenue;
  }

  private static List<Row> book(MarketModel model, Auction auction) {
    List<Auction.Award> awards = auction.awards();
    List<Row> rows = new ArrayList<>();
    int from = 0;
    while (from < awards.size()) {
      int to = from;
      while (to < awards.size() && awards.get(to).bid().price() == awards.get(from).bid().price()) {
        to++;
      }
      for (int k = from; k < to; k++) {
        rows.add(row(model, auction, awards, k, from, to));
      }
      from = to;
    }
    return List.copyOf(rows);
  }

  /** The row of the k-th award, whose price those from {@code from} to {@code to} share. */
  private static Row row(
      MarketModel model, Auction auction, List<Auction.Award> awards, int k, int from, int to) {
    Auction.Award award = awards.get(k);
    boolean below = award.bid().price() < auction.reserve();
    boolean whole = award.allocation() >= award.bid().quantity() * (1 - NOTHING);
    boolean nothing = award.allocation() <= NOTHING * auction.quantity();
    List<String> names = new ArrayList<>();
    int displacers = 0;
    if (!below && !whole) {
      for (int other = to - 1; other >= 0; other--) {
        boolean wins = awards.get(other).allocation() > NOTHING * auction.quantity();
        if (other != k && (other >= from || wins)) {
          displacers++;
          if (names.size() < NAMES) {
            names.add(model.buyers().get(awards.get(other).buyer()).id());
          }
        }
      }
    }
    return new Row(
        award.buyer(),
        model.buyers().get(award.buyer()).id(),
        award.bid().quantity(),
        award.bid().price(),
        award.allocation(),
        auction.without(award.buyer(), award.bid()).cost(award.bid()),
        displacers,
        List.copyOf(names),
        below ? "below the reserve" : whole ? "gets all" : nothing ? "displaced" : "gets a part");
  }
}
