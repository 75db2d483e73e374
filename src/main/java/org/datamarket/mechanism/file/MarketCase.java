package org.datamarket.mechanism.file;

import java.util.List;
import java.util.Map;
import org.datamarket.mechanism.IspCommon;
import org.datamarket.mechanism.IspSplit;
import org.datamarket.mechanism.IspVolume;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.mechanism.MultiBid;
import org.datamarket.mechanism.NoMarket;
import org.datamarket.mechanism.PayAsBid;
import org.datamarket.mechanism.Planner;
import org.datamarket.mechanism.Population;
import org.datamarket.mechanism.PostedRevenue;
import org.datamarket.mechanism.PostedWelfare;
import org.datamarket.mechanism.UniformPrice;
import org.datamarket.mechanism.Vcg;

/**
 * A market to be cleared once by every mechanism.
 *
 * @param population who is there
 * @param parameters those of the mechanisms
 */
public record MarketCase(Population population, Parameters parameters) implements Question {

  /**
   * Parameters of mechanisms.
   *
   * @param k of competitive prices, in [0, 1]
   * @param bids M, how many bids a buyer sends, at least 1
   * @param shade φ, in [0, 1]
   * @param fee f, $/GB
   */
  public record Parameters(double k, int bids, double shade, double fee) {
    /** What holds where nothing is said. */
    public static final Parameters DEFAULT = new Parameters(0.5, 8, 0.5, 0);

    /** Every mechanism with these parameters. */
    public List<Mechanism> mechanisms() {
      return List.of(
          new Planner(),
          new NoMarket(),
          new UniformPrice(k),
          new PayAsBid(),
          new Vcg(),
          new MultiBid(bids),
          new PostedRevenue(),
          new PostedWelfare(),
          new IspSplit(shade, fee),
          new IspVolume(shade, fee),
          new IspCommon(fee, k));
    }
  }

  /** Every mechanism, with the parameters of this market. */
  public List<Mechanism> mechanisms() {
    return parameters.mechanisms();
  }

  @Override
  public Map<String, Object> answer(MechanismChoice chosen) {
    return Map.of("results", MechanismAnswer.of(this, chosen));
  }
}
