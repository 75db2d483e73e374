package org.datamarket.analysis.optimum;

import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;

/**
 * A market to be planned, and who takes part: buyers that want something and see somebody who has
 * something, sellers that have something.
 *
 * @param wants by buyer
 * @param has by seller
 */
record Instance(
    List<Valuation> valuations,
    double[] quantities,
    double[] reserves,
    Reach reach,
    boolean[] wants,
    boolean[] has) {

  static Instance of(
      List<Valuation> valuations, double[] quantities, double[] reserves, Reach reach) {
    boolean[] has = new boolean[quantities.length];
    for (int j = 0; j < has.length; j++) {
      has[j] = quantities[j] > 0;
    }
    boolean[] wants = new boolean[valuations.size()];
    for (int i = 0; i < wants.length; i++) {
      wants[i] = valuations.get(i).demand() > 0 && seesAny(reach, i, has);
    }
    return new Instance(valuations, quantities, reserves, reach, wants, has);
  }

  private static boolean seesAny(Reach reach, int buyer, boolean[] has) {
    for (int k = 0; k < reach.degree(buyer); k++) {
      if (has[reach.seller(buyer, k)]) {
        return true;
      }
    }
    return false;
  }

  private static int sees(Reach reach, int buyer, boolean[] has) {
    int sees = 0;
    for (int k = 0; k < reach.degree(buyer); k++) {
      sees += has[reach.seller(buyer, k)] ? 1 : 0;
    }
    return sees;
  }

  /** Whether everybody who takes part sees everybody else who does. */
  boolean isFull() {
    int sellers = 0;
    for (boolean one : has) {
      sellers += one ? 1 : 0;
    }
    for (int i = 0; i < wants.length; i++) {
      if (wants[i] && reach.degree(i) < reach.sellers() && sees(reach, i, has) < sellers) {
        return false;
      }
    }
    return true;
  }

  /** The optimum if {@link #isFull}. */
  Allotment onePrice() {
    List<Valuation> taking =
        IntStream.range(0, wants.length)
            .mapToObj(i -> wants[i] ? valuations.get(i) : new Ration(0, 0))
            .toList();
    return FullReachOptimum.solve(taking, wants, quantities, reserves);
  }

  /** The optimum on any network. */
  Allotment decomposed() {
    return Decomposition.solve(Network.of(reach, wants, has), valuations, quantities, reserves);
  }

  /** Prices by seller, NaN where there is nothing to sell. */
  double[] offered(double[] prices) {
    double[] offered = prices.clone();
    for (int j = 0; j < offered.length; j++) {
      offered[j] = has[j] ? offered[j] : Double.NaN;
    }
    return offered;
  }
}
