package org.datamarket.output;

import static org.datamarket.output.Column.count;
import static org.datamarket.output.Column.number;
import static org.datamarket.output.Column.text;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.SellerAccount;
import org.datamarket.kind.Kinds;
import org.datamarket.model.SellerSpec;

/** {@code sellers.csv}: who the sellers are, and where each stands at the end. */
final class SellersTable {
  static final RowTable<Row> TABLE =
      new RowTable<>(
          "sellers.csv",
          "One seller a row, in the order of the model: who it is, and how its auction stands at"
              + " the end",
          List.of(
              text(
                  "id",
                  "The seller's name, as given or as numbered by its group",
                  r -> r.spec().id()),
              text(
                  "group",
                  "The group it was drawn from; empty when listed alone",
                  r -> r.spec().group()),
              text(
                  "strategy",
                  "Its strategy: a name as in model files, or a class",
                  r -> Kinds.nameOf(r.spec().strategy())),
              number("quantity", "GB", "What it has to sell", r -> r.spec().quantity()),
              number(
                  "reserve",
                  "$/GB",
                  "r₀, what its data is worth to itself; welfare and profit count with this",
                  r -> r.spec().reserve()),
              number(
                  "initial_reserve",
                  "$/GB",
                  "The reserve that it started with",
                  r -> r.spec().initialReserve()),
              number("final_reserve", "$/GB", "Its reserve at the end", r -> r.account().reserve()),
              count("reach", "Buyers that see it", Row::reach),
              count(
                  "bids",
                  "Bids in its book, those below the reserve included; buyers that it delivers to"
                      + " where the market was cleared once",
                  r -> r.account().bids()),
              count("winners", "Those of them that get anything", r -> r.account().winners()),
              number("sold", "GB", "What it sells", r -> r.account().sold()),
              number(
                  "unsold",
                  "GB",
                  "What it keeps",
                  r -> Math.max(0, r.spec().quantity() - r.account().sold())),
              number(
                  "revenue",
                  "$",
                  "What it receives; empty where that is not settled",
                  r -> r.account().revenue()),
              number(
                  "unit_price",
                  "$/GB",
                  "Revenue / sold; empty when it sells nothing",
                  r ->
                      r.account().sold() > 0
                          ? r.account().revenue() / r.account().sold()
                          : Double.NaN),
              number(
                  "profit",
                  "$",
                  "Revenue − r₀ · sold",
                  r -> r.account().revenue() - r.spec().reserve() * r.account().sold()),
              number(
                  "clearing",
                  "$/GB",
                  "The lowest price that still gets something: the reserve if it keeps some; empty"
                      + " when it sells nothing",
                  r -> r.account().clearing()),
              number(
                  "optimum_sold",
                  "GB",
                  "What it would sell under a planner who maximises welfare (one of the best plans,"
                      + " if there are several)",
                  Row::planned),
              number(
                  "optimum_price",
                  "$/GB",
                  "The planner's price there: r₀ plus what one more GB of it would add to the"
                      + " optimum; may be Infinity if it has nothing to sell",
                  Row::plannedPrice)),
          SellersTable::rows);

  private SellersTable() {}

  /**
   * A seller and its end.
   *
   * @param reach how many buyers see it
   * @param planned what it would sell under the planner, GB
   * @param plannedPrice the planner's price there, $/GB
   */
  record Row(
      SellerSpec spec, SellerAccount account, int reach, double planned, double plannedPrice) {}

  private static Stream<Row> rows(RunResult result) {
    int[] seenBy = seenBy(result);
    List<SellerAccount> accounts = result.sellers();
    double[] planned = result.optimum().sold();
    double[] prices = result.optimum().prices();
    return IntStream.range(0, accounts.size())
        .mapToObj(
            j ->
                new Row(
                    result.model().sellers().get(j),
                    accounts.get(j),
                    seenBy[j],
                    planned[j],
                    prices[j]));
  }

  private static int[] seenBy(RunResult result) {
    int[] buyers = new int[result.model().sellers().size()];
    for (int i = 0; i < result.buyers().size(); i++) {
      for (int k = 0; k < result.model().reach().degree(i); k++) {
        buyers[result.model().reach().seller(i, k)]++;
      }
    }
    return buyers;
  }
}
