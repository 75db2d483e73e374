package org.datamarket.analysis.optimum;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.datamarket.market.Valuation;

/**
 * The planner's optimum on any reach network, by decomposition (Fujishige, <i>Lexicographically
 * optimal base of a polymatroid</i>, Math. Oper. Res. 5, 1980; Groenevelt, <i>Two algorithms for
 * maximizing a separable concave function over a polymatroid feasible region</i>, Eur. J. Oper.
 * Res. 54, 1991).
 *
 * <p>Every connected part is first tried at the price that would clear it if everybody saw
 * everybody. {@link PriceTrial} says which nodes need a higher price, and which a lower; they part,
 * since nothing flows between them, and each side is solved in the same way. Where that peels off
 * little at a time, every other price tried halves the bracket (geometrically) in which the part's
 * prices lie; so the number of levels grows with the logarithm of the precision and not with the
 * market. Reserves are kept as they are, where the polymatroid would have them as buyers of one
 * seller's data each: a sum of both would lose a small supply beside a large one.
 */
final class Decomposition {
  /** A side that keeps more than this share of the nodes calls for halving the bracket. */
  private static final double LOPSIDED = 0.75;

  /** A bracket relatively narrower than this is one price. */
  private static final double CLOSED = 1e-13;

  /**
   * By how much a price is stretched for the demands around it to cover what rounding does to sums.
   */
  private static final double ROUNDING = 1e-14;

  /**
   * The factor by which to go beyond the known end of a bracket whose other end is 0 or infinite.
   */
  private static final double LEAP = 16;

  private final List<Valuation> valuations;
  private final double[] quantities;
  private final double[] reserves;
  private final Allotment result;
  private final Deque<Task> tasks = new ArrayDeque<>();

  private Decomposition(List<Valuation> valuations, double[] quantities, double[] reserves) {
    this.valuations = valuations;
    this.quantities = quantities;
    this.reserves = reserves;
    this.result = Allotment.empty(reserves);
  }

  static Allotment solve(
      Network network, List<Valuation> valuations, double[] quantities, double[] reserves) {
    Decomposition decomposition = new Decomposition(valuations, quantities, reserves);
    boolean[] all = new boolean[network.nodes()];
    Arrays.fill(all, true);
    for (Network part : network.connectedParts(all)) {
      decomposition.tasks.push(new Task(part, 0, Double.MAX_VALUE, false));
    }
    while (!decomposition.tasks.isEmpty()) {
      decomposition.work(decomposition.tasks.pop());
    }
    return decomposition.result;
  }

  /** A part to be solved, the bracket of its prices, and whether to halve the bracket next. */
  private record Task(Network network, double low, double high, boolean halve) {

    boolean isClosed() {
      return high - low <= CLOSED * high;
    }

    double middle() {
      if (low == 0) {
        return high / LEAP;
      }
      return high == Double.MAX_VALUE ? low * LEAP : Math.sqrt(low) * Math.sqrt(high);
    }
  }

  private void work(Task task) {
    Network network = task.network;
    Valuation[] buyers = new Valuation[network.buyers.length];
    for (int b = 0; b < buyers.length; b++) {
      buyers[b] = valuations.get(network.buyers[b]);
    }
    double[] supply = pick(quantities, network.sellers);
    double[] least = pick(reserves, network.sellers);
    SinglePrice price = price(task, buyers, supply, least);
    PriceTrial trial = new PriceTrial(network, buyers, supply, least, price);
    int dearer = count(trial.dearer);
    int cheaper = count(trial.cheaper);
    boolean wholly = dearer == network.nodes() || cheaper == network.nodes();
    if (task.isClosed() || (wholly && !task.halve)) {
      settle(network, trial, price, new boolean[network.nodes()]);
    } else if (wholly) {
      double low = dearer > 0 ? price.high() : task.low;
      double high = dearer > 0 ? task.high : price.high();
      tasks.push(new Task(network, low, high, false));
    } else {
      settle(network, trial, price, either(trial.dearer, trial.cheaper));
      split(task, trial.dearer, dearer, price.high(), task.high);
      split(task, trial.cheaper, cheaper, task.low, price.high());
    }
  }

  private static SinglePrice price(Task task, Valuation[] buyers, double[] supply, double[] least) {
    if (task.isClosed()) {
      return new SinglePrice(task.low, task.high, ROUNDING);
    }
    double price =
        task.halve
            ? task.middle()
            : SinglePrice.clearing(buyers, supply, least, task.low, task.high);
    return new SinglePrice(price, price, ROUNDING);
  }

  private void split(Task task, boolean[] kept, int nodes, double low, double high) {
    if (nodes > 0) {
      boolean halve = !task.halve && nodes > LOPSIDED * task.network.nodes();
      for (Network part : task.network.connectedParts(kept)) {
        tasks.push(new Task(part, low, high, halve));
      }
    }
  }

  private void settle(Network network, PriceTrial trial, SinglePrice price, boolean[] unsettled) {
    int buyers = network.buyers.length;
    for (int b = 0; b < buyers; b++) {
      for (int arc = network.firstArc[b]; !unsettled[b] && arc < network.firstArc[b + 1]; arc++) {
        int seller = network.sellers[network.arcSeller[arc]];
        result.deliver(network.buyers[b], seller, trial.flow()[arc]);
      }
    }
    for (int j = 0; j < network.sellers.length; j++) {
      if (!unsettled[buyers + j]) {
        result.raisePrice(network.sellers[j], price.high());
      }
    }
  }

  private static boolean[] either(boolean[] one, boolean[] other) {
    boolean[] either = one.clone();
    for (int node = 0; node < either.length; node++) {
      either[node] |= other[node];
    }
    return either;
  }

  private static int count(boolean[] marked) {
    int count = 0;
    for (boolean mark : marked) {
      count += mark ? 1 : 0;
    }
    return count;
  }

  private static double[] pick(double[] values, int[] chosen) {
    double[] picked = new double[chosen.length];
    for (int k = 0; k < chosen.length; k++) {
      picked[k] = values[chosen[k]];
    }
    return picked;
  }
}
