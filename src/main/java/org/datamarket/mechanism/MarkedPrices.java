package org.datamarket.mechanism;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datamarket.market.Valuation;

/**
 * The prices at which the market at a posted price may jump or bend (docs/mechanisms.md §3): every
 * r_j, θ_i′(d_i), θ_i′(0), p_κ and the ends λ̲_j, λ̄_j of competitive prices, of sellers with
 * supply, not below the least reserve. Where some θ_i′(0) is infinite they go on upwards by halves
 * until demand is negligible.
 */
final class MarkedPrices {
  /** Competitive prices this close to another mark are that mark. */
  private static final double SAME = 1e-11;

  private static final double STEP = 1.5;
  private static final double NEGLIGIBLE_DEMAND = 1e-3;

  /** More steps than lie between the least and the largest number that a model may have. */
  private static final int MOST_STEPS = 500;

  private MarkedPrices() {}

  /** Ascending, $/GB. */
  static double[] of(Setting setting) {
    Population people = setting.population();
    double[] reserves =
        IntStream.range(0, people.sellers())
            .filter(j -> people.quantities()[j] > 0)
            .mapToDouble(j -> people.reserves()[j])
            .toArray();
    double least = Arrays.stream(reserves).min().orElse(0);
    double[] ends =
        people.valuations().stream()
            .filter(valuation -> valuation.demand() > 0)
            .flatMapToDouble(MarkedPrices::ends)
            .toArray();
    double[] ispPrices =
        IntStream.range(0, people.buyers()).mapToDouble(people::ispPrice).toArray();
    double[] exact =
        Stream.of(reserves, ends, ispPrices)
            .flatMapToDouble(Arrays::stream)
            .filter(price -> price >= least && Double.isFinite(price))
            .sorted()
            .distinct()
            .toArray();
    double[] competitive =
        DoubleStream.concat(
                Arrays.stream(setting.prices().low()), Arrays.stream(setting.prices().high()))
            .filter(price -> price >= least && Double.isFinite(price) && !isNear(exact, price))
            .toArray();
    double[] marks =
        DoubleStream.concat(Arrays.stream(exact), Arrays.stream(competitive))
            .sorted()
            .distinct()
            .toArray();
    boolean endless = Arrays.stream(ends).anyMatch(Double::isInfinite);
    return endless ? upwards(people, marks) : marks;
  }

  private static DoubleStream ends(Valuation valuation) {
    return DoubleStream.of(valuation.marginal(valuation.demand()), valuation.marginal(0));
  }

  private static boolean isNear(double[] ascending, double price) {
    int found = Arrays.binarySearch(ascending, price);
    int after = found >= 0 ? found : -found - 1;
    boolean above = after < ascending.length && ascending[after] - price <= SAME * price;
    return above || (after > 0 && price - ascending[after - 1] <= SAME * price);
  }

  private static double[] upwards(Population people, double[] marks) {
    double negligible = NEGLIGIBLE_DEMAND * Arrays.stream(people.quantities()).sum();
    DoubleStream.Builder all = DoubleStream.builder();
    Arrays.stream(marks).forEach(all);
    double price = marks.length == 0 ? 0 : marks[marks.length - 1];
    for (int step = 0; price > 0 && step < MOST_STEPS; step++) {
      if (demand(people, price) < negligible) {
        break;
      }
      price *= STEP;
      all.add(price);
    }
    return all.build().toArray();
  }

  private static double demand(Population people, double price) {
    double demand = 0;
    for (Valuation valuation : people.valuations()) {
      demand += valuation.demandAt(price);
    }
    return demand;
  }
}
