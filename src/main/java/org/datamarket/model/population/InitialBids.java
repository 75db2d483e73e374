package org.datamarket.model.population;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.datamarket.document.Mistake;
import org.datamarket.document.Words;
import org.datamarket.document.type.Fields;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.model.format.BidFormat;

/** Reads the bids that stand when a run begins. */
public final class InitialBids {
  private InitialBids() {}

  /** The bids of each buyer that has any, by its number. */
  public static Map<Integer, Bids> read(Fields model, Roster buyers, Roster sellers, Links links) {
    Map<Integer, TreeMap<Integer, Bid>> bids = new HashMap<>();
    for (Fields entry : model.find(BidFormat.INITIAL_BIDS).orElse(List.of())) {
      int buyer = buyers.number(entry.node(BidFormat.BID_BUYER));
      int seller = sellers.number(entry.node(BidFormat.BID_SELLER));
      String at =
          "buyer "
              + Words.quoted(entry.get(BidFormat.BID_BUYER))
              + " at seller "
              + Words.quoted(entry.get(BidFormat.BID_SELLER));
      if (!links.surelySees(buyer, seller, sellers.size())) {
        throw new Mistake(
            entry.position(),
            "initial bid of "
                + at
                + ", which it does not see in every draw; expected a seller of its reach: full,"
                + " given or a list of its own");
      }
      Bid bid = new Bid(entry.get(BidFormat.BID_QUANTITY), entry.get(BidFormat.BID_PRICE));
      if (bids.computeIfAbsent(buyer, k -> new TreeMap<>()).put(seller, bid) != null) {
        throw new Mistake(entry.position(), "second initial bid of " + at + "; expected one");
      }
    }
    Map<Integer, Bids> all = new HashMap<>();
    bids.forEach((buyer, own) -> all.put(buyer, bids(own)));
    return all;
  }

  private static Bids bids(TreeMap<Integer, Bid> bySeller) {
    int[] sellers = bySeller.keySet().stream().mapToInt(Integer::intValue).toArray();
    return Bids.of(sellers, bySeller.values().toArray(Bid[]::new));
  }
}
