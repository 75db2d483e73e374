package org.datamarket.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Who gets how much from whom at the end, as much of it as can be seen in a picture: the largest
 * sellers, and the largest buyers by what they get from these; all others on either side are one.
 * What the others trade among themselves is left out.
 */
final class AllocationNetwork {
  private static final int MOST_BUYERS = 240;
  private static final int MOST_SELLERS = 60;
  private static final int MOST_LINKS = 2000;
  private static final int DIGITS = 6;

  private AllocationNetwork() {}

  /** A link: so much, at such a cost. */
  private static final class Link {
    final int buyer;
    final int seller;
    double allocation;
    double cost;

    Link(int buyer, int seller) {
      this.buyer = buyer;
      this.seller = seller;
    }
  }

  /** One side of the market: which agents have a node of their own; the rest share the last. */
  private static final class Side {
    final RunTable table;
    final Map<String, Integer> nodes = new HashMap<>();
    final List<Integer> alone;

    /**
     * @param sizes of each agent
     * @param most that may have a node of their own
     */
    Side(RunTable table, double[] sizes, int most) throws IOException {
      this.table = table;
      alone =
          IntStream.range(0, sizes.length)
              .boxed()
              .filter(k -> sizes[k] > 0 || sizes.length <= most)
              .sorted(Comparator.comparingDouble((Integer k) -> -sizes[k]))
              .limit(most)
              .sorted()
              .toList();
      for (int node = 0; node < alone.size(); node++) {
        nodes.put(table.text(alone.get(node), "id"), node);
      }
    }

    int node(String id) {
      return nodes.getOrDefault(id, alone.size());
    }

    boolean isAlone(int node) {
      return node < alone.size();
    }

    /** What each node is told: two texts, then numbers. */
    List<Map<String, Object>> toJson(String... columns) throws IOException {
      List<Map<String, Object>> all = new ArrayList<>();
      for (int row : alone) {
        Map<String, Object> node = new LinkedHashMap<>();
        for (int c = 0; c < columns.length; c++) {
          node.put(
              columns[c],
              c < 2 ? table.text(row, columns[c]) : Values.of(table.number(row, columns[c]), DIGITS));
        }
        all.add(node);
      }
      if (alone.size() < table.size()) {
        all.add(Map.of("merged", table.size() - alone.size()));
      }
      return all;
    }
  }

  /** The network, as JSON has it. */
  static Map<String, Object> of(RunTable buyers, RunTable sellers, RunTable bids)
      throws IOException {
    Side offering = new Side(sellers, column(sellers, "sold"), MOST_SELLERS);
    Side getting = new Side(buyers, received(buyers, bids, offering), MOST_BUYERS);
    Map<Long, Link> links = new TreeMap<>();
    int winning = 0;
    double apart = 0;
    for (int k = 0; k < bids.size(); k++) {
      double allocation = bids.numberOrZero(k, "allocation");
      if (allocation > 0) {
        winning++;
        int buyer = getting.node(bids.text(k, "buyer"));
        int seller = offering.node(bids.text(k, "seller"));
        if (getting.isAlone(buyer) || offering.isAlone(seller)) {
          Link link =
              links.computeIfAbsent((long) buyer << 32 | seller, key -> new Link(buyer, seller));
          link.allocation += allocation;
          link.cost += bids.numberOrZero(k, "cost");
        } else {
          apart += allocation;
        }
      }
    }
    List<Link> largest =
        links.values().stream()
            .sorted(Comparator.comparingDouble((Link link) -> link.allocation).reversed())
            .toList();
    List<Link> drawn = largest.subList(0, Math.min(MOST_LINKS, largest.size()));
    double left =
        largest.subList(drawn.size(), largest.size()).stream().mapToDouble(l -> l.allocation).sum();
    Map<String, Object> network = new LinkedHashMap<>();
    network.put(
        "buyers", getting.toJson("id", "group", "demand", "allocation", "unit_price", "utility"));
    network.put(
        "sellers",
        offering.toJson("id", "group", "quantity", "sold", "unit_price", "final_reserve"));
    network.put("links", drawn.stream().map(AllocationNetwork::shown).toList());
    network.put("bids", bids.size());
    network.put("winning", winning);
    network.put("linksLeft", largest.size() - drawn.size());
    network.put("quantityLeft", Values.of(left, DIGITS));
    network.put("quantityApart", Values.of(apart, DIGITS));
    return network;
  }

  private static double[] column(RunTable table, String name) throws IOException {
    double[] values = new double[table.size()];
    for (int k = 0; k < values.length; k++) {
      values[k] = table.numberOrZero(k, name);
    }
    return values;
  }

  /** What each buyer gets from the sellers that have a node of their own. */
  private static double[] received(RunTable buyers, RunTable bids, Side sellers)
      throws IOException {
    Map<String, Double> totals = new HashMap<>();
    for (int k = 0; k < bids.size(); k++) {
      if (sellers.isAlone(sellers.node(bids.text(k, "seller")))) {
        totals.merge(bids.text(k, "buyer"), bids.numberOrZero(k, "allocation"), Double::sum);
      }
    }
    double[] received = new double[buyers.size()];
    for (int i = 0; i < received.length; i++) {
      received[i] = totals.getOrDefault(buyers.text(i, "id"), 0.0);
    }
    return received;
  }

  private static List<Object> shown(Link link) {
    return Arrays.asList(
        link.buyer, link.seller, Values.of(link.allocation, DIGITS), Values.of(link.cost, DIGITS));
  }
}
