package org.datamarket.mechanism.file;

import static org.datamarket.mechanism.file.Fields.list;
import static org.datamarket.mechanism.file.Fields.mapping;
import static org.datamarket.mechanism.file.Fields.notNegative;
import static org.datamarket.mechanism.file.Fields.positive;
import static org.datamarket.mechanism.file.Fields.present;
import static org.datamarket.mechanism.file.Fields.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.market.Valuation;
import org.datamarket.mechanism.quantized.PriceGrid;
import org.datamarket.mechanism.quantized.Profile;
import org.datamarket.mechanism.quantized.QuantizedMarket;

/** Makes a market with a grid of prices of what stands in a line. */
final class QuantizedReader {
  private static final int MOST_LEVELS = 1_000_000;

  /** A price this close to one of the grid, in steps, is that price. */
  private static final double SAME = 1e-9;

  private QuantizedReader() {}

  static QuantizedCase read(Node.Mapping line) {
    QuantizedMarket market = market(line);
    boolean hasStart = present("initial_bids", line).isPresent();
    Profile start = hasStart ? start(line, market) : market.start();
    return new QuantizedCase(market, Optional.of(start));
  }

  /** A market that goes to its one price from the lowest. */
  static QuantizedCase readUnique(Node.Mapping line) {
    present("initial_bids", line)
        .ifPresent(
            given -> {
              throw Numbers.wrong(
                  "initial_bids", given, "", "none, for all begin at the lowest price");
            });
    return new QuantizedCase(market(line), Optional.empty());
  }

  private static QuantizedMarket market(Node.Mapping line) {
    PriceGrid grid = grid(line);
    double supply = notNegative("supply", line);
    List<Valuation> valuations = new ArrayList<>();
    for (Node item : list("buyers", line)) {
      valuations.add(
          ValuationReader.read(mapping("a buyer", item, "an object with demand and valuation")));
    }
    return new QuantizedMarket(grid, supply, valuations);
  }

  private static PriceGrid grid(Node.Mapping line) {
    Node.Mapping given = mapping("grid", required("grid", line), "an object with step and levels");
    double step = positive("step", given);
    int levels = Fields.whole("levels", given, 1, MOST_LEVELS);
    double reserve = present("reserve", line).isPresent() ? notNegative("reserve", line) : 0;
    double highest = (levels - 1) * step;
    if (highest < reserve) {
      throw Numbers.wrong(
          "reserve",
          required("reserve", line),
          "",
          "at most %s, the highest price of the grid".formatted(highest));
    }
    return new PriceGrid(step, levels, reserve);
  }

  private static Profile start(Node.Mapping line, QuantizedMarket market) {
    List<Node> bids = list("initial_bids", line);
    int buyers = market.valuations().size();
    if (bids.size() != buyers) {
      throw Numbers.wrong(
          "initial_bids",
          required("initial_bids", line),
          " of %s bids".formatted(bids.size()),
          "one bid per buyer, so %s".formatted(buyers));
    }
    List<Integer> levels = new ArrayList<>();
    List<Double> quantities = new ArrayList<>();
    for (Node item : bids) {
      Node.Mapping bid = mapping("a bid", item, "an object with quantity and price");
      levels.add(level(bid, market.grid()));
      quantities.add(notNegative("quantity", bid));
    }
    return new Profile(levels, quantities);
  }

  private static int level(Node.Mapping bid, PriceGrid grid) {
    double steps = notNegative("price", bid) / grid.step();
    double level = Math.rint(steps);
    if (level > grid.top() || Math.abs(steps - level) > SAME) {
      throw Numbers.wrong(
          "price",
          required("price", bid),
          "",
          "a multiple of %s up to %s".formatted(grid.step(), grid.price(grid.top())));
    }
    return (int) level;
  }
}
