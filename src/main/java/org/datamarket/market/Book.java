package org.datamarket.market;

import java.util.function.Consumer;

/**
 * The bids at one auction, sorted by price and, at one price, by buyer: an immutable treap whose
 * nodes know the quantity and the money of the bids below them.
 *
 * <p>Every change makes a new book that shares all but O(log m) of the old one's m nodes, so a book
 * can be kept, handed to many readers, or queried "as if" at no cost. A node's place in the heap
 * comes from a hash of its buyer, so that the shape, and with it the rounding of every sum, depends
 * on the bids alone and not on the order in which they came. Depths are O(log m) in expectation.
 *
 * <p>No sum is ever taken back by subtraction: a range is summed from the nodes in it, so a huge
 * bid costs its neighbours no digits.
 */
final class Book {
  /** The empty book. */
  static final Book EMPTY = null;

  final double price;
  final double quantity;
  final int buyer;
  final Book lower;
  final Book higher;
  final double totalQuantity;
  final double totalMoney;
  final int size;

  /** The lowest price at or below this node. */
  final double lowestPrice;

  private Book(double price, double quantity, int buyer, Book lower, Book higher) {
    this.price = price;
    this.quantity = quantity;
    this.buyer = buyer;
    this.lower = lower;
    this.higher = higher;
    double quantities = quantity;
    double money = price * quantity;
    int bids = 1;
    if (lower != null) {
      quantities += lower.totalQuantity;
      money += lower.totalMoney;
      bids += lower.size;
    }
    if (higher != null) {
      quantities += higher.totalQuantity;
      money += higher.totalMoney;
      bids += higher.size;
    }
    this.totalQuantity = quantities;
    this.totalMoney = money;
    this.size = bids;
    this.lowestPrice = lower == null ? price : lower.lowestPrice;
  }

  /** The book with one more bid; the buyer must have none in it. */
  static Book with(Book book, int buyer, Bid bid) {
    if (book == EMPTY) {
      return new Book(bid.price(), bid.quantity(), buyer, EMPTY, EMPTY);
    }
    if (isAbove(buyer, book.buyer)) {
      return new Book(
          bid.price(),
          bid.quantity(),
          buyer,
          below(book, bid.price(), buyer),
          above(book, bid.price(), buyer));
    }
    return book.isBelow(bid.price(), buyer)
        ? book.withChildren(book.lower, with(book.higher, buyer, bid))
        : book.withChildren(with(book.lower, buyer, bid), book.higher);
  }

  /**
   * The book without a buyer's bid.
   *
   * @throws IllegalStateException if that buyer has no bid at that price
   */
  static Book without(Book book, int buyer, double price) {
    if (book == EMPTY) {
      throw new IllegalStateException("buyer " + buyer + " has no bid at price " + price);
    }
    if (book.buyer == buyer && book.price == price) {
      return join(book.lower, book.higher);
    }
    return book.isBelow(price, buyer)
        ? book.withChildren(book.lower, without(book.higher, buyer, price))
        : book.withChildren(without(book.lower, buyer, price), book.higher);
  }

  /** The quantity bid at prices above a price. */
  static double quantityAbove(Book book, double price) {
    double quantity = 0;
    Book node = book;
    while (node != EMPTY) {
      if (node.price > price) {
        quantity += node.quantity + total(node.higher);
        node = node.lower;
      } else {
        node = node.higher;
      }
    }
    return quantity;
  }

  /** The quantity bid at a price or above it. */
  static double quantityFrom(Book book, double price) {
    double quantity = 0;
    Book node = book;
    while (node != EMPTY) {
      if (node.price >= price) {
        quantity += node.quantity + total(node.higher);
        node = node.lower;
      } else {
        node = node.higher;
      }
    }
    return quantity;
  }

  /** The quantity bid at exactly a price. */
  static double quantityAt(Book book, double price) {
    Book node = book;
    while (node != EMPTY && node.price != price) {
      node = node.price < price ? node.higher : node.lower;
    }
    return node == EMPTY
        ? 0
        : node.quantity + quantityFrom(node.lower, price) + quantityUpTo(node.higher, price);
  }

  private static double quantityUpTo(Book book, double price) {
    double quantity = 0;
    Book node = book;
    while (node != EMPTY) {
      if (node.price <= price) {
        quantity += node.quantity + total(node.lower);
        node = node.higher;
      } else {
        node = node.lower;
      }
    }
    return quantity;
  }

  /**
   * The lowest price bid that is at least, or strictly above, a price; infinite if there is none.
   */
  static double priceFrom(Book book, double price, boolean strictly) {
    double found = Double.POSITIVE_INFINITY;
    Book node = book;
    while (node != EMPTY) {
      if (strictly ? node.price > price : node.price >= price) {
        found = node.price;
        node = node.lower;
      } else {
        node = node.higher;
      }
    }
    return found;
  }

  /** The highest price bid that is below a price; negative if there is none. */
  static double priceBelow(Book book, double price) {
    double found = -1;
    Book node = book;
    while (node != EMPTY) {
      if (node.price < price) {
        found = node.price;
        node = node.higher;
      } else {
        node = node.lower;
      }
    }
    return found;
  }

  /**
   * The price of the unit at a depth: the lowest price with at most that quantity bid above it;
   * infinite when the depth is negative, the lowest price of all when everything lies higher.
   */
  static double priceAtDepth(Book book, double depth) {
    double found = Double.POSITIVE_INFINITY;
    double above = 0;
    Book node = book;
    while (node != EMPTY) {
      double aboveNode = above + total(node.higher);
      if (aboveNode <= depth) {
        found = node.price;
        above = aboveNode + node.quantity;
        node = node.lower;
      } else {
        node = node.higher;
      }
    }
    return found;
  }

  /**
   * The money that the units between two depths bid together, the depth of a unit being the
   * quantity bid above it: Σ price × quantity over that part of the book.
   */
  static double moneyBetween(Book book, double from, double to) {
    return book == EMPTY || from >= to ? 0 : book.money(0, from, to);
  }

  private double money(double above, double from, double to) {
    if (from <= above && to >= above + totalQuantity) {
      return totalMoney;
    }
    double top = above + total(higher);
    double bottom = top + quantity;
    double money = price * Math.max(0, Math.min(to, bottom) - Math.max(from, top));
    if (higher != null && from < top) {
      money += higher.money(above, from, to);
    }
    if (lower != null && to > bottom) {
      money += lower.money(bottom, from, to);
    }
    return money;
  }

  /** Calls a visitor for every bid, the highest price first. */
  static void forEachDescending(Book book, Consumer<Book> visitor) {
    if (book != EMPTY) {
      forEachDescending(book.higher, visitor);
      visitor.accept(book);
      forEachDescending(book.lower, visitor);
    }
  }

  static double total(Book book) {
    return book == EMPTY ? 0 : book.totalQuantity;
  }

  static int size(Book book) {
    return book == EMPTY ? 0 : book.size;
  }

  private Book withChildren(Book newLower, Book newHigher) {
    return new Book(price, quantity, buyer, newLower, newHigher);
  }

  /** Whether this node sorts below a key. */
  private boolean isBelow(double otherPrice, int otherBuyer) {
    return price < otherPrice || (price == otherPrice && buyer < otherBuyer);
  }

  private static Book below(Book book, double price, int buyer) {
    if (book == EMPTY) {
      return EMPTY;
    }
    return book.isBelow(price, buyer)
        ? book.withChildren(book.lower, below(book.higher, price, buyer))
        : below(book.lower, price, buyer);
  }

  private static Book above(Book book, double price, int buyer) {
    if (book == EMPTY) {
      return EMPTY;
    }
    return book.isBelow(price, buyer)
        ? above(book.higher, price, buyer)
        : book.withChildren(above(book.lower, price, buyer), book.higher);
  }

  private static Book join(Book lower, Book higher) {
    if (lower == EMPTY) {
      return higher;
    }
    if (higher == EMPTY) {
      return lower;
    }
    return isAbove(lower.buyer, higher.buyer)
        ? lower.withChildren(lower.lower, join(lower.higher, higher))
        : higher.withChildren(join(lower, higher.lower), higher.higher);
  }

  /** Whether one buyer's node stands above another's in the heap: by hash, then by number. */
  private static boolean isAbove(int buyer, int other) {
    int first = scatter(buyer);
    int second = scatter(other);
    return first != second ? first > second : buyer > other;
  }

  /** A bijective 32-bit mixer (two rounds of xor-shift and an odd multiplier). */
  private static int scatter(int x) {
    int h = (x ^ (x >>> 16)) * 0x7feb352d;
    h = (h ^ (h >>> 15)) * 0x846ca68b;
    return h ^ (h >>> 16);
  }
}
