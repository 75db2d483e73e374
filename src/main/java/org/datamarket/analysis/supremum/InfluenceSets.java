package org.datamarket.analysis.supremum;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.market.Auction;
import org.datamarket.market.Market;

/**
 * Whom the bids at an auction concern (Blocher &amp; Harris, draft). With 𝓘^j the buyers that win
 * something at seller j, more than {@value #LIVE} of what it offers, and 𝓘_i the sellers where
 * buyer i wins something, the primary influence set of j is
 *
 * <pre>  Λ^j = ∪_{i ∈ 𝓘^j} 𝓘_i ,   λ^j = ∪_{l ∈ Λ^j} 𝓘^l ,   Δ^j = Λ^j ∪ λ^j ;</pre>
 *
 * a seller at which nobody wins has Λ = {j} and λ = ∅. Taking the same step again until nothing is
 * added gives the component, all that is connected with j.
 */
public final class InfluenceSets {
  /** What a bid wins counts if it is more than this share of the quantity on offer. */
  public static final double LIVE = 1e-9;

  private final List<BitSet> winnersAt = new ArrayList<>();
  private final List<BitSet> sellersOf = new ArrayList<>();

  /**
   * One set.
   *
   * @param sellers Λ, by number, ascending
   * @param buyers λ, by number, ascending
   */
  public record Influence(List<Integer> sellers, List<Integer> buyers) {
    /** Copies the lists. */
    public Influence {
      sellers = List.copyOf(sellers);
      buyers = List.copyOf(buyers);
    }

    /** Whether a seller belongs to it, by number. */
    public boolean hasSeller(int seller) {
      return Collections.binarySearch(sellers, seller) >= 0;
    }
  }

  /** The sets of a market as it stands. */
  public InfluenceSets(Market market) {
    this(market.buyers(), market.sellers());
    for (int j = 0; j < market.sellers(); j++) {
      for (Auction.Award award : market.auction(j).awards()) {
        add(award.buyer(), j, award.allocation(), market.auction(j).quantity());
      }
    }
  }

  /**
   * The sets of what buyers have, where a mechanism has cleared the market once.
   *
   * @param quantities what sellers offer, by number, GB
   */
  public InfluenceSets(List<BuyerAccount> buyers, double[] quantities) {
    this(buyers.size(), quantities.length);
    for (int i = 0; i < buyers.size(); i++) {
      BuyerAccount account = buyers.get(i);
      for (int k = 0; k < account.bids().size(); k++) {
        int seller = account.bids().seller(k);
        add(i, seller, account.allocations()[k], quantities[seller]);
      }
    }
  }

  private InfluenceSets(int buyers, int sellers) {
    for (int i = 0; i < buyers; i++) {
      sellersOf.add(new BitSet());
    }
    for (int j = 0; j < sellers; j++) {
      winnersAt.add(new BitSet());
    }
  }

  private void add(int buyer, int seller, double allocation, double quantity) {
    if (allocation > LIVE * quantity) {
      winnersAt.get(seller).set(buyer);
      sellersOf.get(buyer).set(seller);
    }
  }

  /** 𝓘^j, who wins something at a seller, by number; not to be written to. */
  public BitSet winnersAt(int seller) {
    return winnersAt.get(seller);
  }

  /** 𝓘_i, where a buyer wins something, by number; not to be written to. */
  public BitSet sellersOf(int buyer) {
    return sellersOf.get(buyer);
  }

  /** Δ^j, those that meet j's winners. */
  public Influence primary(int seller) {
    return influence(oneStep(only(seller)));
  }

  /** All that is connected with j. */
  public Influence component(int seller) {
    return influence(connected(only(seller)));
  }

  /**
   * The primary sets of all sellers where a buyer wins, ∪_{j ∈ 𝓘_i} Δ^j; nobody if it wins
   * nowhere.
   */
  public Influence primaryOfBuyer(int buyer) {
    return influence(oneStep(sellersOf.get(buyer)));
  }

  /** All that is connected with a buyer; nobody if it wins nowhere. */
  public Influence componentOfBuyer(int buyer) {
    return influence(connected(sellersOf.get(buyer)));
  }

  private static BitSet only(int seller) {
    BitSet sellers = new BitSet();
    sellers.set(seller);
    return sellers;
  }

  /** These sellers, and all that are reached from them over winners. */
  private BitSet connected(BitSet sellers) {
    BitSet before = sellers;
    BitSet reached = oneStep(before);
    while (!reached.equals(before)) {
      before = reached;
      reached = oneStep(before);
    }
    return reached;
  }

  /** These sellers, and all those where their winners win. */
  private BitSet oneStep(BitSet sellers) {
    BitSet reached = (BitSet) sellers.clone();
    winners(sellers).stream().forEach(buyer -> reached.or(sellersOf.get(buyer)));
    return reached;
  }

  private BitSet winners(BitSet sellers) {
    BitSet winners = new BitSet();
    sellers.stream().forEach(seller -> winners.or(winnersAt.get(seller)));
    return winners;
  }

  private Influence influence(BitSet sellers) {
    return new Influence(
        sellers.stream().boxed().toList(), winners(sellers).stream().boxed().toList());
  }
}
