package org.datamarket.market;

import java.util.ArrayList;
import java.util.List;

/**
 * What every bid of a book gets, in one pass from the highest price down: an auction without its
 * bids (docs/model.md §2).
 *
 * @param quantity D, GB
 * @param reserve r, $/GB
 */
record Awards(double quantity, double reserve, TieRule ties) {

  /** The bids with what each gets, the highest price first, ties by descending buyer number. */
  List<Auction.Award> of(Book book, int size) {
    List<Auction.Award> awards = new ArrayList<>(size);
    List<Book> level = new ArrayList<>();
    double[] above = {0};
    Book.forEachDescending(
        book,
        node -> {
          if (!level.isEmpty() && level.get(0).price != node.price) {
            above[0] = serve(level, above[0], awards);
          }
          level.add(node);
        });
    serve(level, above[0], awards);
    return awards;
  }

  /**
   * Serves the bids of one price; returns the quantity bid at it or above, and empties the level.
   */
  private double serve(List<Book> level, double above, List<Auction.Award> awards) {
    double asked = 0;
    for (Book node : level) {
      asked += node.quantity;
    }
    for (Book node : level) {
      awards.add(
          new Auction.Award(
              node.buyer,
              new Bid(node.quantity, node.price),
              allocation(node, level.size() == 1, asked, above)));
    }
    level.clear();
    return above + asked;
  }

  private double allocation(Book node, boolean alone, double asked, double above) {
    if (node.price < reserve) {
      return 0;
    }
    double left = Math.max(0, quantity - above);
    if (alone) {
      return Math.min(node.quantity, left);
    }
    if (ties == TieRule.STRICT) {
      return Math.min(node.quantity, Math.max(0, left - (asked - node.quantity)));
    }
    return Math.min(node.quantity, node.quantity / asked * left);
  }
}
