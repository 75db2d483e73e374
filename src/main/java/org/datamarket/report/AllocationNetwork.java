package org.datamarket.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Who gets how much from whom at the end, as much of it as can be seen in a picture: the largest
 * sellers, and the largest buyers by what they get from these; all others on either side are one.
 * What the others trade among themselves is left out.
 *
 * @param buyers nodes, at last all others
 * @param sellers nodes, at last all others
 * @param bids live ones in all
 * @param winning bids that get anything
 * @param linksLeft how many are too thin to draw
 * @param quantityLeft what goes through these, GB
 * @param quantityApart what the others trade among themselves, GB
 */
record AllocationNetwork(
    List<Node> buyers,
    List<Node> sellers,
    List<Ribbon> links,
    int bids,
    int winning,
    int linksLeft,
    Number quantityLeft,
    Number quantityApart) {
  private static final int MOST_BUYERS = 240;
  private static final int MOST_SELLERS = 60;
  private static final int MOST_LINKS = 2000;
  private static final int DIGITS = 6;

  /** What a page is told of an agent, or of those that have no node of their own. */
  private interface Node {}

  private record Buyer(
      String id,
      String group,
      Number demand,
      Number allocation,
      @JsonProperty("unit_price") Number unitPrice,
      Number utility)
      implements Node {
    static Buyer of(RunTable table, int row) throws IOException {
      return new Buyer(
          table.text(row, "id"),
          table.text(row, "group"),
          number(table, row, "demand"),
          number(table, row, "allocation"),
          number(table, row, "unit_price"),
          number(table, row, "utility"));
    }
  }

  private record Seller(
      String id,
      String group,
      Number quantity,
      Number sold,
      @JsonProperty("unit_price") Number unitPrice,
      @JsonProperty("final_reserve") Number finalReserve)
      implements Node {
    static Seller of(RunTable table, int row) throws IOException {
      return new Seller(
          table.text(row, "id"),
          table.text(row, "group"),
          number(table, row, "quantity"),
          number(table, row, "sold"),
          number(table, row, "unit_price"),
          number(table, row, "final_reserve"));
    }
  }

  /** All others of a side. */
  private record Others(int merged) implements Node {}

  /** A link as it is drawn: from node to node, by number. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  private record Ribbon(int buyer, int seller, Number allocation, Number cost) {
    static Ribbon of(Link link) {
      return new Ribbon(
          link.buyer,
          link.seller,
          Values.of(link.allocation, DIGITS),
          Values.of(link.cost, DIGITS));
    }
  }

  private static Number number(RunTable table, int row, String column) throws IOException {
    return Values.of(table.number(row, column), DIGITS);
  }

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

    /** The nodes, each made from its row. */
    List<Node> nodes(NodeOfRow node) throws IOException {
      List<Node> all = new ArrayList<>();
      for (int row : alone) {
        all.add(node.of(table, row));
      }
      if (alone.size() < table.size()) {
        all.add(new Others(table.size() - alone.size()));
      }
      return all;
    }
  }

  @FunctionalInterface
  private interface NodeOfRow {
    Node of(RunTable table, int row) throws IOException;
  }

  /** The network of a run's end. */
  static AllocationNetwork of(RunTable buyers, RunTable sellers, RunTable bids) throws IOException {
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
    return new AllocationNetwork(
        getting.nodes(Buyer::of),
        offering.nodes(Seller::of),
        drawn.stream().map(Ribbon::of).toList(),
        bids.size(),
        winning,
        largest.size() - drawn.size(),
        Values.of(left, DIGITS),
        Values.of(apart, DIGITS));
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
}
