package org.datamarket.output;

import static org.datamarket.output.Column.count;
import static org.datamarket.output.Column.flag;
import static org.datamarket.output.Column.number;
import static org.datamarket.output.Column.text;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.RunResult;
import org.datamarket.kind.Kinds;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Logarithmic;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.model.BuyerSpec;

/** {@code buyers.csv}: who the buyers are, and where each stands at the end. */
final class BuyersTable {
  static final RowTable<Row> TABLE =
      new RowTable<>(
          "buyers.csv",
          "One buyer a row, in the order of the model: who it is, and where it stands at the end",
          Stream.concat(terms(), outcome()).toList(),
          BuyersTable::rows);

  private BuyersTable() {}

  /**
   * A buyer and its end.
   *
   * @param slack G(λ̂) of its reply, $
   * @param reach how many sellers it sees
   * @param planned what the planner would give it, GB
   */
  record Row(BuyerSpec spec, BuyerAccount account, double slack, int reach, double planned) {}

  private static Stream<Column<Row>> terms() {
    return Stream.of(
        text("id", "The buyer's name, as given or as numbered by its group", r -> r.spec().id()),
        text(
            "group", "The group it was drawn from; empty when listed alone", r -> r.spec().group()),
        text(
            "strategy",
            "Its strategy: a name as in model files, or a class",
            r -> Kinds.nameOf(r.spec().strategy())),
        text(
            "valuation",
            "The kind of its valuation: a name as in model files, or a class",
            r -> Kinds.nameOf(WithIsp.without(r.spec().valuation()))),
        number(
            "sigma",
            "$/GB^(1−α)",
            "σ, the scale of an alpha-fair or, in $, a logarithmic valuation; else empty",
            BuyersTable::sigma),
        number("alpha", "1", "α of an alpha-fair valuation; else empty", BuyersTable::alpha),
        number(
            "base",
            "GB",
            "What an alpha-fair or logarithmic user has already; else empty",
            BuyersTable::base),
        number("slope", "$/GB²", "k of a parabolic valuation; else empty", BuyersTable::slope),
        number("unit_value", "$/GB", "w of a linear valuation; else empty", BuyersTable::unitValue),
        number(
            "isp_price",
            "$/GB",
            "The price at which it may buy more from the ISP; empty without one",
            BuyersTable::ispPrice),
        number("demand", "GB", "The most it wants", r -> r.spec().valuation().demand()),
        number(
            "budget", "$", "The most it can pay; Infinity when unlimited", r -> r.spec().budget()),
        count("reach", "Sellers that it sees", Row::reach));
  }

  private static Stream<Column<Row>> outcome() {
    return Stream.of(
        count(
            "live_bids", "Sellers at which it has a bid: its pool", r -> r.account().bids().size()),
        number(
            "price_bid",
            "$/GB",
            "The unit price of its bids, the highest if they differ; empty without bids",
            BuyersTable::priceBid),
        number("asked", "GB", "What its bids ask for in all", BuyersTable::asked),
        number("allocation", "GB", "What it gets in all", r -> r.account().allocation()),
        number("cost", "$", "What it pays in all", r -> r.account().cost()),
        number(
            "unit_price",
            "$/GB",
            "Cost / allocation; empty when it gets nothing",
            r -> r.account().cost() / positive(r.account().allocation())),
        number(
            "value",
            "$",
            "What its allocation is worth to it, with an ISP net of what it pays there",
            r -> r.spec().valuation().value(r.account().allocation())),
        number("utility", "$", "Value − cost", r -> r.account().utility()),
        number(
            "nash_gap",
            "$",
            "What it could gain by any bids whatever; empty under strict ties and over budget",
            r -> r.account().nashGap()),
        number(
            "slack",
            "$",
            "What any bids could gain at most over its strategy's reply to the end, as one price"
                + " shows: where it is at most ε, the reply is ε-best for certain; empty under"
                + " strict ties, and where nothing is left for a buyer that would pay any price",
            Row::slack),
        number(
            "isp_purchase",
            "GB",
            "What it buys from the ISP at the end; 0 without one",
            BuyersTable::ispPurchase),
        number(
            "optimum_allocation",
            "GB",
            "What it would get from a planner who maximises welfare (one of the best plans, if"
                + " there are several)",
            Row::planned),
        flag(
            "over_budget",
            "Whether it pays more than its budget (by more than 1e-9 of it)",
            r -> r.account().overBudget()));
  }

  private static Stream<Row> rows(RunResult result) {
    double[] planned = result.optimum().totals();
    return IntStream.range(0, result.buyers().size())
        .mapToObj(
            i ->
                new Row(
                    result.model().buyers().get(i),
                    result.buyers().get(i),
                    result.slacks().get(i),
                    result.model().reach().degree(i),
                    planned[i]));
  }

  private static double positive(double value) {
    return value > 0 ? value : Double.NaN;
  }

  private static double priceBid(Row row) {
    return row.account().bids().isEmpty() ? Double.NaN : row.account().bids().highestPrice();
  }

  private static double asked(Row row) {
    double asked = 0;
    for (int k = 0; k < row.account().bids().size(); k++) {
      asked += row.account().bids().bid(k).quantity();
    }
    return asked;
  }

  private static Valuation own(Row row) {
    return WithIsp.without(row.spec().valuation());
  }

  private static double sigma(Row row) {
    if (own(row) instanceof AlphaFair alphaFair) {
      return alphaFair.sigma();
    }
    return own(row) instanceof Logarithmic logarithmic ? logarithmic.sigma() : Double.NaN;
  }

  private static double alpha(Row row) {
    return own(row) instanceof AlphaFair alphaFair ? alphaFair.alpha() : Double.NaN;
  }

  private static double base(Row row) {
    if (own(row) instanceof AlphaFair alphaFair) {
      return alphaFair.base();
    }
    return own(row) instanceof Logarithmic logarithmic ? logarithmic.base() : Double.NaN;
  }

  private static double slope(Row row) {
    return own(row) instanceof Parabolic parabolic ? parabolic.slope() : Double.NaN;
  }

  private static double unitValue(Row row) {
    return own(row) instanceof Linear linear ? linear.unitValue() : Double.NaN;
  }

  private static double ispPrice(Row row) {
    return row.spec().valuation() instanceof WithIsp withIsp ? withIsp.ispPrice() : Double.NaN;
  }

  private static double ispPurchase(Row row) {
    return row.spec().valuation() instanceof WithIsp withIsp
        ? withIsp.purchase(row.account().allocation())
        : 0;
  }
}
