package org.datamarket.model.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Words;
import org.datamarket.document.type.ChoiceType;
import org.datamarket.document.type.KindedType;
import org.datamarket.document.type.NumberType;
import org.datamarket.document.type.Range;
import org.datamarket.document.type.Type;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.model.distribution.Draws;
import org.datamarket.model.format.StrategyFormat;
import org.datamarket.model.format.ValuationFormat;
import org.datamarket.random.RandomStreams;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.SellerStrategy;
import org.datamarket.strategy.TruthfulSingle;

/** Makes a market of one object of a file of states. */
final class StateReader {
  private static final Type<Double> NUMBER = NumberType.of("", Range.notNegative());
  private static final Type<Double> POSITIVE = NumberType.of("", Range.positive());
  private static final int ROUND_LIMIT = 1_000;

  /** Other names of parameters of valuations. */
  private static final Map<String, String> ALIASES =
      Map.of("kappa", "slope", "value", "unit-value");

  private final StateKeys state;
  private final List<SellerSpec> sellers = new ArrayList<>();
  private final List<BuyerSpec> buyers = new ArrayList<>();
  private final List<int[]> reach = new ArrayList<>();

  private StateReader(StateKeys state) {
    this.state = state;
  }

  /**
   * Reads a state.
   *
   * @throws Mistake if anything is wrong with it
   */
  static StateFile.Case read(Node.Mapping object) {
    StateReader reader = new StateReader(StateKeys.of("the state", object));
    Optional<String> id = reader.state.find("id").map(StateReader::text);
    return new StateFile.Case(id, reader.model(id.orElse("state")));
  }

  private MarketModel model(String name) {
    for (Node seller : state.list("sellers")) {
      sellers.add(seller(StateKeys.of("a seller", seller)));
    }
    List<Node> given = state.list("buyers");
    List<List<Node>> rows = rows(given.size());
    for (int i = 0; i < given.size(); i++) {
      StateKeys buyer = StateKeys.of("a buyer", given.get(i));
      reach.add(reach(buyer));
      buyers.add(buyer(buyer, bids(rows.get(i), reach.get(i))));
    }
    refuseSameIds(given);
    return new MarketModel(
        name,
        "",
        "$",
        0,
        state.read("epsilon", NUMBER),
        state.read("ties", ChoiceType.of(TieRule.class), "proportional"),
        new Activation.Sequential(false),
        ROUND_LIMIT,
        buyers,
        sellers,
        Reach.of(reach.toArray(int[][]::new), sellers.size()));
  }

  private SellerSpec seller(StateKeys seller) {
    double reserve = seller.read("reserve", NUMBER);
    double own = seller.read("initial_reserve", NUMBER, Double.toString(reserve));
    String id = seller.find("id").map(StateReader::text).orElse(String.valueOf(sellers.size()));
    double quantity = seller.read("quantity", NUMBER);
    SellerStrategy strategy = seller.read("strategy", StrategyFormat.SELLER_STRATEGIES, "fixed");
    return new SellerSpec(id, "", quantity, own, reserve, strategy);
  }

  private BuyerSpec buyer(StateKeys buyer, Bids bids) {
    String id = buyer.find("id").map(StateReader::text).orElse(String.valueOf(buyers.size()));
    double budget =
        buyer
            .find("budget")
            .map(node -> NUMBER.read("budget", node).value())
            .orElse(Double.POSITIVE_INFINITY);
    Valuation own = valuation(id, buyer.get("valuation"), buyer.read("demand", NUMBER));
    Valuation valuation =
        buyer
            .find("isp_price")
            .map(node -> WithIsp.of(own, POSITIVE.read("isp_price", node).value()))
            .map(Valuation.class::cast)
            .orElse(own);
    BuyerStrategy strategy = strategy(buyer);
    int[] seen = reach.get(buyers.size());
    if (strategy instanceof TruthfulSingle && seen.length > 1) {
      throw new Mistake(
          buyer.get("strategy").position(),
          "%s bids by truthful-single, but sees %s sellers; expected a reach of 1 seller"
              .formatted(Words.quoted(id), seen.length));
    }
    return new BuyerSpec(id, "", valuation, budget, strategy, bids);
  }

  /** A strategy by its name, with the state's shading, or as an object with parameters. */
  private BuyerStrategy strategy(StateKeys buyer) {
    KindedType<BuyerStrategy> strategies = StrategyFormat.BUYER_STRATEGIES;
    Node given = buyer.find("strategy").orElse(Node.plain(strategies.usual()));
    Optional<Node> shading = state.find("shading");
    if (shading.isPresent() && given instanceof Node.Scalar name && isShaded(name.text())) {
      Node.Mapping kind = new Node.Mapping(name.position(), List.of());
      given = kind.with("kind", name).with("shading", shading.get());
    }
    return strategies.read("strategy", given).value();
  }

  private static boolean isShaded(String name) {
    KindedType<BuyerStrategy> strategies = StrategyFormat.BUYER_STRATEGIES;
    return strategies.names().contains(name)
        && strategies.kind(name).parameters().property("shading").isPresent();
  }

  private static Valuation valuation(String id, Node given, double demand) {
    List<Node.Entry> plain = new ArrayList<>();
    for (Node.Entry entry : StateKeys.of("valuation", given).mapping().entries()) {
      if (!(entry.value() instanceof Node.Scalar)) {
        throw Numbers.wrong(entry.key(), entry.value(), "", "a number");
      }
      String key = ALIASES.getOrDefault(entry.key(), entry.key());
      plain.add(new Node.Entry(entry.keyPosition(), key, entry.value()));
    }
    Node mapping = new Node.Mapping(given.position(), plain);
    Draws none = new Draws(new RandomStreams(0), "buyers", id, given.position());
    return ValuationFormat.VALUATION_KINDS.read("valuation", mapping).value().draw(demand, none);
  }

  /** Which sellers a buyer sees, by number. */
  private int[] reach(StateKeys buyer) {
    Set<Integer> seen = new TreeSet<>();
    if (buyer.find("reach").isEmpty()) {
      for (int j = 0; j < sellers.size(); j++) {
        seen.add(j);
      }
      return numbers(seen);
    }
    for (Node seller : buyer.list("reach")) {
      double number = NUMBER.read("reach", seller).value();
      if (number >= sellers.size() || number != Math.rint(number)) {
        String most = String.valueOf(sellers.size() - 1);
        throw Numbers.wrong("reach", seller, "", "numbers of sellers from 0 to %s".formatted(most));
      }
      if (!seen.add((int) number)) {
        throw Numbers.wrong("reach", seller, " a second time", "each seller once");
      }
    }
    return numbers(seen);
  }

  private static int[] numbers(Set<Integer> set) {
    return set.stream().mapToInt(number -> number).toArray();
  }

  /** The rows of bids: one for each buyer, with one bid or null for each seller. */
  private List<List<Node>> rows(int count) {
    List<List<Node>> rows = new ArrayList<>();
    for (Node row : state.list("bids")) {
      List<Node> bids = StateKeys.items("a buyer's row of bids", row);
      if (bids.size() != sellers.size()) {
        throw new Mistake(
            row.position(),
            "the row has %s bids; expected one, or null, for each of %s sellers"
                .formatted(bids.size(), sellers.size()));
      }
      rows.add(bids);
    }
    if (rows.size() != count) {
      throw new Mistake(
          state.get("bids").position(),
          "there are %s rows of bids; expected one for each of %s buyers"
              .formatted(rows.size(), count));
    }
    return rows;
  }

  private Bids bids(List<Node> row, int[] seen) {
    Bids bids = Bids.NONE;
    for (int j = 0; j < row.size(); j++) {
      if (!(row.get(j) instanceof Node.Scalar scalar && scalar.isNothing())) {
        StateKeys keys = StateKeys.of("a bid", row.get(j));
        Bid bid = new Bid(keys.read("quantity", NUMBER) + 0.0, keys.read("price", NUMBER) + 0.0);
        if (!bid.isNone() && Arrays.binarySearch(seen, j) < 0) {
          throw new Mistake(
              keys.mapping().position(),
              "a bid at seller %s, which its buyer does not see; expected null there".formatted(j));
        }
        bids = bids.with(j, bid);
      }
    }
    return bids;
  }

  private void refuseSameIds(List<Node> given) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < buyers.size(); i++) {
      if (!ids.add(buyers.get(i).id())) {
        throw new Mistake(
            given.get(i).position(),
            "duplicate buyer id %s".formatted(Words.quoted(buyers.get(i).id())));
      }
    }
  }

  private static String text(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    throw Numbers.wrong("id", node, "", "a text");
  }
}
