package org.datamarket.analysis.optimum;

import java.util.Arrays;
import org.datamarket.market.Valuation;

/**
 * One price tried on a whole network. It tells three kinds of nodes apart:
 *
 * <ul>
 *   <li><i>dearer</i>: buyers who cannot all have the least they want at this price, though they
 *       and the sellers they see give each other all there is: x(T) &gt; D(N(T)), a violated set of
 *       the polymatroid of feasible totals. Their prices are higher;
 *   <li><i>cheaper</i>: sellers who cannot all sell out at this price, though everybody who sees
 *       them has the most it wants. Their prices are lower;
 *   <li>the rest, which this price clears, with the flow that is found.
 * </ul>
 *
 * <p>Between the kinds nothing flows. (The decomposition of Fujishige 1980 and Groenevelt 1991,
 * with flats: a cut for the least demands, one for the most.)
 */
final class PriceTrial {
  /** A buyer or a seller that lacks less than this share has all: no sum is exact. */
  private static final double NEGLIGIBLE = 1e-13;

  /** A supply so many times what buyers want is as good as endless. */
  private static final double BEYOND = 1e6;

  /** The nodes whose prices are higher than the one tried. */
  final boolean[] dearer;

  /** The nodes whose prices are lower. */
  final boolean[] cheaper;

  private final int buyers;
  private final MaxFlow run;

  PriceTrial(
      Network network,
      Valuation[] valuations,
      double[] quantities,
      double[] reserves,
      SinglePrice price) {
    buyers = network.buyers.length;
    run = new MaxFlow(network);
    dearer = new boolean[network.nodes()];
    cheaper = new boolean[network.nodes()];
    double[] supply = inSight(quantities, valuations, price);
    sendLeast(valuations, supply, reserves, price);
    sendMost(valuations, supply, reserves, price);
    sellToTheIndifferent(valuations, supply, reserves, price);
  }

  /** A supply far beyond all that buyers want is cut, lest sums with it lose what they want. */
  private static double[] inSight(double[] quantities, Valuation[] valuations, SinglePrice price) {
    double most = BEYOND * Arrays.stream(valuations).mapToDouble(price::most).sum();
    return most == 0
        ? quantities
        : Arrays.stream(quantities).map(quantity -> Math.min(quantity, most)).toArray();
  }

  /** What flows over each arc, GB. */
  double[] flow() {
    return run.flow;
  }

  private void sendLeast(
      Valuation[] valuations, double[] quantities, double[] reserves, SinglePrice price) {
    for (int b = 0; b < buyers; b++) {
      run.toSend[b] = price.least(valuations[b]);
    }
    for (int j = 0; j < quantities.length; j++) {
      run.toReceive[buyers + j] = price.isBelow(reserves[j]) ? 0 : quantities[j];
    }
    run.augment();
    for (int b = 0; b < buyers; b++) {
      dearer[b] = run.toSend[b] > NEGLIGIBLE * price.least(valuations[b]);
    }
    run.spreadForwards(dearer);
  }

  /**
   * More goes to sellers that must sell out: from buyers, or by taking back from sellers that need
   * not.
   */
  private void sendMost(
      Valuation[] valuations, double[] quantities, double[] reserves, SinglePrice price) {
    for (int b = 0; b < buyers; b++) {
      run.toSend[b] += price.most(valuations[b]) - price.least(valuations[b]);
    }
    for (int j = 0; j < quantities.length; j++) {
      if (isIndifferent(reserves[j], price)) {
        run.toSend[buyers + j] = quantities[j] - run.toReceive[buyers + j];
        run.toReceive[buyers + j] = 0;
      }
    }
    run.augment();
    for (int j = 0; j < quantities.length; j++) {
      cheaper[buyers + j] =
          price.isAbove(reserves[j]) && run.toReceive[buyers + j] > NEGLIGIBLE * quantities[j];
    }
    run.spreadBackwards(cheaper);
  }

  /** Where buyer and seller are both indifferent, they trade. */
  private void sellToTheIndifferent(
      Valuation[] valuations, double[] quantities, double[] reserves, SinglePrice price) {
    for (int b = 0; b < buyers; b++) {
      double stretch = price.most(valuations[b]) - price.exactMost(valuations[b]);
      run.toSend[b] = Math.max(0, run.toSend[b] - stretch);
    }
    for (int j = 0; j < quantities.length; j++) {
      if (isIndifferent(reserves[j], price)) {
        run.toReceive[buyers + j] = quantities[j] - run.toSend[buyers + j];
        run.toSend[buyers + j] = 0;
      }
    }
    run.augment();
  }

  private static boolean isIndifferent(double reserve, SinglePrice price) {
    return !price.isAbove(reserve) && !price.isBelow(reserve);
  }
}
