package org.datamarket.analysis.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datamarket.market.Reach;

/**
 * A part of the reach network: some buyers, some sellers, and arcs from buyers to sellers. Within
 * the part buyers are numbered 0 … B−1 and sellers 0 … S−1; as nodes, the sellers follow the buyers
 * (seller j is node B + j).
 */
final class Network {
  /** The buyers' numbers in the whole market. */
  final int[] buyers;

  /** The sellers' numbers in the whole market. */
  final int[] sellers;

  /** Buyer b's arcs are firstArc[b] … firstArc[b+1] − 1. */
  final int[] firstArc;

  /** The seller that an arc leads to, numbered within this part. */
  final int[] arcSeller;

  private Network(int[] buyers, int[] sellers, int[] firstArc, int[] arcSeller) {
    this.buyers = buyers;
    this.sellers = sellers;
    this.firstArc = firstArc;
    this.arcSeller = arcSeller;
  }

  /**
   * The arcs over which anything can flow: from buyers that want something to sellers that have
   * something. Buyers left without an arc are left out, sellers are not.
   *
   * @throws IllegalArgumentException if there are more arcs than an array can hold
   */
  static Network of(Reach reach, boolean[] wants, boolean[] has) {
    int[] sellerNode = new int[has.length];
    int[] sellers = chosen(has, sellerNode);
    Arcs arcs = new Arcs(reach.buyers(), reach.pairs());
    for (int i = 0; i < wants.length; i++) {
      if (wants[i]) {
        for (int k = 0; k < reach.degree(i); k++) {
          int seller = reach.seller(i, k);
          if (has[seller]) {
            arcs.add(sellerNode[seller]);
          }
        }
        arcs.endBuyer(i);
      }
    }
    return arcs.network(sellers);
  }

  /** How many nodes there are: buyers and sellers. */
  int nodes() {
    return buyers.length + sellers.length;
  }

  /** How many arcs there are. */
  int arcs() {
    return arcSeller.length;
  }

  /**
   * The connected parts of what is left when only some nodes, and the arcs between them, are kept.
   */
  List<Network> connectedParts(boolean[] kept) {
    int[] root = new int[nodes()];
    Arrays.setAll(root, node -> node);
    for (int b = 0; b < buyers.length; b++) {
      for (int arc = firstArc[b]; kept[b] && arc < firstArc[b + 1]; arc++) {
        int seller = buyers.length + arcSeller[arc];
        if (kept[seller]) {
          join(root, b, seller);
        }
      }
    }
    return collect(kept, root);
  }

  private List<Network> collect(boolean[] kept, int[] root) {
    int[] partOf = new int[nodes()];
    int[] numberInPart = new int[nodes()];
    Part[] parts =
        number(kept, root, partOf, numberInPart).stream().map(Part::new).toArray(Part[]::new);
    fill(parts, kept, partOf, numberInPart);
    return Arrays.stream(parts).map(part -> part.arcs.network(part.sellers)).toList();
  }

  /** Numbers the parts in the order of their first nodes, and the nodes within each. */
  private List<Counts> number(boolean[] kept, int[] root, int[] partOf, int[] numberInPart) {
    int[] numberOfRoot = new int[nodes()];
    Arrays.fill(numberOfRoot, -1);
    List<Counts> counts = new ArrayList<>();
    for (int node = 0; node < nodes(); node++) {
      if (kept[node]) {
        int top = find(root, node);
        if (numberOfRoot[top] < 0) {
          numberOfRoot[top] = counts.size();
          counts.add(new Counts());
        }
        partOf[node] = numberOfRoot[top];
        numberInPart[node] = counts.get(partOf[node]).next(this, node);
      }
    }
    return counts;
  }

  private void fill(Part[] parts, boolean[] kept, int[] partOf, int[] numberInPart) {
    for (int j = 0; j < sellers.length; j++) {
      int node = buyers.length + j;
      if (kept[node]) {
        parts[partOf[node]].sellers[numberInPart[node]] = sellers[j];
      }
    }
    for (int b = 0; b < buyers.length; b++) {
      if (kept[b]) {
        Arcs arcs = parts[partOf[b]].arcs;
        for (int arc = firstArc[b]; arc < firstArc[b + 1]; arc++) {
          int seller = buyers.length + arcSeller[arc];
          if (kept[seller]) {
            arcs.add(numberInPart[seller]);
          }
        }
        arcs.endBuyer(buyers[b]);
      }
    }
  }

  private static void join(int[] root, int a, int b) {
    int rootA = find(root, a);
    int rootB = find(root, b);
    root[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  private static int find(int[] root, int node) {
    int at = node;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  private static int[] chosen(boolean[] isChosen, int[] number) {
    int[] list = new int[isChosen.length];
    int count = 0;
    for (int j = 0; j < isChosen.length; j++) {
      if (isChosen[j]) {
        number[j] = count;
        list[count++] = j;
      }
    }
    return Arrays.copyOf(list, count);
  }

  /** How large a part is. */
  private static final class Counts {
    int buyers;
    int sellers;
    int arcs;

    int next(Network network, int node) {
      if (node >= network.buyers.length) {
        return sellers++;
      }
      arcs += network.firstArc[node + 1] - network.firstArc[node];
      return buyers++;
    }
  }

  /** A part being filled. */
  private static final class Part {
    final int[] sellers;
    final Arcs arcs;

    Part(Counts counts) {
      sellers = new int[counts.sellers];
      arcs = new Arcs(counts.buyers, counts.arcs);
    }
  }

  /** Arcs being collected, buyer by buyer. */
  private static final class Arcs {
    private final int[] buyers;
    private final int[] firstArc;
    private final int[] arcSeller;
    private int buyerCount;
    private int arcCount;

    Arcs(int mostBuyers, long mostArcs) {
      if (mostArcs > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException("too many pairs of a buyer and a seller: " + mostArcs);
      }
      buyers = new int[mostBuyers];
      firstArc = new int[mostBuyers + 1];
      arcSeller = new int[(int) mostArcs];
    }

    void add(int seller) {
      arcSeller[arcCount++] = seller;
    }

    /** The arcs added since the last call are this buyer's; a buyer without arcs is left out. */
    void endBuyer(int buyer) {
      if (arcCount > firstArc[buyerCount]) {
        buyers[buyerCount++] = buyer;
        firstArc[buyerCount] = arcCount;
      }
    }

    Network network(int[] sellers) {
      return new Network(
          Arrays.copyOf(buyers, buyerCount),
          sellers,
          Arrays.copyOf(firstArc, buyerCount + 1),
          Arrays.copyOf(arcSeller, arcCount));
    }
  }
}
