package org.datamarket.market;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Who can see whom: for each buyer the sellers it can bid at, in ascending order (N_i). Immutable.
 */
public final class Reach implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[][] sellersOf;
  private final int sellers;

  private Reach(int[][] sellersOf, int sellers) {
    this.sellersOf = sellersOf;
    this.sellers = sellers;
  }

  /** Every buyer sees every seller. Takes memory for one list only. */
  public static Reach full(int buyers, int sellers) {
    int[] all = new int[sellers];
    Arrays.setAll(all, j -> j);
    int[][] shared = new int[buyers][];
    Arrays.fill(shared, all);
    return new Reach(shared, sellers);
  }

  /**
   * A reach given buyer by buyer.
   *
   * @param sellersOf the sellers' numbers, 0 … sellers − 1, in any order, without repetition
   * @throws IllegalArgumentException if a number is out of range or repeated
   */
  public static Reach of(int[][] sellersOf, int sellers) {
    int[][] sorted = new int[sellersOf.length][];
    for (int i = 0; i < sellersOf.length; i++) {
      sorted[i] = sellersOf[i].clone();
      Arrays.sort(sorted[i]);
      for (int k = 0; k < sorted[i].length; k++) {
        boolean outside = sorted[i][k] < 0 || sorted[i][k] >= sellers;
        if (outside || (k > 0 && sorted[i][k] == sorted[i][k - 1])) {
          throw new IllegalArgumentException(
              "buyer " + i + " cannot reach seller " + sorted[i][k] + " (again) of " + sellers);
        }
      }
    }
    return new Reach(sorted, sellers);
  }

  /** How many buyers there are. */
  public int buyers() {
    return sellersOf.length;
  }

  /** How many sellers there are. */
  public int sellers() {
    return sellers;
  }

  /** How many sellers a buyer sees. */
  public int degree(int buyer) {
    return sellersOf[buyer].length;
  }

  /** The number of the k-th seller that a buyer sees. */
  public int seller(int buyer, int k) {
    return sellersOf[buyer][k];
  }

  /** The sellers a buyer sees, ascending; not to be written to. */
  int[] shared(int buyer) {
    return sellersOf[buyer];
  }

  /** Whether every buyer sees every seller. */
  public boolean isFull() {
    return Arrays.stream(sellersOf).allMatch(list -> list.length == sellers);
  }

  /** How many pairs of a buyer and a seller that see each other there are. */
  public long pairs() {
    return Arrays.stream(sellersOf).mapToLong(list -> list.length).sum();
  }
}
