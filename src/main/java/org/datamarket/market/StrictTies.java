package org.datamarket.market;

import java.util.ArrayList;
import java.util.List;

/**
 * The cost of a bid under {@linkplain TieRule#STRICT strict ties}, by its definition: c = Σ p_k
 * (a_k(without the bid) − a_k(with it)) over the rivals and the seller's own bid (D, r), which
 * loses every tie (Lazar &amp; Semret 1998; docs/model.md §2). Only rivals at the bid's price or below
 * can lose by it, and none below the price at which supply ends, so the scan is short.
 */
final class StrictTies {
  private final double supply;
  private final double reserve;
  private final Bid bid;
  private final List<Book> level = new ArrayList<>();
  private double above;
  private double cost;

  private StrictTies(Auction rivals, Bid bid, double above) {
    this.supply = rivals.quantity();
    this.reserve = rivals.reserve();
    this.bid = bid;
    this.above = above;
  }

  static double cost(Auction rivals, Book book, Bid bid) {
    if (bid.isNone() || bid.price() < rivals.reserve()) {
      return 0;
    }
    StrictTies scan = new StrictTies(rivals, bid, Book.quantityAbove(book, bid.price()));
    scan.visit(book);
    scan.endLevel();
    double asked = Book.quantityFrom(book, rivals.reserve());
    double sellerKeeps = left(scan.supply - asked);
    double sellerKeepsWith = left(scan.supply - asked - bid.quantity());
    return scan.cost + scan.reserve * (sellerKeeps - sellerKeepsWith);
  }

  private static double left(double quantity) {
    return Math.max(0, quantity);
  }

  /** Visits the bids from the bid's price down to the reserve, until supply has run out. */
  private void visit(Book node) {
    if (node == Book.EMPTY || above >= supply) {
      return;
    }
    boolean affected = node.price <= bid.price();
    if (affected) {
      visit(node.higher);
    }
    if (affected && node.price >= reserve) {
      if (!level.isEmpty() && level.get(0).price != node.price) {
        endLevel();
      }
      level.add(node);
    }
    if (node.price >= reserve) {
      visit(node.lower);
    }
  }

  /** Adds what the bids of one price lose. */
  private void endLevel() {
    double asked = 0;
    for (Book node : level) {
      asked += node.quantity;
    }
    for (Book node : level) {
      double room = supply - above - (level.size() == 1 ? 0 : asked - node.quantity);
      double without = Math.min(node.quantity, left(room));
      double with = Math.min(node.quantity, left(room - bid.quantity()));
      cost += node.price * (without - with);
    }
    above += asked;
    level.clear();
  }
}
