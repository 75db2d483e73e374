package org.datamarket.model.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.Table;
import org.datamarket.document.Words;
import org.datamarket.document.type.Fields;
import org.datamarket.model.Limits;
import org.datamarket.model.format.BidFormat;
import org.datamarket.model.format.ReachFormat;
import org.datamarket.model.reach.FullReach;
import org.datamarket.model.reach.GivenReach;
import org.datamarket.model.reach.ReachGenerator;

/** Reads who sees whom from a checked model. */
public final class LinksReader {
  private static final String BUYER = BidFormat.BID_BUYER.key();
  private static final String SELLER = BidFormat.BID_SELLER.key();

  private final ReachFormat.Choice reach;
  private final Position position;
  private final List<BuyerGroup> groups;
  private final Roster buyers;
  private final Roster sellers;
  private final boolean users;

  /**
   * @param users whether there are users too, so that more buyers and sellers will be drawn
   */
  public LinksReader(
      Fields model, List<BuyerGroup> groups, Roster buyers, Roster sellers, boolean users) {
    this.reach = model.get(ReachFormat.REACH);
    this.position = model.position(ReachFormat.REACH);
    this.groups = groups;
    this.buyers = buyers;
    this.sellers = sellers;
    this.users = users;
  }

  public Links read(Inputs inputs) {
    Map<Integer, int[]> own = ownLists();
    Links links = new Links(generator(inputs, own), own);
    double pairs = links.generator().expectedPairs(buyers.size(), sellers.size());
    boolean shared = links.generator() instanceof FullReach && own.isEmpty();
    if (!shared && pairs > Limits.MOST_PAIRS) {
      throw new Mistake(
          position,
          "reach would have "
              + (long) pairs
              + " pairs of a buyer and a seller; expected at most "
              + Limits.MOST_PAIRS
              + ", or full reach without lists of single buyers");
    }
    return links;
  }

  private Map<Integer, int[]> ownLists() {
    Map<Integer, int[]> own = new HashMap<>();
    int first = 0;
    for (BuyerGroup group : groups) {
      int count = group.members().count();
      if (group.reach().isPresent()) {
        int[] list = numbers(group.reach().get());
        for (int k = 0; k < count; k++) {
          own.put(first + k, list);
        }
      }
      first += count;
    }
    return own;
  }

  private int[] numbers(List<Node> ids) {
    Set<Integer> numbers = new LinkedHashSet<>();
    for (Node id : ids) {
      if (!numbers.add(sellers.number(id))) {
        throw new Mistake(
            id.position(), "reach names seller " + id.inWords() + " twice; expected once");
      }
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private ReachGenerator generator(Inputs inputs, Map<Integer, int[]> own) {
    if (reach instanceof ReachFormat.Drawn drawn) {
      drawn.fields().values().forEach((key, value) -> requireSellers(drawn.fields(), key, value));
      return drawn.generator();
    }
    return given(((ReachFormat.Given) reach).csv(), inputs, own);
  }

  /** Makes sure that there are as many sellers as a whole number of a network says. */
  private void requireSellers(Fields network, String key, Object value) {
    if (value instanceof Integer count && count > sellers.size() && !users) {
      throw new Mistake(
          network.node().get(key).position(),
          "%s is %s; expected at most %s, the number of sellers"
              .formatted(key, count, sellers.size()));
    }
  }

  private ReachGenerator given(Optional<Node> csv, Inputs inputs, Map<Integer, int[]> own) {
    if (users) {
      throw new Mistake(
          position,
          "reach is given, but there are users, whose roles are drawn; expected another kind of"
              + " reach");
    }
    List<int[]> lists = new ArrayList<>();
    List<Set<Integer>> pairs = new ArrayList<>();
    for (int buyer = 0; buyer < buyers.size(); buyer++) {
      pairs.add(new LinkedHashSet<>());
    }
    csv.ifPresent(
        name ->
            readPairs(inputs.open(name, List.of(BUYER, SELLER), List.of(BUYER, SELLER)), pairs));
    for (int buyer = 0; buyer < buyers.size(); buyer++) {
      if (pairs.get(buyer).isEmpty() && !own.containsKey(buyer)) {
        throw new Mistake(
            position,
            "reach is given, but buyer "
                + Words.quoted(id(buyer))
                + " sees no seller; expected "
                + (csv.isPresent() ? "a row of it in " + csv.get().inWords() + ", or " : "")
                + "a list reach of its own");
      }
      lists.add(pairs.get(buyer).stream().mapToInt(Integer::intValue).toArray());
    }
    return new GivenReach(lists);
  }

  private void readPairs(Table table, List<Set<Integer>> pairs) {
    table.forEach(
        row -> {
          Node buyer = cell(row, BUYER);
          Node seller = cell(row, SELLER);
          if (!pairs.get(buyers.number(buyer)).add(sellers.number(seller))) {
            throw new Mistake(
                row.position(),
                "the pair "
                    + buyer.inWords()
                    + ", "
                    + seller.inWords()
                    + " stands twice; expected once");
          }
        });
  }

  private static Node cell(Table.Row row, String column) {
    return row.cell(column)
        .orElseThrow(
            () ->
                new Mistake(
                    row.position(),
                    "column \"" + column + "\" is empty; expected the id of a " + column));
  }

  private String id(int buyer) {
    int first = 0;
    for (BuyerGroup group : groups) {
      if (buyer < first + group.members().count()) {
        return group.members().id(buyer - first);
      }
      first += group.members().count();
    }
    throw new IllegalArgumentException("no buyer " + buyer + " among " + Arrays.asList(first));
  }
}
