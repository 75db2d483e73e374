package org.datamarket.gui.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.SellerAccount;
import org.datamarket.explain.BuyerDeliveries;
import org.datamarket.explain.Delivery;
import org.datamarket.explain.SellerDeliveries;
import org.datamarket.gui.DataMarketWithUI;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.model.format.MechanismFormat;
import org.datamarket.output.Figures;
import org.datamarket.simulation.DataMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The inspectors of buyers and sellers of a market that is cleared once. */
class DeliveriesGuiTest {
  /** Of sums of a few products, relative to the sum. */
  private static final double ROUNDING = 1e-8;

  static List<String> mechanisms() {
    return MechanismFormat.CLEARED.names();
  }

  private static DataMarket market(String... settings) throws Exception {
    MarketModel model = ModelFile.read(Path.of("models/hong-kong.yaml"), List.of(settings)).draw();
    DataMarket market = new DataMarket(model.seed(), seed -> model);
    market.start();
    market.ledger().update();
    return market;
  }

  @ParameterizedTest
  @MethodSource("mechanisms")
  void inspectors_showWhatTheAccountsHave(String mechanism) throws Exception {
    assumeFalse(GraphicsEnvironment.isHeadless());
    DataMarket market = market("mechanism=" + mechanism);
    market.playUntil(1);
    DataMarketWithUI session = new DataMarketWithUI(market);
    for (int i = 0; i < market.buyers().size(); i += 3) {
      int buyer = i;
      SwingUtilities.invokeAndWait(() -> assertBuyer(session, market, buyer));
    }
    for (int j = 0; j < market.sellers().size(); j += 2) {
      int seller = j;
      SwingUtilities.invokeAndWait(() -> assertSeller(session, market, seller));
    }
  }

  private static void assertBuyer(DataMarketWithUI session, DataMarket market, int buyer) {
    BuyerInspector inspector = new BuyerInspector(session, market.buyers().get(buyer));
    BuyerAccount account = market.ledger().account(buyer);
    BuyerDeliveries has = BuyerDeliveries.of(market, market.buyers().get(buyer));
    assertRows(inspector, has.deliveries());
    assertThat(has.deliveries().stream().mapToDouble(Delivery::quantity).sum())
        .isCloseTo(account.allocation(), within(ROUNDING * (1 + account.allocation())));
    assertThat(has.value() - account.cost()).isEqualTo(Double.valueOf(account.utility()));
    assertThat(inspector.factsShown())
        .contains("It has %s GB".formatted(Figures.of(account.allocation())))
        .contains(
            has.pays()
                ? "its surplus is %s ".formatted(Figures.of(account.utility()))
                : "as nobody does");
    inspector.reviseStopper(() -> {}).stop();
  }

  private static void assertSeller(DataMarketWithUI session, DataMarket market, int seller) {
    SellerInspector inspector = new SellerInspector(session, market.sellers().get(seller));
    SellerAccount account = market.ledger().settlement().orElseThrow().sellers().get(seller);
    SellerDeliveries sells = SellerDeliveries.of(market, market.sellers().get(seller));
    assertRows(inspector, sells.deliveries());
    assertThat(sells.deliveries().stream().mapToDouble(Delivery::quantity).sum())
        .isCloseTo(account.sold(), within(ROUNDING * (1 + account.sold())));
    assertThat(inspector.factsShown())
        .contains("It sells %s GB".formatted(Figures.of(account.sold())))
        .contains(
            !sells.paid()
                ? "as nobody pays"
                : Double.isNaN(account.revenue())
                    ? "the mechanism does not say"
                    : "for %s ".formatted(Figures.of(account.revenue())));
    inspector.reviseStopper(() -> {}).stop();
  }

  private static void assertRows(AgentInspector inspector, List<Delivery> deliveries) {
    assertThat(tabs(inspector)).containsExactly("Deliveries");
    JTable table =
        (JTable) ((JScrollPane) inspector.tabs().getComponentAt(0)).getViewport().getView();
    assertThat(table.getRowCount()).isEqualTo(deliveries.size());
    for (int k = 0; k < deliveries.size(); k++) {
      Delivery row = deliveries.get(k);
      int at = k;
      assertThat(IntStream.range(0, 4).mapToObj(c -> table.getValueAt(at, c)))
          .containsExactly(
              row.other(),
              Figures.of(row.quantity()),
              Figures.of(row.unitPrice()),
              Figures.of(row.cost()));
    }
  }

  private static List<String> tabs(AgentInspector inspector) {
    return IntStream.range(0, inspector.tabs().getTabCount())
        .mapToObj(inspector.tabs()::getTitleAt)
        .toList();
  }

  @Test
  void beforeTheClearing_theyWait() throws Exception {
    assumeFalse(GraphicsEnvironment.isHeadless());
    DataMarket market = market("mechanism=vcg");
    DataMarketWithUI session = new DataMarketWithUI(market);
    SwingUtilities.invokeAndWait(
        () -> {
          BuyerInspector buyer = new BuyerInspector(session, market.buyers().get(0));
          assertThat(buyer.factsShown()).contains("The market has not been cleared yet.");
          SellerInspector seller = new SellerInspector(session, market.sellers().get(0));
          assertThat(seller.factsShown()).contains("The market has not been cleared yet.");
        });
  }

  @Test
  void tabs_followTheMarketThatIsOpen() throws Exception {
    assumeFalse(GraphicsEnvironment.isHeadless());
    DataMarket auctions = market();
    DataMarket cleared = market("mechanism=vcg");
    auctions.playUntil(2);
    cleared.playUntil(1);
    DataMarketWithUI session = new DataMarketWithUI(auctions);
    SwingUtilities.invokeAndWait(
        () -> {
          BuyerInspector inspector = new BuyerInspector(session, auctions.buyers().get(0));
          List<String> played = tabs(inspector);
          assertThat(played).contains("Ranking", "Reply", "Over time").doesNotContain("Deliveries");
          session.state = cleared;
          inspector.updateInspector();
          assertThat(tabs(inspector)).containsExactly("Deliveries");
          session.state = auctions;
          inspector.updateInspector();
          assertThat(tabs(inspector)).isEqualTo(played);
        });
  }
}
