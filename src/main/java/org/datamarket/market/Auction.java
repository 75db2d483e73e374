package org.datamarket.market;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;

/**
 * One seller's progressive second price auction: what it offers, its reserve, and its book of bids
 * (Lazar &amp; Semret 1998, Tuffin 2001; docs/model.md §2). Immutable: a change makes a new
 * auction.
 *
 * <p>The questions ({@link #residual}, {@link #allocation}, {@link #cost}, …) are answered for
 * <em>one more bidder</em>, who has no bid in this book. For a buyer that has one, ask the auction
 * {@linkplain #without without} it, its rivals' auction.
 *
 * <p>With m bids in the book, a change, a residual, a price, and under proportional ties an
 * allocation and a cost, take O(log m) expected time; a cost under strict ties takes O(log m) and a
 * scan of the bids that the bidder displaces.
 */
public final class Auction implements Serializable {
  private static final long serialVersionUID = 1;

  private final double quantity;
  private final double reserve;
  private final TieRule ties;
  private final transient Book book;

  private Auction(double quantity, double reserve, TieRule ties, Book book) {
    this.quantity = quantity;
    this.reserve = reserve;
    this.ties = ties;
    this.book = book;
  }

  /**
   * An auction without bids.
   *
   * @param quantity D, GB on offer, finite, at least 0
   * @param reserve r, the least unit price in $/GB, finite, at least 0
   * @param ties what happens between bids of the same price
   * @throws IllegalArgumentException if a number is outside its range
   */
  public static Auction of(double quantity, double reserve, TieRule ties) {
    Checks.finiteAndNotNegative("quantity", quantity);
    Checks.finiteAndNotNegative("reserve", reserve);
    return new Auction(quantity, reserve, ties, Book.EMPTY);
  }

  /** D, what the seller offers, GB. */
  public double quantity() {
    return quantity;
  }

  /** r, the least unit price, $/GB. */
  public double reserve() {
    return reserve;
  }

  /** The rule for bids of the same price. */
  public TieRule ties() {
    return ties;
  }

  /** How many bids are in the book, those below the reserve included. */
  public int size() {
    return Book.size(book);
  }

  /** This auction with another reserve. */
  public Auction withReserve(double newReserve) {
    return new Auction(quantity, Checks.finiteAndNotNegative("reserve", newReserve), ties, book);
  }

  /**
   * This auction with one more bid; {@link Bid#NONE} changes nothing.
   *
   * @param buyer the bidder's number; it must have no bid in the book
   */
  public Auction with(int buyer, Bid bid) {
    return bid.isNone() ? this : withBook(Book.with(book, buyer, bid));
  }

  /**
   * This auction without a buyer's bid; {@link Bid#NONE} changes nothing.
   *
   * @throws IllegalStateException if the buyer has no bid at that price
   */
  public Auction without(int buyer, Bid bid) {
    return bid.isNone() ? this : withBook(Book.without(book, buyer, bid.price()));
  }

  private Auction withBook(Book newBook) {
    return new Auction(quantity, reserve, ties, newBook);
  }

  /**
   * Q(y) = [D − Σ over bids above y]⁺ for y ≥ r, and 0 below the reserve: the residual supply, what
   * one more bidder at price y could get if nobody else bid y.
   *
   * @param price y, $/GB
   * @return GB in [0, D]
   */
  public double residual(double price) {
    return price < reserve ? 0 : Math.max(0, quantity - Book.quantityAbove(book, price));
  }

  /**
   * U(y) = [D − Σ over bids at y or above]⁺ for y ≥ r, and 0 below the reserve: what one more
   * bidder at price y gets for certain, whatever tied rivals ask for (docs/model.md §4, step 1).
   *
   * @param price y, $/GB
   * @return GB in [0, Q(y)]
   */
  public double uncontested(double price) {
    return price < reserve ? 0 : Math.max(0, quantity - Book.quantityFrom(book, price));
  }

  /** Q(y⁻), the residual supply just below a price: 0 at the reserve or below it. */
  public double residualBelow(double price) {
    return price <= reserve ? 0 : Math.max(0, quantity - Book.quantityFrom(book, price));
  }

  /** What one more bidder with this bid would get, GB (docs/model.md §2, allocation). */
  public double allocation(Bid bid) {
    if (bid.isNone() || bid.price() < reserve) {
      return 0;
    }
    if (ties == TieRule.STRICT) {
      double left = quantity - Book.quantityFrom(book, bid.price());
      return Math.min(bid.quantity(), Math.max(0, left));
    }
    double tied = Book.quantityAt(book, bid.price());
    return share(bid.quantity(), tied, residual(bid.price()));
  }

  /** a = min(q, q / (q + tied) · residual). */
  private static double share(double asked, double tied, double residual) {
    return tied == 0
        ? Math.min(asked, residual)
        : Math.min(asked, asked / (asked + tied) * residual);
  }

  /**
   * What one more bidder with this bid would pay, $: what its presence takes from the others and
   * from the seller, at their own prices (exclusion–compensation; docs/model.md §2, cost).
   */
  public double cost(Bid bid) {
    return ties == TieRule.STRICT
        ? StrictTies.cost(this, book, bid)
        : costOf(allocation(bid), Book.quantityAbove(book, bid.price()));
  }

  /**
   * ∫₀ᵃ P(z) dz, what one more bidder pays for an allocation of a: first the reserve for what
   * nobody else would have got, then the displaced bids from the cheapest up.
   *
   * @param allocation a, GB in [0, D]
   * @return $
   */
  public double costOf(double allocation) {
    return costOf(allocation, 0);
  }

  /**
   * The same for a bid that leaves others their units down to a depth, whatever rounding makes of
   * the depth at which its own units begin: no unit more expensive than the bid is paid for.
   */
  private double costOf(double allocation, double depth) {
    double above = Book.quantityAbove(book, reserve);
    double free = Math.max(0, quantity - above);
    if (allocation <= free) {
      return reserve * allocation;
    }
    double first = Math.max(depth, quantity - allocation);
    double displaced = Book.moneyBetween(book, first, Math.min(quantity, above));
    return reserve * free + displaced;
  }

  /**
   * P(z) = inf{y ≥ r : Q(y) ≥ z}, the market price of the z-th unit: what one more bidder must at
   * least bid to get a total of z.
   *
   * @param z GB, at least 0
   * @return $/GB; infinite when z exceeds the quantity on offer
   */
  public double marketPrice(double z) {
    if (z > quantity) {
      return Double.POSITIVE_INFINITY;
    }
    if (z <= residual(reserve)) {
      return reserve;
    }
    return Math.max(reserve, Book.priceAtDepth(book, quantity - z));
  }

  /**
   * One step of the residual supply, which rises with the price.
   *
   * @param price y, $/GB: the reserve or a bid's price; infinite beyond the last step
   * @param residual Q(y), GB
   * @param residualBelow Q(y⁻), GB
   */
  public record Step(double price, double residual, double residualBelow) {}

  /** A property of steps that, once it holds, holds at every higher price too. */
  @FunctionalInterface
  public interface StepTest {
    /** Whether it holds where the residual supply at a price is so much. */
    boolean holds(double price, double residual);
  }

  /**
   * The lowest step of the residual supply at which a monotone property holds, found in one descent
   * of the book. When it holds at none, the step returned has an infinite price, and as
   * residualBelow the whole of D.
   */
  public Step firstStep(StepTest test) {
    double aboveReserve = Book.quantityAbove(book, reserve);
    double atReserve = Math.max(0, quantity - aboveReserve);
    if (test.holds(reserve, atReserve)) {
      return new Step(reserve, atReserve, 0);
    }
    double found = Double.POSITIVE_INFINITY;
    double above = 0;
    Book node = book;
    while (node != Book.EMPTY) {
      if (node.price <= reserve) {
        node = node.higher;
      } else if (node.price == found
          || test.holds(node.price, Math.max(0, quantity - above - quantityAbove(node)))) {
        found = node.price;
        above += Book.total(node.higher) + node.quantity;
        node = node.lower;
      } else {
        node = node.higher;
      }
    }
    return new Step(found, residual(found), residualBelow(found));
  }

  /**
   * The quantity that a node's own higher bids ask for above its price; a tie may sort among them.
   */
  private static double quantityAbove(Book node) {
    boolean tied = node.higher != Book.EMPTY && node.higher.lowestPrice == node.price;
    return tied ? Book.quantityAbove(node.higher, node.price) : Book.total(node.higher);
  }

  /**
   * The lowest step of the residual supply that lies above a price: a bid or the reserve; infinite
   * if none.
   */
  public double nextStepAbove(double price) {
    return price < reserve ? reserve : Book.priceFrom(book, price, true);
  }

  /**
   * The price among the bids and the reserve that lies nearest to a price; the lower of two equally
   * near.
   */
  public double nearestPrice(double price) {
    double best = reserve;
    double above = Book.priceFrom(book, price, false);
    if (above - price < Math.abs(best - price)) {
      best = above;
    }
    double below = Book.priceBelow(book, price);
    if (below >= 0 && price - below <= Math.abs(best - price)) {
      best = below;
    }
    return best;
  }

  /** How far the nearest bid lies from a price, $/GB; infinite if there is none. O(log bids). */
  public double distanceToBid(double price) {
    double below = Book.priceBelow(book, price);
    double above = Book.priceFrom(book, price, false) - price;
    return below < 0 ? above : Math.min(above, price - below);
  }

  /** The units that one more bidder can have here, from the cheapest up. */
  public UnitCursor units() {
    return new UnitCursor(this, book);
  }

  /**
   * One bid and what it gets.
   *
   * @param buyer the bidder's number
   * @param bid its bid
   * @param allocation GB
   */
  public record Award(int buyer, Bid bid, double allocation) {}

  /**
   * All bids with what each gets, the highest price first, ties by descending buyer number: one
   * pass.
   */
  public List<Award> awards() {
    return new Awards(quantity, reserve, ties).of(book, size());
  }

  /** What all bids together get, GB: O(log m), under strict ties one pass. */
  public double sold() {
    if (ties == TieRule.PROPORTIONAL) {
      return Math.min(quantity, Book.quantityFrom(book, reserve));
    }
    return awards().stream().mapToDouble(Award::allocation).sum();
  }

  /** What goes into a file: the bids, from which the book grows again, the same to the last bit. */
  private record Saved(
      double quantity,
      double reserve,
      TieRule ties,
      int[] buyers,
      double[] quantities,
      double[] prices)
      implements Serializable {
    private static final long serialVersionUID = 1;

    private Object readResolve() {
      Auction auction = of(quantity, reserve, ties);
      for (int k = 0; k < buyers.length; k++) {
        auction = auction.with(buyers[k], new Bid(quantities[k], prices[k]));
      }
      return auction;
    }
  }

  private Object writeReplace() {
    List<Award> awards = awards();
    return new Saved(
        quantity,
        reserve,
        ties,
        awards.stream().mapToInt(Award::buyer).toArray(),
        awards.stream().mapToDouble(award -> award.bid().quantity()).toArray(),
        awards.stream().mapToDouble(award -> award.bid().price()).toArray());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("an auction is read from its bids");
  }
}
