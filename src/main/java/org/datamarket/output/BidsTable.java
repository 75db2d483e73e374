package org.datamarket.output;

import static org.datamarket.output.Column.number;
import static org.datamarket.output.Column.text;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.RunResult;
import org.datamarket.market.Bid;

/** {@code bids.csv}: the bids that stand at the end. */
final class BidsTable {
  static final RowTable<Row> TABLE =
      new RowTable<>(
          "bids.csv",
          "One live bid a row at the end of the run, by buyer and then by seller, both in the order"
              + " of the model; a buyer has opted out of every auction in its reach that has no row"
              + " here",
          List.of(
              text("buyer", "The buyer's id", Row::buyer),
              text("seller", "The seller's id", Row::seller),
              number("quantity", "GB", "What it asks for", r -> r.bid().quantity()),
              number("price", "$/GB", "The most it pays for a unit", r -> r.bid().price()),
              number("allocation", "GB", "What it gets", Row::allocation),
              number("cost", "$", "What it pays", Row::cost)),
          result ->
              IntStream.range(0, result.buyers().size()).boxed().flatMap(i -> rows(result, i)));

  private BidsTable() {}

  /** A bid and what came of it. */
  record Row(String buyer, String seller, Bid bid, double allocation, double cost) {}

  private static Stream<Row> rows(RunResult result, int buyer) {
    BuyerAccount account = result.buyers().get(buyer);
    String id = result.model().buyers().get(buyer).id();
    return IntStream.range(0, account.bids().size())
        .mapToObj(
            k ->
                new Row(
                    id,
                    result.model().sellers().get(account.bids().seller(k)).id(),
                    account.bids().bid(k),
                    account.allocations()[k],
                    account.costs()[k]));
  }
}
