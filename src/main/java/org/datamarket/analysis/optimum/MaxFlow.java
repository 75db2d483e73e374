package org.datamarket.analysis.optimum;

import java.util.Arrays;

/**
 * A largest flow on a {@link Network}, whose arcs have no limit: data runs from nodes that may
 * still send (buyers, by what they ask for) over arcs, forwards or by taking back what flows there,
 * to nodes that may still receive (sellers, by what they have).
 *
 * <p>The method of Dinitz (1970): find every node's distance to the nearest receiver, send along
 * shortest paths until none is left, repeat; at most as many rounds as there are nodes. Every path
 * brings some quantity to exactly 0, so it ends in floating point as well. What a node has sent or
 * received already is never taken back; limits may be changed between calls of {@link #augment}.
 */
final class MaxFlow {
  private static final int UNREACHED = Integer.MAX_VALUE;

  private final Network network;
  private final int buyers;
  private final int[] arcBuyer;

  /** Seller j's arcs are incoming[firstIncoming[j]] … incoming[firstIncoming[j+1] − 1]. */
  private final int[] firstIncoming;

  private final int[] incoming;

  /** What flows over each arc, GB. */
  final double[] flow;

  /** What each node may still send, GB. */
  final double[] toSend;

  /** What each node may still receive, GB. */
  final double[] toReceive;

  private final int[] distance;
  private final int[] next;
  private final int[] queue;
  private final int[] pathNode;
  private final int[] pathArc;

  MaxFlow(Network network) {
    this.network = network;
    int nodes = network.nodes();
    buyers = network.buyers.length;
    arcBuyer = new int[network.arcs()];
    firstIncoming = new int[network.sellers.length + 1];
    incoming = new int[network.arcs()];
    flow = new double[network.arcs()];
    toSend = new double[nodes];
    toReceive = new double[nodes];
    distance = new int[nodes];
    next = new int[nodes];
    queue = new int[nodes];
    pathNode = new int[nodes + 1];
    pathArc = new int[nodes];
    indexArcs();
  }

  private void indexArcs() {
    for (int b = 0; b < buyers; b++) {
      Arrays.fill(arcBuyer, network.firstArc[b], network.firstArc[b + 1], b);
    }
    for (int seller : network.arcSeller) {
      firstIncoming[seller + 1]++;
    }
    for (int j = 0; j < network.sellers.length; j++) {
      firstIncoming[j + 1] += firstIncoming[j];
    }
    int[] end = firstIncoming.clone();
    for (int arc = 0; arc < arcBuyer.length; arc++) {
      incoming[end[network.arcSeller[arc]]++] = arc;
    }
  }

  /** Sends as much as can still be sent. */
  void augment() {
    while (measureDistances()) {
      System.arraycopy(network.firstArc, 0, next, 0, buyers);
      System.arraycopy(firstIncoming, 0, next, buyers, network.sellers.length);
      for (int node = 0; node < distance.length; node++) {
        if (toSend[node] > 0 && distance[node] != UNREACHED) {
          sendFrom(node);
        }
      }
    }
  }

  /**
   * Marks what the marked nodes could still send to: along any arc forwards, along arcs in use
   * backwards.
   */
  void spreadForwards(boolean[] marked) {
    int end = enqueue(marked);
    for (int at = 0; at < end; at++) {
      int node = queue[at];
      for (int k = first(node); k < last(node); k++) {
        int other = along(node, k);
        if (!marked[other] && (node < buyers || flow[incoming[k]] > 0)) {
          marked[other] = true;
          queue[end++] = other;
        }
      }
    }
  }

  /** Marks the nodes that could still send to a marked one. */
  void spreadBackwards(boolean[] marked) {
    int end = enqueue(marked);
    for (int at = 0; at < end; at++) {
      int node = queue[at];
      for (int k = first(node); k < last(node); k++) {
        int other = along(node, k);
        if (!marked[other] && (node >= buyers || flow[k] > 0)) {
          marked[other] = true;
          queue[end++] = other;
        }
      }
    }
  }

  private int enqueue(boolean[] marked) {
    int end = 0;
    for (int node = 0; node < marked.length; node++) {
      if (marked[node]) {
        queue[end++] = node;
      }
    }
    return end;
  }

  private int first(int node) {
    return node < buyers ? network.firstArc[node] : firstIncoming[node - buyers];
  }

  private int last(int node) {
    return node < buyers ? network.firstArc[node + 1] : firstIncoming[node - buyers + 1];
  }

  /** The other end of a node's k-th arc. */
  private int along(int node, int k) {
    return node < buyers ? buyers + network.arcSeller[k] : arcBuyer[incoming[k]];
  }

  /** Measures how far each node is from a receiver; false if no sender can reach any. */
  private boolean measureDistances() {
    Arrays.fill(distance, UNREACHED);
    int end = 0;
    boolean found = false;
    for (int node = 0; node < distance.length; node++) {
      if (toReceive[node] > 0) {
        distance[node] = 0;
        queue[end++] = node;
      }
    }
    for (int at = 0; at < end; at++) {
      int node = queue[at];
      found |= toSend[node] > 0;
      for (int k = first(node); k < last(node); k++) {
        int other = along(node, k);
        if (distance[other] == UNREACHED && (node >= buyers || flow[k] > 0)) {
          distance[other] = distance[node] + 1;
          queue[end++] = other;
        }
      }
    }
    return found;
  }

  private void sendFrom(int sender) {
    int length = 0;
    pathNode[0] = sender;
    while (true) {
      int node = pathNode[length];
      if (distance[node] == 0 && toReceive[node] > 0) {
        length = sendAlong(length);
        if (toSend[sender] <= 0) {
          return;
        }
      } else if (advance(node)) {
        pathArc[length] = node < buyers ? next[node] : incoming[next[node]];
        pathNode[++length] = along(node, next[node]);
      } else if (length == 0) {
        return;
      } else {
        next[pathNode[--length]]++;
      }
    }
  }

  /** Moves a node's pointer to its next arc that leads one step nearer to a receiver. */
  private boolean advance(int node) {
    int end = last(node);
    int nearer = distance[node] - 1;
    while (next[node] < end) {
      int k = next[node];
      if (distance[along(node, k)] == nearer && (node < buyers || flow[incoming[k]] > 0)) {
        return true;
      }
      next[node]++;
    }
    return false;
  }

  /** Sends along the path what it can carry, and returns how much of the path can carry more. */
  private int sendAlong(int length) {
    double quantity = Math.min(toSend[pathNode[0]], toReceive[pathNode[length]]);
    for (int step = 0; step < length; step++) {
      if (pathNode[step] >= buyers) {
        quantity = Math.min(quantity, flow[pathArc[step]]);
      }
    }
    toSend[pathNode[0]] -= quantity;
    toReceive[pathNode[length]] -= quantity;
    int open = length;
    for (int step = length - 1; step >= 0; step--) {
      if (pathNode[step] < buyers) {
        flow[pathArc[step]] += quantity;
      } else {
        flow[pathArc[step]] -= quantity;
        if (flow[pathArc[step]] <= 0) {
          open = step;
        }
      }
    }
    return open < length || toReceive[pathNode[length]] > 0 ? open : Math.max(0, length - 1);
  }
}
