package org.datamarket.mechanism.file;

import static org.datamarket.mechanism.file.Fields.list;
import static org.datamarket.mechanism.file.Fields.mapping;
import static org.datamarket.mechanism.file.Fields.notNegative;
import static org.datamarket.mechanism.file.Fields.present;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Words;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Market;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.mechanism.routes.RoutePrice;
import org.datamarket.mechanism.routes.RoutesMarket;
import org.datamarket.mechanism.routes.RoutesMechanism;
import org.datamarket.mechanism.routes.RoutesPlay;
import org.datamarket.mechanism.routes.Topology;
import org.datamarket.model.format.TopologyFormat;

/** Makes a market of resources and routes of what stands in a line. */
final class RoutesReader {
  private static final int MOST_ROUNDS = 1_000_000;
  private static final String QUANTITY_AND_PRICE = "an object with quantity and price, or null";

  private RoutesReader() {}

  static RoutesCase read(Node.Mapping line) {
    TieRule ties = ties(line);
    List<Auction> resources = new ArrayList<>();
    for (Node item : list("resources", line)) {
      Node.Mapping given = mapping("a resource", item, "an object with quantity and reserve");
      resources.add(
          Auction.of(notNegative("quantity", given), notNegative("reserve", given), ties));
    }
    OptionalDouble ispPrice = CaseReader.ispPrice(line);
    List<Valuation> valuations = new ArrayList<>();
    List<int[]> routes = new ArrayList<>();
    for (Node item : list("buyers", line)) {
      Node.Mapping buyer = mapping("a buyer", item, "an object with demand, valuation and route");
      valuations.add(CaseReader.valuation(buyer, ispPrice));
      routes.add(route(buyer, resources.size()));
    }
    RoutesMarket market =
        new RoutesMarket(
            resources,
            valuations,
            Reach.of(routes.toArray(int[][]::new), resources.size()),
            notNegative("epsilon", line),
            pricing(line));
    return new RoutesCase(market, state(line, market), roundLimit(line), claim(line));
  }

  /** A market of sellers, with a topology that says what else its buyers need. */
  static TopologyCase readTopology(Node.Mapping line) {
    Topology topology =
        TopologyFormat.TOPOLOGIES
            .read(
                "topology",
                present("topology", line).orElse(new Node.Mapping(line.position(), List.of())))
            .value();
    RoutesMechanism mechanism =
        new RoutesMechanism(
            topology, pricing(line), notNegative("epsilon", line), ties(line), roundLimit(line));
    long seed =
        present("seed", line).isPresent() ? Fields.whole("seed", line, 0, Integer.MAX_VALUE) : 0;
    return new TopologyCase(CaseReader.read(line).population(), mechanism, seed);
  }

  private static TieRule ties(Node.Mapping line) {
    return choice("ties", line, List.of("proportional", "strict")).equals("strict")
        ? TieRule.STRICT
        : TieRule.PROPORTIONAL;
  }

  private static RoutePrice pricing(Node.Mapping line) {
    return choice("price", line, List.of("marginal", "residual")).equals("residual")
        ? RoutePrice.RESIDUAL
        : RoutePrice.MARGINAL;
  }

  private static int roundLimit(Node.Mapping line) {
    return present("round_limit", line).isPresent()
        ? Fields.whole("round_limit", line, 1, MOST_ROUNDS)
        : RoutesPlay.ROUND_LIMIT;
  }

  private static Optional<RoutesClaim> claim(Node.Mapping line) {
    return present("claim", line)
        .map(node -> RoutesClaim.of(choice("claim", node, RoutesClaim.NAMES)));
  }

  /** One of some words; the first where nothing is said. */
  private static String choice(String key, Node.Mapping line, List<String> names) {
    return present(key, line).map(node -> choice(key, node, names)).orElse(names.get(0));
  }

  private static String choice(String key, Node given, List<String> names) {
    String name = given instanceof Node.Scalar scalar ? scalar.text() : "";
    if (!names.contains(name)) {
      throw Numbers.wrong(key, given, "", Words.oneOf(names) + Words.didYouMean(name, names));
    }
    return name;
  }

  private static int[] route(Node.Mapping buyer, int resources) {
    List<Node> items = list("route", buyer);
    String expected = "different numbers of resources, from 0 to %s".formatted(resources - 1);
    boolean[] seen = new boolean[resources];
    int[] route = new int[items.size()];
    for (int k = 0; k < route.length; k++) {
      BigInteger resource = Numbers.whole("a resource in route", items.get(k), expected);
      boolean known =
          resource.signum() >= 0 && resource.compareTo(BigInteger.valueOf(resources)) < 0;
      if (!known || seen[resource.intValue()]) {
        throw Numbers.wrong("a resource in route", items.get(k), known ? " (again)" : "", expected);
      }
      route[k] = resource.intValue();
      seen[route[k]] = true;
    }
    Arrays.sort(route);
    return route;
  }

  private static Market state(Node.Mapping line, RoutesMarket market) {
    Market state = market.withoutBids();
    if (present("bids", line).isEmpty()) {
      return state;
    }
    List<Node> rows = list("bids", line);
    refuseLength("bids", line.find("bids").orElseThrow(), rows, "list per buyer", state.buyers());
    for (int i = 0; i < rows.size(); i++) {
      state.submit(i, bids(rows.get(i), i, market));
    }
    return state;
  }

  private static Bids bids(Node row, int buyer, RoutesMarket market) {
    if (!(row instanceof Node.Sequence sequence)) {
      throw Numbers.wrong("the bids of a buyer", row, "", "a list");
    }
    int resources = market.resources().size();
    List<Node> items = sequence.items();
    refuseLength("the bids of a buyer", row, items, "bid or null per resource", resources);
    Bids bids = Bids.NONE;
    for (int l = 0; l < resources; l++) {
      Node item = items.get(l);
      if (!(item instanceof Node.Scalar scalar && scalar.isNothing())) {
        Node.Mapping given = mapping("a bid", item, QUANTITY_AND_PRICE);
        Bid bid = new Bid(notNegative("quantity", given), notNegative("price", given));
        bids = bids.with(l, onRoute(bid, item, buyer, l, market.routes()));
      }
    }
    return bids;
  }

  private static Bid onRoute(Bid bid, Node item, int buyer, int resource, Reach routes) {
    for (int k = 0; k < routes.degree(buyer); k++) {
      if (routes.seller(buyer, k) == resource) {
        return bid;
      }
    }
    throw Numbers.wrong(
        "a bid", item, "", "null, for resource %s is not on the buyer's route".formatted(resource));
  }

  private static void refuseLength(
      String what, Node node, List<Node> items, String expected, int count) {
    if (items.size() != count) {
      throw Numbers.wrong(
          what, node, " of %s".formatted(items.size()), "one %s, so %s".formatted(expected, count));
    }
  }
}
