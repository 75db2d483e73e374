package org.datamarket.mechanism.file;

import static org.datamarket.mechanism.file.Fields.list;
import static org.datamarket.mechanism.file.Fields.mapping;
import static org.datamarket.mechanism.file.Fields.notNegative;
import static org.datamarket.mechanism.file.Fields.positive;
import static org.datamarket.mechanism.file.Fields.present;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.mechanism.Population;
import org.datamarket.mechanism.file.MarketCase.Parameters;

/** Makes a market of what stands in a line. */
final class CaseReader {
  private static final int MOST_BIDS = 1_000_000;
  private static final String SHARE = "a number from 0 to 1";

  private CaseReader() {}

  static MarketCase read(Node.Mapping line) {
    List<Node> sellers = list("sellers", line);
    List<Node> buyers = list("buyers", line);
    double[] quantities = new double[sellers.size()];
    double[] reserves = new double[sellers.size()];
    for (int j = 0; j < quantities.length; j++) {
      Node.Mapping seller =
          mapping("a seller", sellers.get(j), "an object with quantity and reserve");
      quantities[j] = notNegative("quantity", seller);
      reserves[j] = notNegative("reserve", seller);
    }
    OptionalDouble ispPrice = ispPrice(line);
    List<Valuation> valuations = new ArrayList<>();
    int[][] reach = new int[buyers.size()][];
    double[] budgets = new double[buyers.size()];
    for (int i = 0; i < budgets.length; i++) {
      Node.Mapping buyer = mapping("a buyer", buyers.get(i), "an object with demand and valuation");
      valuations.add(valuation(buyer, ispPrice));
      reach[i] = reach(buyer, quantities.length);
      budgets[i] =
          present("budget", buyer).isPresent()
              ? notNegative("budget", buyer)
              : Double.POSITIVE_INFINITY;
    }
    Population population =
        new Population(
            valuations, budgets, quantities, reserves, reach(reach, quantities.length), fee(line));
    return new MarketCase(population, parameters(line));
  }

  /** The reach; of lists that are all full, in the memory of one. */
  private static Reach reach(int[][] sellersOf, int sellers) {
    boolean full = Arrays.stream(sellersOf).allMatch(list -> list.length == sellers);
    return full ? Reach.full(sellersOf.length, sellers) : Reach.of(sellersOf, sellers);
  }

  static OptionalDouble ispPrice(Node.Mapping line) {
    Optional<Node> isp = present("isp", line);
    if (isp.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        positive("price", mapping("isp", isp.get(), "an object with a price, or null")));
  }

  static Valuation valuation(Node.Mapping buyer, OptionalDouble ispPrice) {
    Valuation own = ValuationReader.read(buyer);
    OptionalDouble price =
        present("isp_price", buyer).isPresent()
            ? OptionalDouble.of(positive("isp_price", buyer))
            : ispPrice;
    return price.isPresent() ? WithIsp.of(own, price.getAsDouble()) : own;
  }

  private static int[] reach(Node.Mapping buyer, int sellers) {
    Optional<Node> given = present("reach", buyer);
    if (given.isEmpty()) {
      int[] all = new int[sellers];
      Arrays.setAll(all, j -> j);
      return all;
    }
    String expected = "different numbers of sellers, from 0 to %s".formatted(sellers - 1);
    if (!(given.get() instanceof Node.Sequence sequence)) {
      throw Numbers.wrong("reach", given.get(), "", "null or a list: " + expected);
    }
    boolean[] seen = new boolean[sellers];
    int[] reach = new int[sequence.items().size()];
    for (int k = 0; k < reach.length; k++) {
      Node item = sequence.items().get(k);
      BigInteger seller = Numbers.whole("a seller in reach", item, expected);
      boolean known = seller.signum() >= 0 && seller.compareTo(BigInteger.valueOf(sellers)) < 0;
      if (!known || seen[seller.intValue()]) {
        throw Numbers.wrong("a seller in reach", item, known ? " (again)" : "", expected);
      }
      reach[k] = seller.intValue();
      seen[reach[k]] = true;
    }
    return reach;
  }

  private static Parameters parameters(Node.Mapping line) {
    Parameters otherwise = Parameters.DEFAULT;
    Optional<Node.Mapping> given = given(line);
    return given.isEmpty()
        ? otherwise
        : new Parameters(
            share("k", given.get(), otherwise.k()),
            bids(given.get(), otherwise.bids()),
            share("shade", given.get(), otherwise.shade()));
  }

  private static double fee(Node.Mapping line) {
    return given(line)
        .filter(parameters -> present("fee", parameters).isPresent())
        .map(parameters -> notNegative("fee", parameters))
        .orElse(0.0);
  }

  private static Optional<Node.Mapping> given(Node.Mapping line) {
    return present("parameters", line)
        .map(node -> mapping("parameters", node, "an object with k, bids, shade and fee"));
  }

  private static int bids(Node.Mapping parameters, int otherwise) {
    return present("bids", parameters).isPresent()
        ? Fields.whole("bids", parameters, 1, MOST_BIDS)
        : otherwise;
  }

  private static double share(String key, Node.Mapping parameters, double otherwise) {
    Optional<Node> given = present(key, parameters);
    if (given.isEmpty()) {
      return otherwise;
    }
    double share = Numbers.number(key, given.get(), SHARE);
    if (!(share >= 0 && share <= 1)) {
      throw Numbers.wrong(key, given.get(), "", SHARE);
    }
    return share;
  }
}
