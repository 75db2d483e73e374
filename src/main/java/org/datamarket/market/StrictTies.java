package org.datamarket.market;

import java.util.ArrayList;
import java.util.List;

/**
 * The cost of a bid under {@linkplain TieRule#STRICT strict ties}, by its definition: c = Σ p_k
 * (a_k(without the bid) − a_k(with it)) over the rivals and the seller's own bid (D, r), which
 * loses every tie (Lazar &amp; Semret 1998; docs/model.md §2). Only rivals at the bid's price or
 * below can lose by it, and none below the price at which supply ends.
 *
 * <p>With R_k = D − Σ of the other rivals at p_k or above, the room for rival k, it gets min(q_k,
 * [R_k]⁺) without the bid (q, p) and min(q_k, [R_k − q]⁺) with it. It loses what the intervals [0,
 * q_k] and [R_k − q, R_k] have in common:
 *
 * <pre>  [ min( q, q_k, R_k, q_k − (R_k − q) ) ]⁺ .</pre>
 *
 * <p>So no allocation is taken from another one, and R_k comes from an {@linkplain ExactSum exact
 * sum}: every term is right to a few roundings of its own, however large the bids around it are.
 * Linear in the number of bids down to the price at which supply ends.
 */
final class StrictTies {
  private final double reserve;
  private final Bid bid;
  private final List<Book> level = new ArrayList<>();

  /** What the rivals visited so far leave of the supply; below 0 when they ask for more. */
  private final ExactSum left;

  private double cost;

  private StrictTies(Auction rivals, Bid bid) {
    this.reserve = rivals.reserve();
    this.bid = bid;
    this.left = ExactSum.of(rivals.quantity());
  }

  static double cost(Auction rivals, Book book, Bid bid) {
    if (bid.isNone() || bid.price() < rivals.reserve()) {
      return 0;
    }
    StrictTies scan = new StrictTies(rivals, bid);
    scan.visit(book);
    scan.endLevel();
    double sellerLoses = Math.max(0, Math.min(bid.quantity(), scan.left.value()));
    return scan.cost + scan.reserve * sellerLoses;
  }

  /** Visits the bids from the highest price down to the reserve, until supply has run out. */
  private void visit(Book node) {
    if (node == Book.EMPTY) {
      return;
    }
    visit(node.higher);
    if (node.price < reserve || isOver(node.price)) {
      return;
    }
    level.add(node);
    visit(node.lower);
  }

  /** Whether nothing is left for bids of a price; ends the level above it. */
  private boolean isOver(double price) {
    if (!level.isEmpty() && level.get(0).price != price) {
      endLevel();
    }
    return level.isEmpty() && left.value() <= 0;
  }

  /** Takes the bids of one price from what is left, and adds what they lose to the cost. */
  private void endLevel() {
    level.forEach(node -> left.add(-node.quantity));
    for (Book node : level) {
      if (node.price <= bid.price()) {
        cost += node.price * loss(node.quantity, left.plus(node.quantity), left);
      }
    }
    level.clear();
  }

  /** min(q, q_k, R_k, q − (R_k − q_k)), at least 0; R_k − q_k is what is left. */
  private double loss(double quantity, double room, ExactSum after) {
    double asked = bid.quantity();
    double pushedOut = -after.plus(-asked);
    return Math.max(0, Math.min(Math.min(asked, quantity), Math.min(room, pushedOut)));
  }
}
