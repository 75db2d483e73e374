package org.datamarket.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.market.Auction;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;

/**
 * What equal prices have done to a market, from how it stands at the end. A buyer is <em>short at a
 * tie</em> if one of its bids gets less than it asks for and another bid at that auction has just
 * its price; or if all that it lacks is worth one price to it, up to some total (a linear
 * valuation, or prices capped by the ISP), and a rival bids just that price at a seller that it
 * sees.
 */
public final class TiedMarket {
  private static final double ROUNDING = 1e-9;

  private final RunResult result;
  private final List<Map<Double, Integer>> bidsAtPrices = new ArrayList<>();
  private final BitSet tied = new BitSet();

  /** The market at the end of a run. */
  public TiedMarket(RunResult result) {
    this.result = result;
    for (Auction auction : result.auctions()) {
      Map<Double, Integer> counts = new HashMap<>();
      List<Auction.Award> awards = auction.awards();
      awards.forEach(award -> counts.merge(award.bid().price(), 1, Integer::sum));
      bidsAtPrices.add(counts);
      awards.stream()
          .filter(award -> counts.get(award.bid().price()) > 1 && isShort(award))
          .forEach(award -> tied.set(award.buyer()));
    }
    for (int i = 0; i < result.buyers().size(); i++) {
      if (lacksWhatRivalsBidJustItsPriceFor(i)) {
        tied.set(i);
      }
    }
  }

  private static boolean isShort(Auction.Award award) {
    return award.allocation() < award.bid().quantity() * (1 - ROUNDING);
  }

  private boolean lacksWhatRivalsBidJustItsPriceFor(int buyer) {
    Valuation valuation = valuation(buyer);
    if (result.buyers().get(buyer).allocation() >= valuation.flatUntil() * (1 - ROUNDING)) {
      return false;
    }
    double price = valuation.marginal(0);
    Reach reach = result.model().reach();
    for (int k = 0; k < reach.degree(buyer); k++) {
      int seller = reach.seller(buyer, k);
      int own = result.buyers().get(buyer).bids().at(seller).price() == price ? 1 : 0;
      if (bidsAtPrices.get(seller).getOrDefault(price, 0) > own) {
        return true;
      }
    }
    return false;
  }

  private Valuation valuation(int buyer) {
    return result.model().buyers().get(buyer).valuation();
  }

  /** Who is short at a tie, by the buyers' numbers; not to be written to. */
  public BitSet tied() {
    return tied;
  }

  /**
   * Which buyers' bids are short at a price of 0, where the seller's reserve is 0 too and others
   * bid 0.
   */
  public BitSet tiedAtNothing() {
    BitSet atNothing = new BitSet();
    for (int j = 0; j < result.auctions().size(); j++) {
      Auction auction = result.auctions().get(j);
      if (auction.reserve() == 0 && bidsAtPrices.get(j).getOrDefault(0.0, 0) > 1) {
        auction.awards().stream()
            .filter(award -> award.bid().price() == 0 && isShort(award))
            .forEach(award -> atNothing.set(award.buyer()));
      }
    }
    return atNothing;
  }

  /**
   * How much of what is unsold buyers that are short at a tie would still take at the price they
   * bid, or would bid, from sellers that they see and whose reserve is no higher, GB: given out to
   * the lowest price first. That is the most that can be given out if all see all, and otherwise no
   * more than that.
   */
  public double stranded() {
    double[] unsold =
        result.auctions().stream().mapToDouble(a -> Math.max(0, a.quantity() - a.sold())).toArray();
    List<Integer> buyers = new ArrayList<>(tied.stream().boxed().toList());
    buyers.sort(Comparator.comparingDouble(this::price));
    double stranded = 0;
    for (int i : buyers) {
      stranded += take(i, unsold);
    }
    return stranded;
  }

  /** What a buyer bids; without a bid, the one price that all it lacks is worth to it. */
  private double price(int buyer) {
    BuyerAccount account = result.buyers().get(buyer);
    return account.bids().isEmpty() ? valuation(buyer).marginal(0) : account.bids().highestPrice();
  }

  /** What a buyer takes of what is unsold. */
  private double take(int buyer, double[] unsold) {
    double price = price(buyer);
    double missing =
        Math.max(0, valuation(buyer).demandAt(price) - result.buyers().get(buyer).allocation());
    double taken = 0;
    Reach reach = result.model().reach();
    for (int k = 0; k < reach.degree(buyer) && taken < missing; k++) {
      int seller = reach.seller(buyer, k);
      if (result.auctions().get(seller).reserve() <= price) {
        double part = Math.min(missing - taken, unsold[seller]);
        unsold[seller] -= part;
        taken += part;
      }
    }
    return taken;
  }
}
