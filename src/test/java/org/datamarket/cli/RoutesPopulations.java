package org.datamarket.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.random.RandomStreams;

/**
 * Random networks of resources, and random bids on them, as lines of JSON: {@code
 * models/literature/routes.jsonl} and {@code route-bids.jsonl}. Numbers are eighths.
 */
final class RoutesPopulations {
  private static final int NETWORKS = 40;
  private static final int STATES = 60;

  private RoutesPopulations() {}

  /** Networks to be played, each with both prices that a buyer may name along its route. */
  static List<String> networks() {
    List<String> lines = new ArrayList<>();
    for (String price : List.of("marginal", "residual")) {
      for (int seed = 1; seed <= NETWORKS; seed++) {
        RandomGenerator random = new RandomStreams(seed).stream("routes");
        int resources = 2 + random.nextInt(3);
        lines.add(
            "{\"id\": \"%s-%s\", \"mechanism\": \"routes\", \"price\": \"%s\", \"epsilon\": 0.3, \"resources\": [%s], \"buyers\": [%s]}"
                .formatted(
                    price,
                    seed,
                    price,
                    joined(resources, l -> resource(6 + eighths(random, 64), 0.125)),
                    joined(
                        resources + 2 + random.nextInt(3),
                        i -> buyer(random, i < 2 ? resources : resources - 1, resources))));
      }
    }
    return lines;
  }

  /**
   * Bids that nobody has played, unequal along routes: under strict ties, and under proportional
   * ones without equal prices and with them.
   */
  static List<String> states() {
    List<String> lines = new ArrayList<>();
    for (String kind : List.of("strict", "untied", "tied")) {
      for (int seed = 1; seed <= STATES; seed++) {
        RandomGenerator random = new RandomStreams(seed).stream("route-bids");
        lines.add(state(kind, seed, random));
      }
    }
    return lines;
  }

  private static String state(String kind, int seed, RandomGenerator random) {
    int resources = 2 + random.nextInt(2);
    int count = 2 + random.nextInt(3);
    List<String> buyers = new ArrayList<>();
    List<String> bids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Integer> route =
          route(random, i == 0 ? resources : 1 + random.nextInt(resources), resources);
      buyers.add(
          "{\"demand\": 8, \"valuation\": {\"kind\": \"parabolic\", \"kappa\": 1}, \"route\": %s}"
              .formatted(route));
      double apart = kind.equals("untied") ? i / 16.0 : 0;
      bids.add(
          "[%s]"
              .formatted(joined(resources, l -> route.contains(l) ? bid(random, apart) : "null")));
    }
    return "{\"id\": \"%s-%s\", \"mechanism\": \"routes\", \"claim\": \"semret_lemma\", \"ties\": \"%s\", \"epsilon\": 0.3, \"resources\": [%s], \"buyers\": [%s], \"bids\": [%s]}"
        .formatted(
            kind,
            seed,
            kind.equals("strict") ? "strict" : "proportional",
            joined(resources, l -> resource(2 + eighths(random, 64), 0.125)),
            String.join(", ", buyers),
            String.join(", ", bids));
  }

  private static String bid(RandomGenerator random, double apart) {
    return "{\"quantity\": %s, \"price\": %s}"
        .formatted(0.125 + eighths(random, 40), 1 + random.nextInt(3) + apart);
  }

  private static String resource(double quantity, double reserve) {
    return "{\"quantity\": %s, \"reserve\": %s}".formatted(quantity, reserve);
  }

  private static String buyer(RandomGenerator random, int most, int resources) {
    int length = most == resources ? resources : 1 + random.nextInt(most);
    return "{\"demand\": %s, \"valuation\": {\"kind\": \"parabolic\", \"kappa\": %s}, \"route\": %s}"
        .formatted(
            2 + eighths(random, 48), 0.5 + eighths(random, 12), route(random, length, resources));
  }

  private static List<Integer> route(RandomGenerator random, int length, int resources) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, resources).boxed().toList());
    for (int k = all.size() - 1; k > 0; k--) {
      Collections.swap(all, k, random.nextInt(k + 1));
    }
    return all.subList(0, length).stream().sorted().toList();
  }

  private static double eighths(RandomGenerator random, int most) {
    return random.nextInt(most + 1) / 8.0;
  }

  /** The text of one item of a list. */
  @FunctionalInterface
  private interface Item {
    String at(int index);
  }

  private static String joined(int count, Item item) {
    return String.join(", ", IntStream.range(0, count).mapToObj(item::at).toList());
  }
}
