package org.datamarket.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Who gets how much from whom at the end, as much of it as can be seen in a picture: the largest
 * buyers and sellers by themselves, all others together as one, and the largest links.
 */
final class AllocationNetwork {
  private static final int MOST_BUYERS = 240;
  private static final int MOST_SELLERS = 60;
  private static final int MOST_LINKS = 2000;
  private static final int DIGITS = 6;

  private final List<Map<String, Object>> nodes = new ArrayList<>();
  private final RunTable table;
  private final String quantity;

  private AllocationNetwork(RunTable table, String quantity) {
    this.table = table;
    this.quantity = quantity;
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

  /** The network, as JSON has it. */
  static Map<String, Object> of(RunTable buyers, RunTable sellers, RunTable bids)
      throws IOException {
    AllocationNetwork some = new AllocationNetwork(buyers, "allocation");
    AllocationNetwork others = new AllocationNetwork(sellers, "sold");
    Map<String, Integer> buyerNodes =
        some.choose(MOST_BUYERS, "id", "group", "demand", "allocation", "unit_price", "utility");
    Map<String, Integer> sellerNodes =
        others.choose(MOST_SELLERS, "id", "group", "quantity", "sold", "unit_price", "final_reserve");
    Map<Long, Link> links = new TreeMap<>();
    int winning = 0;
    for (int k = 0; k < bids.size(); k++) {
      double allocation = bids.numberOrZero(k, "allocation");
      if (allocation > 0) {
        winning++;
        int buyer = buyerNodes.get(bids.text(k, "buyer"));
        int seller = sellerNodes.get(bids.text(k, "seller"));
        Link link =
            links.computeIfAbsent((long) buyer << 32 | seller, key -> new Link(buyer, seller));
        link.allocation += allocation;
        link.cost += bids.numberOrZero(k, "cost");
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
    network.put("buyers", some.nodes);
    network.put("sellers", others.nodes);
    network.put("links", drawn.stream().map(AllocationNetwork::shown).toList());
    network.put("bids", bids.size());
    network.put("winning", winning);
    network.put("linksLeft", largest.size() - drawn.size());
    network.put("quantityLeft", Values.of(left, DIGITS));
    return network;
  }

  private static List<Object> shown(Link link) {
    List<Object> shown = new ArrayList<>();
    shown.add(link.buyer);
    shown.add(link.seller);
    shown.add(Values.of(link.allocation, DIGITS));
    shown.add(Values.of(link.cost, DIGITS));
    return shown;
  }

  /**
   * Makes a node of each of the largest agents, and one of all others that have a part in it.
   *
   * @param columns what each node is told, the first two texts, the others numbers
   * @return the number of the node for each agent's id
   */
  private Map<String, Integer> choose(int most, String... columns) throws IOException {
    double[] sizes = new double[table.size()];
    for (int k = 0; k < sizes.length; k++) {
      sizes[k] = table.numberOrZero(k, quantity);
    }
    List<Integer> order =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -sizes[k]))
            .toList();
    boolean[] alone = new boolean[sizes.length];
    order.stream().limit(most).filter(k -> sizes[k] > 0 || table.size() <= most).forEach(k -> alone[k] = true);
    Map<String, Integer> numbers = new HashMap<>();
    int merged = 0;
    double[] sums = new double[columns.length];
    for (int k = 0; k < sizes.length; k++) {
      if (alone[k]) {
        numbers.put(table.text(k, "id"), nodes.size());
        nodes.add(node(k, columns));
      } else {
        merged++;
        for (int c = 2; c < columns.length; c++) {
          sums[c] += table.numberOrZero(k, columns[c]);
        }
      }
    }
    if (merged > 0) {
      Map<String, Object> rest = new LinkedHashMap<>();
      rest.put("merged", merged);
      rest.put(columns[2], Values.of(sums[2], DIGITS));
      rest.put(columns[3], Values.of(sums[3], DIGITS));
      for (int k = 0; k < sizes.length; k++) {
        if (!alone[k]) {
          numbers.put(table.text(k, "id"), nodes.size());
        }
      }
      nodes.add(rest);
    }
    return numbers;
  }

  private Map<String, Object> node(int row, String... columns) throws IOException {
    Map<String, Object> node = new LinkedHashMap<>();
    for (int c = 0; c < columns.length; c++) {
      node.put(
          columns[c],
          c < 2 ? table.text(row, columns[c]) : Values.of(table.number(row, columns[c]), DIGITS));
    }
    return node;
  }
}
