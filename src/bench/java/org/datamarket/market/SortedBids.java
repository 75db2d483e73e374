package org.datamarket.market;

/**
 * What {@link Book} is measured against: the bids in arrays sorted by falling price, with the sums
 * of quantity and money up to each. A query is a binary search; a change copies the arrays and sums
 * up anew from its place on, O(m).
 */
final class SortedBids {
  private final double[] prices;
  private final double[] quantities;
  private final int[] buyers;

  /** Of the first k bids. */
  private final double[] quantityOf;

  private final double[] moneyOf;

  private SortedBids(double[] prices, double[] quantities, int[] buyers, double[] quantityOf, double[] moneyOf) {
    this.prices = prices;
    this.quantities = quantities;
    this.buyers = buyers;
    this.quantityOf = quantityOf;
    this.moneyOf = moneyOf;
  }

  static SortedBids empty() {
    return new SortedBids(new double[0], new double[0], new int[0], new double[1], new double[1]);
  }

  double quantityAbove(double price) {
    return quantityOf[firstAtOrBelow(price)];
  }

  double quantityAt(double price) {
    return quantityOf[firstBelow(price)] - quantityOf[firstAtOrBelow(price)];
  }

  /** The money that the units between two depths bid together. */
  double moneyBetween(double from, double to) {
    return from >= to ? 0 : moneyTo(to) - moneyTo(from);
  }

  private double moneyTo(double depth) {
    int low = 0;
    int high = prices.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quantityOf[middle + 1] < depth) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == prices.length
        ? moneyOf[low]
        : moneyOf[low] + prices[low] * Math.max(0, depth - quantityOf[low]);
  }

  SortedBids with(int buyer, Bid bid) {
    int at = firstBelow(bid.price());
    SortedBids more = sized(prices.length + 1, at, 0, 1);
    more.prices[at] = bid.price();
    more.quantities[at] = bid.quantity();
    more.buyers[at] = buyer;
    more.sumFrom(at);
    return more;
  }

  SortedBids without(int buyer, Bid bid) {
    int at = firstAtOrBelow(bid.price());
    while (buyers[at] != buyer) {
      at++;
    }
    SortedBids fewer = sized(prices.length - 1, at, 1, 0);
    fewer.sumFrom(at);
    return fewer;
  }

  private SortedBids sized(int size, int at, int skip, int gap) {
    SortedBids copy =
        new SortedBids(
            new double[size], new double[size], new int[size], new double[size + 1], new double[size + 1]);
    int rest = prices.length - at - skip;
    System.arraycopy(prices, 0, copy.prices, 0, at);
    System.arraycopy(prices, at + skip, copy.prices, at + gap, rest);
    System.arraycopy(quantities, 0, copy.quantities, 0, at);
    System.arraycopy(quantities, at + skip, copy.quantities, at + gap, rest);
    System.arraycopy(buyers, 0, copy.buyers, 0, at);
    System.arraycopy(buyers, at + skip, copy.buyers, at + gap, rest);
    System.arraycopy(quantityOf, 0, copy.quantityOf, 0, at + 1);
    System.arraycopy(moneyOf, 0, copy.moneyOf, 0, at + 1);
    return copy;
  }

  private void sumFrom(int at) {
    for (int k = at; k < prices.length; k++) {
      quantityOf[k + 1] = quantityOf[k] + quantities[k];
      moneyOf[k + 1] = moneyOf[k] + prices[k] * quantities[k];
    }
  }

  private int firstAtOrBelow(double price) {
    int low = 0;
    int high = prices.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (prices[middle] > price) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int firstBelow(double price) {
    int low = 0;
    int high = prices.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (prices[middle] >= price) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
