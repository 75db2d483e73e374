package org.datamarket.analysis.optimum;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether every set T of sellers but the whole one has what those buyers want that see no others:
 * Σ_{N_k ⊆ T} w_k ≤ D(T). Then all but what there is too little of in all can be given to any
 * buyers: totals up to w with the sum of supply, and sellers sold out, have a flow.
 *
 * <p>Each such T lacks some seller j. So it is to be shown that with the missing quantity added to
 * any one seller all is served: one largest flow, and from it, for each seller, the rest.
 */
final class Slack {
  /** What is lost in sums, as a share of them. */
  private static final double NEGLIGIBLE = 1e-12;

  private final Network network;
  private final double[] quantities;

  /**
   * @param quantities by seller of the whole market, GB
   */
  Slack(Network network, double[] quantities) {
    this.network = network;
    this.quantities = IntStream.of(network.sellers).mapToDouble(j -> quantities[j]).toArray();
  }

  /**
   * @param wants w by buyer of the network, GB, in all at least what there is
   */
  boolean isEnough(double[] wants) {
    MaxFlow run = new MaxFlow(network);
    int buyers = wants.length;
    System.arraycopy(wants, 0, run.toSend, 0, buyers);
    System.arraycopy(quantities, 0, run.toReceive, buyers, quantities.length);
    run.augment();
    for (int j = 0; j < quantities.length; j++) {
      if (run.toReceive[buyers + j] > NEGLIGIBLE * quantities[j]) {
        return false;
      }
      run.toReceive[buyers + j] = 0;
    }
    double[] flow = run.flow.clone();
    double[] left = run.toSend.clone();
    double missing = Arrays.stream(left).sum();
    for (int j = 0; j < quantities.length && missing > 0; j++) {
      System.arraycopy(flow, 0, run.flow, 0, flow.length);
      System.arraycopy(left, 0, run.toSend, 0, left.length);
      run.toReceive[buyers + j] = missing;
      run.augment();
      run.toReceive[buyers + j] = 0;
      if (Arrays.stream(run.toSend).sum() > NEGLIGIBLE * missing) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether some sellers could sell what they have, and any one of them so much more: every set S
   * of them is seen by buyers who want D(S) and that, in all.
   *
   * @param wants w by buyer of the network, GB
   * @param must by seller of the network, whether it is one of them
   * @param more GB
   */
  boolean canSellMore(double[] wants, boolean[] must, double more) {
    MaxFlow run = new MaxFlow(network);
    int buyers = wants.length;
    System.arraycopy(wants, 0, run.toSend, 0, buyers);
    for (int j = 0; j < must.length; j++) {
      run.toReceive[buyers + j] = must[j] ? quantities[j] : 0;
    }
    run.augment();
    for (int j = 0; j < must.length; j++) {
      if (run.toReceive[buyers + j] > NEGLIGIBLE * quantities[j]) {
        return false;
      }
      run.toReceive[buyers + j] = 0;
    }
    double[] flow = run.flow.clone();
    double[] left = run.toSend.clone();
    for (int j = 0; j < must.length; j++) {
      System.arraycopy(flow, 0, run.flow, 0, flow.length);
      System.arraycopy(left, 0, run.toSend, 0, left.length);
      run.toReceive[buyers + j] = must[j] ? more : 0;
      run.augment();
      if (run.toReceive[buyers + j] > NEGLIGIBLE * more) {
        return false;
      }
      run.toReceive[buyers + j] = 0;
    }
    return true;
  }
}
