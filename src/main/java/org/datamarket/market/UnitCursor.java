package org.datamarket.market;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks the units that one more bidder can have at an auction from the cheapest up: first those
 * that nobody else would get, at the reserve, then those it would take from rivals, each at the
 * rival's price. Together they are the whole quantity on offer. Starting takes O(log m), a step
 * O(1) amortised.
 */
public final class UnitCursor {
  private final double supply;
  private final Deque<Book> path = new ArrayDeque<>();
  private double price;
  private double quantity;

  /**
   * The quantity bid above the first bid, which alone may be displaced in part; 0 for the later
   * ones.
   */
  private double firstAbove;

  UnitCursor(Auction auction, Book book) {
    this.supply = auction.quantity();
    double free = auction.residual(auction.reserve());
    seek(book, auction.reserve());
    if (free > 0) {
      price = auction.reserve();
      quantity = free;
    } else {
      step();
    }
  }

  /** Whether the cursor stands on a unit; if not, there are no more. */
  public boolean isValid() {
    return quantity > 0;
  }

  /** The unit price here, $/GB. */
  public double price() {
    return price;
  }

  /** How much there is at this step, GB. */
  public double quantity() {
    return quantity;
  }

  /** Moves to the next more expensive units. */
  public void next() {
    step();
  }

  private void step() {
    if (path.isEmpty()) {
      quantity = 0;
      return;
    }
    Book node = path.pop();
    price = node.price;
    quantity = Math.min(node.quantity, Math.max(0, supply - firstAbove));
    firstAbove = 0;
    descend(node.higher);
    if (quantity <= 0) {
      step();
    }
  }

  /**
   * Puts the cheapest bid that wins anything, and the way to the more expensive ones, on the path.
   */
  private void seek(Book book, double reserve) {
    double above = 0;
    double aboveFirst = 0;
    Book node = book;
    while (node != Book.EMPTY) {
      double aboveNode = above + Book.total(node.higher);
      if (node.price > reserve && aboveNode < supply) {
        path.push(node);
        aboveFirst = aboveNode;
        above = aboveNode + node.quantity;
        node = node.lower;
      } else {
        node = node.higher;
      }
    }
    firstAbove = aboveFirst;
  }

  private void descend(Book book) {
    Book node = book;
    while (node != Book.EMPTY) {
      path.push(node);
      node = node.lower;
    }
  }
}
