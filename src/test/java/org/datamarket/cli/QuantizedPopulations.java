package org.datamarket.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.market.Parabolic;
import org.datamarket.random.RandomStreams;

/**
 * Random populations on a grid of prices, as lines of JSON that {@code compare} plays: those of
 * {@code models/literature}. All numbers are multiples of powers of two, so that nothing is
 * rounded.
 */
final class QuantizedPopulations {
  private static final int MOST_BUYERS = 6;
  private static final int MOST_LEVELS = 20;
  private static final int LINES = 300;

  private QuantizedPopulations() {}

  /** Buyers of a line have all the same demand. */
  static List<String> equal() {
    return lines("equal-demands", false);
  }

  /** Every buyer has a demand of its own. */
  static List<String> different() {
    return lines("different-demands", true);
  }

  private static List<String> lines(String name, boolean ownDemands) {
    List<String> lines = new ArrayList<>();
    for (int seed = 1; seed <= LINES; seed++) {
      RandomGenerator random = new RandomStreams(seed).stream(name);
      lines.add(line("%s-%s".formatted(name, seed), ownDemands, random));
    }
    return lines;
  }

  private static String line(String id, boolean ownDemands, RandomGenerator random) {
    int levels = 3 + random.nextInt(MOST_LEVELS - 2);
    double step = power(random, -2, 1);
    int count = 2 + random.nextInt(MOST_BUYERS - 1);
    List<Parabolic> valuations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean fresh = ownDemands || i == 0;
      valuations.add(fresh ? valuation(random, levels, step) : valuations.get(0));
    }
    double wanted = valuations.stream().mapToDouble(Parabolic::demand).sum();
    double supply = (1 + random.nextInt((int) Math.ceil(8 * wanted))) / 8.0;
    List<String> buyers = new ArrayList<>();
    List<String> bids = new ArrayList<>();
    for (Parabolic valuation : valuations) {
      double price = random.nextInt(levels) * step;
      buyers.add(
          "{\"demand\": %s, \"valuation\": {\"kind\": \"parabolic\", \"kappa\": %s}}"
              .formatted(valuation.demand(), valuation.slope()));
      bids.add("{\"quantity\": %s, \"price\": %s}".formatted(valuation.demandAt(price), price));
    }
    return "{\"id\": \"%s\", \"grid\": {\"step\": %s, \"levels\": %s}, \"supply\": %s, \"buyers\": [%s], \"initial_bids\": [%s]}"
        .formatted(id, step, levels, supply, String.join(", ", buyers), String.join(", ", bids));
  }

  /** Worth 0 at some price of the grid, the highest at most. */
  private static Parabolic valuation(RandomGenerator random, int levels, double step) {
    double slope = power(random, -2, 1);
    double highest = (1 + random.nextInt(levels - 1)) * step;
    return new Parabolic(highest / slope, slope);
  }

  private static double power(RandomGenerator random, int least, int most) {
    return Math.scalb(1.0, least + random.nextInt(most - least + 1));
  }
}
