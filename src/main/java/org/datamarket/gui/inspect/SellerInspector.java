package org.datamarket.gui.inspect;

import static org.datamarket.gui.inspect.RowTable.number;
import static org.datamarket.gui.inspect.RowTable.text;
import static org.datamarket.io.Html.escape;

import java.util.List;
import org.datamarket.chart.AgentHistoryChart;
import org.datamarket.chart.AuctionChart;
import org.datamarket.chart.Subject;
import org.datamarket.explain.SellerDeliveries;
import org.datamarket.explain.SellerInsight;
import org.datamarket.gui.chart.ChartPane;
import org.datamarket.gui.session.Session;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.output.Figures;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.Seller;

/** Shows a seller: what it offers, who bids for it, and who gets it. */
public final class SellerInspector extends AgentInspector {
  private static final long serialVersionUID = 1;

  private final int number;
  private final ChartPane history = new ChartPane(session().saver(), "over-time");
  private final ChartPane auction = new ChartPane(session().saver(), "demand-and-supply");
  private final transient RowTable<SellerInsight.Row> book;
  private final transient DeliveriesTable deliveries;
  private final transient List<Tab> inAuctions;
  private final transient List<Tab> clearedOnce;

  /** An inspector of a seller of the market that is open. */
  public SellerInspector(Session session, Seller seller) {
    super(session, seller.toString());
    number = seller.number();
    String currency = session.market().model().currency();
    book =
        new RowTable<>(
            List.of(
                text("buyer", SellerInsight.Row::buyer, 100),
                number("asked (GB)", row -> Figures.of(row.quantity())),
                number("price (%s/GB)".formatted(currency), row -> Figures.of(row.price())),
                number("gets (GB)", row -> Figures.of(row.allocation())),
                number("pays (%s)".formatted(currency), row -> Figures.of(row.cost())),
                text("standing", SellerInsight.Row::standing, 110),
                text("displaced by", SellerInspector::displacers, 190)));
    deliveries = new DeliveriesTable("buyer", currency);
    inAuctions =
        List.of(
            Tab.of("Book", book.table()),
            new Tab("Demand and supply", auction),
            new Tab("Over time", history));
    clearedOnce = List.of(Tab.of("Deliveries", deliveries.table()));
    begin();
  }

  private static String displacers(SellerInsight.Row row) {
    int more = row.displacers() - row.displacedBy().size();
    if (row.displacers() == 0) {
      return "–";
    }
    String named = String.join(", ", row.displacedBy());
    return more > 0 ? "%s and %s more".formatted(named, more) : named;
  }

  @Override
  boolean isThere(DataMarket market) {
    return market.isStarted() && number < market.sellers().size();
  }

  @Override
  void record(DataMarket market, History.Recorder into) {
    Auction now = market.market().auction(number);
    into.add(market.monitor().round(), SellerInsight.revenue(now), now.reserve());
  }

  @Override
  public void updateInspector() {
    DataMarket market = session().market();
    String name;
    SellerInsight insight;
    Subject subject;
    synchronized (market.schedule) {
      if (!isThere(market)) {
        showNobody("seller");
        return;
      }
      Seller seller = market.sellers().get(number);
      name = seller.toString();
      if (market.model().isClearedOnce()) {
        show(name, SellerDeliveries.of(market, seller));
        return;
      }
      insight = SellerInsight.of(market, seller);
      subject = Subject.of(market.model());
    }
    setTitle(name);
    showTabs(inAuctions);
    showAgent(facts(name, insight));
    book.show(insight.book());
    auction.show(
        new AuctionChart(
            subject,
            insight.seller(),
            insight.quantity(),
            insight.reserve(),
            insight.book().stream().map(row -> new Bid(row.quantity(), row.price())).toList()));
    History watched = history();
    history.show(
        new AgentHistoryChart(
            subject,
            name + " over the rounds",
            watched.rounds(),
            AgentHistoryChart.Panel.money("revenue", subject, watched.first()),
            AgentHistoryChart.Panel.unitPrice("reserve", subject, watched.second())));
  }

  private void show(String name, SellerDeliveries sells) {
    setTitle(name);
    showTabs(clearedOnce);
    showAgent(DeliveriesText.of(name, sells));
    deliveries.show(sells.deliveries());
  }

  private static String facts(String name, SellerInsight insight) {
    String money = " " + escape(insight.currency());
    String offer =
        "<b>%s</b> (%s) offers %s GB from %s%s/GB up; to itself a GB is worth %s%s."
            .formatted(
                escape(name),
                escape(insight.strategy()),
                Figures.of(insight.quantity()),
                Figures.of(insight.reserve()),
                money,
                Figures.of(insight.ownReserve()),
                money);
    String clearing =
        Double.isNaN(insight.clearing())
            ? ""
            : "; the lowest price that gets something is %s%s/GB"
                .formatted(Figures.of(insight.clearing()), money);
    return "%s<br>It sells %s GB for <b>%s%s</b>%s."
        .formatted(
            offer, Figures.of(insight.sold()), Figures.of(insight.revenue()), money, clearing);
  }
}
