package org.datamarket.gui.inspect;

import static org.datamarket.gui.inspect.Sheet.number;
import static org.datamarket.gui.inspect.Sheet.text;

import java.util.List;
import org.datamarket.gui.DataMarketWithUI;
import org.datamarket.gui.chart.Pane;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.output.Figures;
import org.datamarket.report.AgentHistoryChart;
import org.datamarket.report.AuctionChart;
import org.datamarket.report.Subject;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.Seller;

/** Shows a seller: what it offers, who bids for it, and who gets it. */
public final class SellerInspector extends AgentInspector {
  private static final long serialVersionUID = 1;

  private final int number;
  private final Pane history = new Pane(gui().saver(), "over-time");
  private final Pane auction = new Pane(gui().saver(), "demand-and-supply");
  private final transient Sheet<SellerInsight.Row> book;

  /** An inspector of a seller of the market that is open. */
  public SellerInspector(DataMarketWithUI gui, Seller seller) {
    super(gui, seller.toString());
    number = seller.number();
    String currency = gui.market().model().currency();
    book =
        new Sheet<>(
            List.of(
                text("buyer", SellerInsight.Row::buyer, 100),
                number("asked (GB)", row -> Figures.of(row.quantity())),
                number("price (" + currency + "/GB)", row -> Figures.of(row.price())),
                number("gets (GB)", row -> Figures.of(row.allocation())),
                number("pays (" + currency + ")", row -> Figures.of(row.cost())),
                text("standing", SellerInsight.Row::standing, 110),
                text("displaced by", SellerInspector::displacers, 190)));
    addTab("Book", book.table());
    addTab("Demand and supply", auction);
    addTab("Over time", history);
    begin();
  }

  private static String displacers(SellerInsight.Row row) {
    int more = row.displacers() - row.displacedBy().size();
    return row.displacers() == 0
        ? "–"
        : String.join(", ", row.displacedBy()) + (more > 0 ? " and " + more + " more" : "");
  }

  @Override
  boolean isThere(DataMarket market) {
    return market.model() != null && number < market.sellers().size();
  }

  @Override
  void record(DataMarket market, History.Recorder into) {
    Auction now = market.market().auction(number);
    into.add(market.monitor().round(), SellerInsight.revenue(now), now.reserve());
  }

  @Override
  public void updateInspector() {
    DataMarket market = gui().market();
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
      insight = SellerInsight.of(market, seller);
      subject = Subject.of(market.model());
    }
    setTitle(name);
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

  private static String facts(String name, SellerInsight insight) {
    String money = " " + escaped(insight.currency());
    return "<b>"
        + escaped(name)
        + "</b> ("
        + escaped(insight.strategy())
        + ") offers "
        + Figures.of(insight.quantity())
        + " GB from "
        + Figures.of(insight.reserve())
        + money
        + "/GB up; to itself a GB is worth "
        + Figures.of(insight.ownReserve())
        + money
        + ".<br>It sells "
        + Figures.of(insight.sold())
        + " GB for <b>"
        + Figures.of(insight.revenue())
        + money
        + "</b>"
        + (Double.isNaN(insight.clearing())
            ? "."
            : "; the lowest price that gets something is "
                + Figures.of(insight.clearing())
                + money
                + "/GB.");
  }
}
