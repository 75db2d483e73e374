package org.datamarket.gui.inspect;

import static org.datamarket.gui.inspect.Sheet.number;
import static org.datamarket.gui.inspect.Sheet.text;

import java.util.List;
import org.datamarket.gui.DataMarketWithUI;
import org.datamarket.gui.chart.Pane;
import org.datamarket.output.Figures;
import org.datamarket.report.AgentHistoryChart;
import org.datamarket.report.Subject;
import org.datamarket.report.SurplusChart;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;

/** Shows a buyer: what it has, how it ranks the sellers, and why it bids where it bids. */
public final class BuyerInspector extends AgentInspector {
  private static final long serialVersionUID = 1;

  private final int number;
  private final Pane history = new Pane(gui().saver(), "over-time");
  private final Pane surplus = new Pane(gui().saver(), "surplus");
  private final transient Sheet<BuyerInsight.Rank> ranking;
  private final transient Sheet<BuyerInsight.LiveBid> bids;

  /** An inspector of a buyer of the market that is open. */
  public BuyerInspector(DataMarketWithUI gui, Buyer buyer) {
    super(gui, buyer.toString());
    number = buyer.number();
    String currency = gui.market().model().currency();
    ranking =
        new Sheet<>(
            List.of(
                number("rank", row -> row.rank() == 0 ? "–" : String.valueOf(row.rank())),
                text("seller", BuyerInsight.Rank::seller, 90),
                number("residual (GB)", row -> Figures.of(row.residual())),
                number("reserve (" + currency + "/GB)", row -> Figures.of(row.reserve())),
                number("pool gives (GB)", row -> Figures.of(row.poolGives())),
                number("asked (GB)", row -> row.inPool() ? Figures.of(row.asked()) : "–"),
                text("standing", BuyerInsight.Rank::standing, 170)));
    bids =
        new Sheet<>(
            List.of(
                text("seller", BuyerInsight.LiveBid::seller, 110),
                number("asked (GB)", row -> Figures.of(row.quantity())),
                number("price (" + currency + "/GB)", row -> Figures.of(row.price())),
                number("gets (GB)", row -> Figures.of(row.allocation())),
                number("pays (" + currency + ")", row -> Figures.of(row.cost()))));
    addTab("Ranking", ranking.table());
    addTab("Bids", bids.table());
    addTab("Surplus", surplus);
    addTab("Over time", history);
    begin();
  }

  @Override
  boolean isThere(DataMarket market) {
    return market.model() != null && number < market.buyers().size();
  }

  @Override
  void record(DataMarket market, History.Recorder into) {
    into.add(
        market.monitor().round(),
        market.ledger().account(number).utility(),
        market.ledger().account(number).allocation());
  }

  @Override
  public void updateInspector() {
    DataMarket market = gui().market();
    String name;
    BuyerInsight insight;
    Subject subject;
    synchronized (market.schedule) {
      if (!isThere(market)) {
        showNobody("buyer");
        return;
      }
      Buyer buyer = market.buyers().get(number);
      name = buyer.toString();
      insight = BuyerInsight.of(market, buyer);
      subject = Subject.of(market.model());
    }
    show(name, insight, subject);
  }

  private void show(String name, BuyerInsight insight, Subject subject) {
    setTitle(name);
    showAgent(facts(name, insight));
    ranking.show(insight.ranking().rows());
    bids.show(insight.bids());
    surplus.show(chart(insight, subject));
    History watched = history();
    history.show(
        new AgentHistoryChart(
            subject,
            name + " over the rounds",
            watched.rounds(),
            AgentHistoryChart.Panel.money("utility", subject, watched.first()),
            AgentHistoryChart.Panel.quantity("total", watched.second())));
  }

  private static SurplusChart chart(BuyerInsight insight, Subject subject) {
    Surplus surplus = insight.surplus();
    return new SurplusChart(
        subject,
        insight.buyer(),
        surplus.curve().stream().mapToDouble(Surplus.Point::total).toArray(),
        surplus.curve().stream().mapToDouble(Surplus.Point::surplus).toArray(),
        surplus.kinks().stream().mapToDouble(Surplus.Point::total).toArray(),
        surplus.kinks().stream().mapToDouble(Surplus.Point::surplus).toArray(),
        insight.now().reply().desiredTotal(),
        insight.now().reply().bidTotal(),
        insight.account().allocation(),
        insight.account().utility());
  }

  private static String turn(BuyerInsight insight, String money) {
    if (!insight.now().accepted()) {
      return "would change nothing";
    }
    return insight.now().isOverBudget()
        ? "would have to bid anew, as its bids cost more than its budget"
        : "would bid anew for a gain of " + Figures.of(insight.now().gain()) + money;
  }

  private static String anyBids(BuyerInsight insight, String money) {
    if (insight.account().overBudget()) {
      return "";
    }
    double gap = insight.account().nashGap();
    return "; by any bids whatever it could gain "
        + (Double.isNaN(gap) ? "an amount not defined under strict ties" : Figures.of(gap) + money);
  }

  private static String facts(String name, BuyerInsight insight) {
    String money = " " + escaped(insight.currency());
    return "<b>"
        + escaped(name)
        + "</b> ("
        + escaped(insight.strategy())
        + ") wants "
        + Figures.of(insight.demand())
        + " GB"
        + (Double.isInfinite(insight.budget())
            ? ""
            : ", pays at most " + Figures.of(insight.budget()) + money)
        + ". It gets "
        + Figures.of(insight.account().allocation())
        + " GB for "
        + Figures.of(insight.account().cost())
        + money
        + ", worth "
        + Figures.of(insight.value())
        + money
        + " to it"
        + (insight.account().overBudget() ? ", <b>more than its budget</b>" : "")
        + ": utility <b>"
        + Figures.of(insight.account().utility())
        + money
        + "</b>. Its marginal value there is "
        + Figures.of(insight.marginal())
        + money
        + "/GB.<br><b>Last turn:</b> it "
        + escaped(insight.lastDecision())
        + ".<br><b>As the market stands,</b> on its turn it "
        + turn(insight, money)
        + anyBids(insight, money)
        + ".<br>Residuals are what sellers have left at its price of "
        + Figures.of(insight.ranking().price())
        + money
        + "/GB. "
        + escaped(insight.poolEnd())
        + (insight.delayed()
            ? "<br>News takes time here: ranking, pool and surplus are what the buyer sees, which may be"
                + " older than the market; what it has and gets is the market's."
            : "");
  }
}
