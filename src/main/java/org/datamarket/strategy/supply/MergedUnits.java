package org.datamarket.strategy.supply;

import java.util.stream.IntStream;
import org.datamarket.market.BuyerView;
import org.datamarket.market.UnitCursor;

/**
 * The units of all visible auctions together, from the cheapest up; at one price in the order of
 * the sellers' numbers. Starting takes O(reach · log bids), a step O(log reach).
 */
public final class MergedUnits {
  private final UnitCursor[] cursors;
  private final int[] heap;
  private int size;

  /** All units that the buyer sees left. */
  public MergedUnits(BuyerView view) {
    this(view, IntStream.range(0, view.size()).toArray());
  }

  /**
   * The units of some visible sellers.
   *
   * @param places their places in the view, each once
   */
  public MergedUnits(BuyerView view, int... places) {
    cursors = new UnitCursor[view.size()];
    heap = new int[places.length];
    for (int place : places) {
      cursors[place] = view.rivals(place).units();
      if (cursors[place].isValid()) {
        heap[size++] = place;
      }
    }
    for (int k = size / 2 - 1; k >= 0; k--) {
      sink(k);
    }
  }

  /** Whether there are units left. */
  public boolean isValid() {
    return size > 0;
  }

  /** The place in the view of the seller whose units come next. */
  public int place() {
    return heap[0];
  }

  /** Their unit price, $/GB. */
  public double price() {
    return cursors[heap[0]].price();
  }

  /** How many there are, GB. */
  public double quantity() {
    return cursors[heap[0]].quantity();
  }

  /** Moves to the next dearer units. */
  public void next() {
    UnitCursor cursor = cursors[heap[0]];
    cursor.next();
    if (!cursor.isValid()) {
      heap[0] = heap[--size];
    }
    sink(0);
  }

  private void sink(int start) {
    int k = start;
    int[] order = heap;
    while (2 * k + 1 < size) {
      int child = 2 * k + 1;
      if (child + 1 < size && comesBefore(order[child + 1], order[child])) {
        child++;
      }
      if (!comesBefore(order[child], order[k])) {
        return;
      }
      int place = order[k];
      order[k] = order[child];
      order[child] = place;
      k = child;
    }
  }

  private boolean comesBefore(int place, int other) {
    int byPrice = Double.compare(cursors[place].price(), cursors[other].price());
    return byPrice != 0 ? byPrice < 0 : place < other;
  }
}
