package org.datamarket.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.random.RandomStreams;

/**
 * Random users of data plans, as lines of JSON that {@code compare} clears: {@code
 * models/literature/data-plans.jsonl}. A plan is one of Hong Kong's two (docs/model.md §9); usage
 * is the square of a multiple of 1/16, so that its square root, and what follows from it, is exact.
 */
final class PlanPopulations {
  private static final int POPULATIONS = 40;
  private static final int BUYERS = 6;
  private static final int SELLERS = 4;
  private static final int FEE = 5;
  private static final List<Integer> FEES = List.of(0, 5, 15, 30, 45);

  private PlanPopulations() {}

  /** What buyers would do without a market. */
  private enum Kind {
    /** They buy all that they want from the ISP. */
    DISPLACED,
    /** They buy a part from the ISP, and would want as much again at a lower price. */
    BOTH,
    /** They buy nothing: their cap is enough at the overage price. */
    ADDITIONAL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A plan: its cap, GB, and its overage price, HK$/GB. */
  private record Plan(double cap, double overage) {
    static Plan drawn(RandomGenerator random) {
      return random.nextBoolean() ? new Plan(1, 60) : new Plan(5, 30);
    }
  }

  /** All kinds with one fee, and those whose trade is additional use with every fee. */
  static List<String> all() {
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                FEES.stream()
                    .filter(fee -> fee == FEE || kind == Kind.ADDITIONAL)
                    .map(fee -> lines(kind, fee)))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> lines(Kind kind, int fee) {
    List<String> lines = new ArrayList<>();
    for (int seed = 1; seed <= POPULATIONS; seed++) {
      RandomGenerator random = new RandomStreams(seed).stream("data-plans");
      List<String> sellers = new ArrayList<>();
      for (int j = 0; j < SELLERS; j++) {
        double left = Plan.drawn(random).cap() * (2 + random.nextInt(13)) / 16.0;
        sellers.add("{\"quantity\": %s, \"reserve\": 5}".formatted(left));
      }
      List<String> buyers = new ArrayList<>();
      for (int i = 0; i < BUYERS; i++) {
        buyers.add(buyer(kind, Plan.drawn(random), random.nextDouble()));
      }
      lines.add(
          "{\"id\": \"%s-%s-%s\", \"sellers\": [%s], \"buyers\": [%s], \"isp\": {\"price\": 60}, \"parameters\": {\"fee\": %s}}"
              .formatted(
                  kind.word(),
                  fee,
                  seed,
                  String.join(", ", sellers),
                  String.join(", ", buyers),
                  fee));
    }
    return lines;
  }

  /** Usage at the overage price: 1 to 4 times the cap, or a quarter of it to all of it. */
  private static String buyer(Kind kind, Plan plan, double luck) {
    double most = 16 * Math.sqrt(plan.cap());
    double least = kind == Kind.ADDITIONAL ? most / 2 : most;
    double sixteenths = Math.floor(least * (1 + luck)) + (kind == Kind.ADDITIONAL ? 0 : 1);
    double root = sixteenths / 16;
    double usage = root * root;
    double demand =
        switch (kind) {
          case DISPLACED -> usage - plan.cap();
          case BOTH -> 2 * usage - plan.cap();
          case ADDITIONAL -> plan.cap();
        };
    return "{\"demand\": %s, \"isp_price\": %s, \"valuation\": {\"kind\": \"alpha-fair\", \"sigma\": %s, \"alpha\": 0.5, \"base\": %s}}"
        .formatted(demand, plan.overage(), plan.overage() * root, plan.cap());
  }
}
