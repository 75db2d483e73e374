package org.datamarket.gui.inspect;

import static org.datamarket.gui.inspect.RowTable.number;
import static org.datamarket.gui.inspect.RowTable.text;
import static org.datamarket.io.Html.escape;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.chart.AgentHistoryChart;
import org.datamarket.chart.RankingChart;
import org.datamarket.chart.Subject;
import org.datamarket.chart.SurplusChart;
import org.datamarket.explain.BuyerDeliveries;
import org.datamarket.explain.BuyerInsight;
import org.datamarket.explain.RankingMoment;
import org.datamarket.explain.ReplySteps;
import org.datamarket.explain.SinceLastTurn;
import org.datamarket.explain.Surplus;
import org.datamarket.figure.RankingHistory;
import org.datamarket.figure.RankingRecorder;
import org.datamarket.gui.chart.ChartPane;
import org.datamarket.gui.session.Session;
import org.datamarket.market.Bid;
import org.datamarket.output.Figures;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;

/** Shows a buyer: what it has, how it ranks the sellers, and why it bids where it bids. */
public final class BuyerInspector extends AgentInspector {
  private static final long serialVersionUID = 1;
  private static final String DELAYED =
      "News takes time here: ranking, pool and surplus are what the buyer sees, which may be older"
          + " than the market; what it has and gets is the market's.";

  private final int number;
  private final ChartPane history = new ChartPane(session().saver(), "over-time");
  private final ChartPane surplus = new ChartPane(session().saver(), "surplus");
  private final RankingPane rankings = new RankingPane(session().saver());
  private final transient RankingRecorder rankingRecorder = new RankingRecorder();
  private final transient RankingTable ranking;
  private final transient RowTable<Step> reply;
  private final transient RowTable<BidRow> bids;
  private final transient RowTable<SinceLastTurn.Move> moves;
  private final transient DeliveriesTable deliveries;
  private final transient List<Tab> inAuctions;
  private final transient List<Tab> clearedOnce;

  /** One number of the reply. */
  private record Step(String symbol, String value, String unit, String meaning) {}

  /** A bid that is there, or that would or could be. */
  private record BidRow(String which, BuyerInsight.LiveBid bid) {}

  /** An inspector of a buyer of the market that is open. */
  public BuyerInspector(Session session, Buyer buyer) {
    super(session, buyer.toString());
    number = buyer.number();
    String currency = session.market().model().currency();
    ranking = new RankingTable(currency);
    reply =
        new RowTable<>(
            List.of(
                text("symbol", Step::symbol, 60),
                number("value", Step::value),
                text("unit", Step::unit, 50),
                text("meaning", Step::meaning, 330)));
    bids =
        new RowTable<>(
            List.of(
                text("bids", BidRow::which, 120),
                text("seller", row -> row.bid().seller(), 100),
                number("asked (GB)", row -> Figures.of(row.bid().quantity())),
                number("price (%s/GB)".formatted(currency), row -> Figures.of(row.bid().price())),
                number("gets (GB)", row -> Figures.of(row.bid().allocation())),
                number("pays (%s)".formatted(currency), row -> Figures.of(row.bid().cost()))));
    moves =
        new RowTable<>(
            List.of(
                text("seller", SinceLastTurn.Move::seller, 110),
                text("who moved", row -> row.buyer().orElse("its reserve"), 110),
                number("asked before (GB)", row -> asked(row, row.before())),
                number("asked now (GB)", row -> asked(row, row.after())),
                number("price before (%s/GB)".formatted(currency), row -> price(row.before())),
                number("price now (%s/GB)".formatted(currency), row -> price(row.after()))));
    deliveries = new DeliveriesTable("seller", currency);
    inAuctions =
        List.of(
            Tab.of("Ranking", ranking.table()),
            Tab.of("Reply", reply.table()),
            Tab.of("Bids", bids.table()),
            Tab.of("Since last turn", moves.table()),
            new Tab("Surplus", surplus),
            new Tab("Over time", history),
            new Tab("Ranking over time", rankings.scrolled()));
    clearedOnce = List.of(Tab.of("Deliveries", deliveries.table()));
    begin();
  }

  private static String asked(SinceLastTurn.Move move, Bid bid) {
    return move.buyer().isEmpty() || bid.isNone() ? "–" : Figures.of(bid.quantity());
  }

  private static String price(Bid bid) {
    return bid.isNone() ? "–" : Figures.of(bid.price());
  }

  @Override
  void attend(DataMarket market) {
    if (isThere(market)) {
      market.watch(number);
    }
  }

  @Override
  boolean isThere(DataMarket market) {
    return market.isStarted() && number < market.buyers().size();
  }

  @Override
  void record(DataMarket market, History.Recorder into) {
    into.add(
        market.monitor().round(),
        market.ledger().account(number).utility(),
        market.ledger().account(number).allocation());
    rankingRecorder.add(RankingMoment.of(market, market.buyers().get(number)));
  }

  /** How it has ranked the sellers since the inspector was opened. */
  RankingHistory rankingHistory() {
    return rankingRecorder.history();
  }

  @Override
  void forget() {
    rankingRecorder.clear();
  }

  @Override
  public void updateInspector() {
    DataMarket market = session().market();
    String name;
    BuyerInsight insight;
    Subject subject;
    RankingHistory ranked;
    synchronized (market.schedule) {
      if (!isThere(market)) {
        showNobody("buyer");
        return;
      }
      Buyer buyer = market.buyers().get(number);
      name = buyer.toString();
      if (market.model().isClearedOnce()) {
        show(name, BuyerDeliveries.of(market, buyer));
        return;
      }
      insight = BuyerInsight.of(market, buyer);
      subject = Subject.of(market.model());
      ranked = rankingHistory();
    }
    show(name, insight, subject);
    rankings.show(new RankingChart(subject, name, ranked));
  }

  private void show(String name, BuyerDeliveries has) {
    setTitle(name);
    showTabs(clearedOnce);
    showAgent(DeliveriesText.of(name, has));
    deliveries.show(has.deliveries());
  }

  private void show(String name, BuyerInsight insight, Subject subject) {
    setTitle(name);
    showTabs(inAuctions);
    showAgent(facts(name, insight));
    ranking.show(insight);
    reply.show(steps(insight));
    bids.show(bids(insight));
    moves.show(insight.since().map(SinceLastTurn::moves).orElse(List.of()));
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

  private static List<Step> steps(BuyerInsight insight) {
    ReplySteps steps = insight.steps();
    boolean equal = steps.share().isPresent();
    String money = insight.currency();
    String perGb = "%s/GB".formatted(money);
    List<Step> rows = new ArrayList<>();
    rows.add(new Step("z*", Figures.of(steps.desiredTotal()), "GB", "desired total"));
    rows.add(new Step("v", Figures.of(steps.total()), "GB", "total it asks for, after shading"));
    rows.add(new Step("p", Figures.of(steps.price()), perGb, "θ′(v), the price of all its bids"));
    rows.add(new Step("n", String.valueOf(steps.poolSize()), "", "pool size"));
    if (equal) {
      rows.add(new Step("ς", String.valueOf(steps.poolSize()), "", "provisioning coefficient, n"));
      String share = Figures.of(steps.share().getAsDouble());
      rows.add(new Step("e", share, "GB", "v/n, what it asks of each seller"));
    }
    steps.marginalSeller().ifPresent(id -> rows.add(new Step("j*", id, "", "marginal seller")));
    rows.add(
        new Step("u now", Figures.of(insight.now().utilityNow()), money, "utility of its bids"));
    String then = Figures.of(insight.now().utilityOfReply());
    rows.add(new Step("u then", then, money, "utility of the reply"));
    rows.add(new Step("", Figures.of(insight.now().gain()), money, "gain of the reply"));
    rows.add(new Step("ε", Figures.of(insight.epsilon()), money, "bid fee, which it must exceed"));
    String best = Figures.of(insight.best().utility());
    rows.add(new Step("sup u", best, money, "utility of the best bids of any kind"));
    return rows;
  }

  private static List<BidRow> bids(BuyerInsight insight) {
    List<BidRow> rows = new ArrayList<>();
    insight.bids().forEach(bid -> rows.add(new BidRow("its bids", bid)));
    insight.steps().bids().forEach(bid -> rows.add(new BidRow("its reply", bid)));
    insight.best().bids().forEach(bid -> rows.add(new BidRow("the best of any kind", bid)));
    return rows;
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

  private static String facts(String name, BuyerInsight insight) {
    String money = " " + escape(insight.currency());
    return "%s%s.<br><b>Last turn:</b> it %s. %s<br><b>As the market stands,</b> on its turn it %s%s.<br>%s"
        .formatted(
            wants(name, insight, money),
            gets(insight, money),
            escape(insight.lastDecision()),
            escape(insight.moved()),
            escape(insight.nextDecision()),
            anyBids(insight, money),
            sees(insight, money));
  }

  private static String wants(String name, BuyerInsight insight, String money) {
    String budget =
        Double.isInfinite(insight.budget())
            ? ""
            : ", pays at most %s%s".formatted(Figures.of(insight.budget()), money);
    return "<b>%s</b> (%s) wants %s GB%s. "
        .formatted(escape(name), escape(insight.strategy()), Figures.of(insight.demand()), budget);
  }

  private static String gets(BuyerInsight insight, String money) {
    BuyerAccount account = insight.account();
    return "It gets %s GB for %s%s, worth %s%s to it%s: utility <b>%s%s</b>. Its marginal value there is %s%s/GB"
        .formatted(
            Figures.of(account.allocation()),
            Figures.of(account.cost()),
            money,
            Figures.of(insight.value()),
            money,
            account.overBudget() ? ", <b>more than its budget</b>" : "",
            Figures.of(account.utility()),
            money,
            Figures.of(insight.marginal()),
            money);
  }

  private static String anyBids(BuyerInsight insight, String money) {
    if (insight.account().overBudget()) {
      return "";
    }
    double gap = insight.account().nashGap();
    return "; by any bids whatever it could gain %s"
        .formatted(
            Double.isNaN(gap)
                ? "an amount not defined under strict ties"
                : Figures.of(gap) + money);
  }

  private static String sees(BuyerInsight insight, String money) {
    return "Residuals are what sellers have left at its price of %s%s/GB. %s%s"
        .formatted(
            Figures.of(insight.ranking().price()),
            money,
            escape(insight.poolEnd()),
            insight.delayed() ? "<br>" + DELAYED : "");
  }
}
