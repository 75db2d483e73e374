package org.datamarket.mechanism.quantized;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.market.Valuation;

/** Play on a grid of prices, word for word from its definition: every price and rival looked at. */
final class NaivePlay {
  private final double step;
  private final int levels;
  private final double reserve;
  private final double supply;
  private final List<Valuation> valuations;
  private final List<Profile> path = new ArrayList<>();

  NaivePlay(QuantizedMarket market) {
    this.step = market.grid().step();
    this.levels = market.grid().levels();
    this.reserve = market.grid().reserve();
    this.supply = market.supply();
    this.valuations = market.valuations();
  }

  /** All profiles until one that was there before, which is the last. */
  List<Profile> from(Profile start) {
    path.clear();
    Profile now = start;
    while (!path.contains(now)) {
      path.add(now);
      now = round(now);
    }
    path.add(now);
    return path;
  }

  private Profile round(Profile now) {
    List<Integer> newLevels = new ArrayList<>();
    List<Double> quantities = new ArrayList<>();
    for (int i = 0; i < valuations.size(); i++) {
      int answer = levels - 1;
      for (int m = levels - 1; m >= 0; m--) {
        if (m * step >= reserve && valuations.get(i).demandAt(m * step) <= left(now, i, m)) {
          answer = m;
        }
      }
      newLevels.add(answer);
      quantities.add(valuations.get(i).demandAt(answer * step));
    }
    return new Profile(newLevels, quantities);
  }

  /** [D − Σ q_k over rivals at strictly higher levels]⁺. */
  private double left(Profile now, int buyer, int level) {
    double left = supply;
    for (int k = 0; k < valuations.size(); k++) {
      if (k != buyer && now.levels().get(k) > level) {
        left -= now.quantities().get(k);
      }
    }
    return Math.max(0, left);
  }
}
