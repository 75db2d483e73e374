package org.datamarket.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.datamarket.document.Words;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.BuyerView;
import org.datamarket.model.MarketModel;
import org.datamarket.simulation.LastTurn;

/**
 * What has moved in a buyer's reach since its last turn, as far as it sees it. What moved and moved
 * back is not there.
 *
 * @param round the round of that turn, 1 for the first
 * @param moves by seller, its reserve first, then by buyer
 */
public record SinceLastTurn(int round, List<Move> moves) {
  private static final int MOST_NAMES = 4;

  /** Copies the list. */
  public SinceLastTurn {
    moves = List.copyOf(moves);
  }

  /**
   * A bid at a seller that has changed. The seller is one more bidder, with all its data at its
   * reserve (docs/model.md §2).
   *
   * @param number the seller's number
   * @param seller its id
   * @param buyer whose bid it is; empty for the seller's own, its reserve
   * @param before the bid at the last turn; none if there was none
   * @param after the bid now; none if there is none
   */
  public record Move(int number, String seller, Optional<String> buyer, Bid before, Bid after) {}

  /** A sentence: how much has moved, where, and by whom. */
  String inWords() {
    if (moves.isEmpty()) {
      return "Since its turn in round %s nothing that it sees has moved.".formatted(round);
    }
    List<String> movers = moves.stream().flatMap(m -> m.buyer().stream()).distinct().toList();
    long reserves = moves.stream().filter(move -> move.buyer().isEmpty()).count();
    String bids =
        "%s of %s"
            .formatted(
                counted(moves.size() - reserves, "bid"),
                movers.size() > MOST_NAMES ? counted(movers.size(), "rival") : Words.allOf(movers));
    String both =
        movers.isEmpty()
            ? counted(reserves, "reserve")
            : reserves == 0 ? bids : "%s and %s".formatted(counted(reserves, "reserve"), bids);
    long sellers = moves.stream().mapToInt(Move::number).distinct().count();
    return "Since its turn in round %s, %s %s moved, at %s that it sees."
        .formatted(round, both, moves.size() == 1 ? "has" : "have", counted(sellers, "seller"));
  }

  private static String counted(long count, String thing) {
    return "%s %s%s".formatted(count, thing, count == 1 ? "" : "s");
  }

  /** What has moved for a buyer that sees this now. */
  static SinceLastTurn of(MarketModel model, LastTurn turn, BuyerView now) {
    List<Move> moves = new ArrayList<>();
    for (int place = 0; place < now.size(); place++) {
      Auction before = turn.view().rivals(place);
      Auction after = now.rivals(place);
      if (before != after) {
        int number = now.seller(place);
        String seller = model.sellers().get(number).id();
        if (before.reserve() != after.reserve()) {
          moves.add(new Move(number, seller, Optional.empty(), offer(before), offer(after)));
        }
        moves.addAll(rivals(model, number, seller, before, after));
      }
    }
    return new SinceLastTurn(turn.round(), moves);
  }

  private static Bid offer(Auction auction) {
    return new Bid(auction.quantity(), auction.reserve());
  }

  private static List<Move> rivals(
      MarketModel model, int number, String seller, Auction before, Auction after) {
    Map<Integer, Bid> then = bids(before);
    Map<Integer, Bid> now = bids(after);
    Map<Integer, Bid> all = new TreeMap<>(then);
    all.putAll(now);
    List<Move> moves = new ArrayList<>();
    for (int buyer : all.keySet()) {
      Bid old = then.getOrDefault(buyer, Bid.NONE);
      Bid present = now.getOrDefault(buyer, Bid.NONE);
      if (!old.equals(present)) {
        String id = model.buyers().get(buyer).id();
        moves.add(new Move(number, seller, Optional.of(id), old, present));
      }
    }
    return moves;
  }

  private static Map<Integer, Bid> bids(Auction auction) {
    Map<Integer, Bid> bids = new TreeMap<>();
    auction.awards().forEach(award -> bids.put(award.buyer(), award.bid()));
    return bids;
  }
}
