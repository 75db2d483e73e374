package org.datamarket.output;

import static org.datamarket.output.Column.count;
import static org.datamarket.output.Column.number;
import static org.datamarket.output.Column.text;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.TraceEntry;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;

/** {@code trace.csv}: every accepted bid, the initial ones first. */
final class TraceTable {
  static final RowTable<Row> TABLE =
      new RowTable<>(
          "trace.csv",
          "Every accepted bid in the order in which they were made, the initial bids first as"
              + " message 0. All rows of one message and buyer together replace all that buyer's"
              + " bids; a single row without a seller says that it opts out of the whole market."
              + " Replayed to the end they give bids.csv, unless messages were still under way"
              + " then",
          List.of(
              count(
                  "message",
                  "1 for the first accepted rebid; 0 for the initial bids",
                  Row::message),
              count(
                  "round",
                  "The round it was made in, 1 for the first; 0 for the initial bids",
                  Row::round),
              number("time", "rounds", "Simulated time, 0 at the beginning of the run", Row::time),
              text("buyer", "The buyer's id", Row::buyer),
              text(
                  "seller",
                  "The seller's id; empty when the buyer opts out of the whole market",
                  Row::seller),
              number(
                  "quantity",
                  "GB",
                  "What the bid asks for; 0 when the buyer opts out",
                  r -> r.bid().quantity()),
              number(
                  "price",
                  "$/GB",
                  "The most it pays for a unit; empty when the buyer opts out",
                  r -> r.bid().isNone() ? Double.NaN : r.bid().price())),
          result -> Stream.concat(initial(result.model()), accepted(result)));

  private TraceTable() {}

  /** A bid of a message; without a seller, the opting out. */
  record Row(long message, int round, double time, String buyer, String seller, Bid bid) {}

  private static Stream<Row> initial(MarketModel model) {
    return model.buyers().stream()
        .filter(buyer -> !buyer.initialBids().isEmpty())
        .flatMap(buyer -> rows(model, 0, 0, 0, buyer, buyer.initialBids()));
  }

  private static Stream<Row> accepted(RunResult result) {
    return IntStream.range(0, result.trace().size())
        .boxed()
        .flatMap(
            n -> {
              TraceEntry entry = result.trace().get(n);
              BuyerSpec buyer = result.model().buyers().get(entry.buyer());
              return rows(result.model(), n + 1, entry.round(), entry.time(), buyer, entry.bids());
            });
  }

  private static Stream<Row> rows(
      MarketModel model, long message, int round, double time, BuyerSpec buyer, Bids bids) {
    if (bids.isEmpty()) {
      return Stream.of(new Row(message, round, time, buyer.id(), null, Bid.NONE));
    }
    return IntStream.range(0, bids.size())
        .mapToObj(
            k ->
                new Row(
                    message,
                    round,
                    time,
                    buyer.id(),
                    model.sellers().get(bids.seller(k)).id(),
                    bids.bid(k)));
  }
}
