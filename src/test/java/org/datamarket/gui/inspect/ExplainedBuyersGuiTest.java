package org.datamarket.gui.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.datamarket.explain.BuyerInsight;
import org.datamarket.explain.Explanation;
import org.datamarket.explain.ExplanationJson;
import org.datamarket.explain.SinceLastTurn;
import org.datamarket.gui.DataMarketWithUI;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.Figures;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;
import org.junit.jupiter.api.Test;

/** The command explain and the inspector say the same, number for number. */
class ExplainedBuyersGuiTest {
  private static final int CASES = 200;
  private static final int LAST_ROUND = 60;

  @Test
  void inspectorShowsWhatIsExplained() throws Exception {
    assumeFalse(GraphicsEnvironment.isHeadless());
    MarketModel model = ModelFile.read(Path.of("models/quickstart.yaml"), List.of()).draw();
    DataMarket headless = new DataMarket(model.seed(), seed -> model);
    headless.start();
    DataMarket shown = new DataMarket(model.seed(), seed -> model);
    shown.start();
    for (Buyer buyer : shown.buyers()) {
      headless.watch(buyer.number());
      shown.watch(buyer.number());
    }
    DataMarketWithUI session = new DataMarketWithUI(shown);
    TreeMap<Integer, List<Integer>> cases = cases(model.buyers().size());
    int moves = 0;
    for (int round : cases.keySet()) {
      headless.playUntil(round);
      shown.playUntil(round);
      for (int buyer : cases.get(round)) {
        Explanation explained = Explanation.of(headless, buyer);
        assertThat(ExplanationJson.of(Explanation.of(shown, buyer)))
            .isEqualTo(ExplanationJson.of(explained));
        SwingUtilities.invokeAndWait(() -> assertShown(session, shown, buyer, explained.insight()));
        moves += explained.insight().since().map(since -> since.moves().size()).orElse(0);
      }
    }
    assertThat(moves).as("moves that were compared").isGreaterThan(CASES);
  }

  /** Random buyers by random rounds. */
  private static TreeMap<Integer, List<Integer>> cases(int buyers) {
    SplittableRandom random = new SplittableRandom(11);
    TreeMap<Integer, List<Integer>> cases = new TreeMap<>();
    for (int k = 0; k < CASES; k++) {
      int round = 1 + random.nextInt(LAST_ROUND);
      int buyer = random.nextInt(buyers);
      cases.merge(
          round,
          List.of(buyer),
          (some, more) -> Stream.of(some, more).flatMap(List::stream).toList());
    }
    return cases;
  }

  private static void assertShown(
      DataMarketWithUI session, DataMarket market, int buyer, BuyerInsight insight) {
    BuyerInspector inspector = new BuyerInspector(session, market.buyers().get(buyer));
    inspector.updateInspector();
    List<BuyerInsight.Rank> ranks = insight.ranking().rows();
    JTable ranking = table(inspector, 0);
    assertThat(ranking.getRowCount()).isEqualTo(ranks.size());
    for (int k = 0; k < ranks.size(); k++) {
      BuyerInsight.Rank rank = ranks.get(k);
      assertThat(cells(ranking, k, 1, 2, 3, 4, 6))
          .containsExactly(
              rank.seller(),
              Figures.of(rank.residual()),
              Figures.of(rank.reserve()),
              Figures.of(rank.poolGives()),
              rank.standing());
    }
    assertReply(table(inspector, 1), insight);
    assertBids(table(inspector, 2), insight);
    assertMoves(table(inspector, 3), insight.since().map(SinceLastTurn::moves).orElse(List.of()));
    assertThat(inspector.factsShown())
        .contains(insight.lastDecision())
        .contains(insight.nextDecision())
        .contains(insight.moved())
        .contains(insight.poolEnd());
    inspector.reviseStopper(() -> {}).stop();
  }

  private static void assertReply(JTable reply, BuyerInsight insight) {
    assertThat(cells(reply, 0, 0, 1)).containsExactly("z*", figure(insight.steps().desiredTotal()));
    assertThat(cells(reply, 1, 0, 1)).containsExactly("v", figure(insight.steps().total()));
    assertThat(cells(reply, 2, 0, 1)).containsExactly("p", figure(insight.steps().price()));
    String n = String.valueOf(insight.steps().poolSize());
    assertThat(cells(reply, 3, 0, 1)).containsExactly("n", n);
    if (insight.steps().share().isPresent()) {
      assertThat(cells(reply, 4, 0, 1)).containsExactly("ς", n);
      double share = insight.steps().share().getAsDouble();
      assertThat(cells(reply, 5, 0, 1)).containsExactly("e", figure(share));
      assertThat(share * insight.steps().poolSize()).isEqualTo(insight.steps().total());
    }
    int last = reply.getRowCount() - 1;
    assertThat(cells(reply, last, 0, 1)).containsExactly("sup u", figure(insight.best().utility()));
    assertThat(cells(reply, last - 2, 1)).containsExactly(figure(insight.now().gain()));
  }

  private static void assertBids(JTable bids, BuyerInsight insight) {
    List<BuyerInsight.LiveBid> all =
        Stream.of(insight.bids(), insight.steps().bids(), insight.best().bids())
            .flatMap(List::stream)
            .toList();
    assertThat(bids.getRowCount()).isEqualTo(all.size());
    for (int k = 0; k < all.size(); k++) {
      BuyerInsight.LiveBid bid = all.get(k);
      assertThat(cells(bids, k, 1, 2, 3, 4, 5))
          .containsExactly(
              bid.seller(),
              figure(bid.quantity()),
              figure(bid.price()),
              figure(bid.allocation()),
              figure(bid.cost()));
    }
  }

  private static void assertMoves(JTable table, List<SinceLastTurn.Move> moves) {
    assertThat(table.getRowCount()).isEqualTo(moves.size());
    for (int k = 0; k < moves.size(); k++) {
      SinceLastTurn.Move move = moves.get(k);
      assertThat(cells(table, k, 0, 1, 4, 5))
          .containsExactly(
              move.seller(),
              move.buyer().orElse("its reserve"),
              move.before().isNone() ? "–" : figure(move.before().price()),
              move.after().isNone() ? "–" : figure(move.after().price()));
    }
  }

  private static String figure(double value) {
    return Figures.of(value);
  }

  private static List<String> cells(JTable table, int row, int... columns) {
    return Arrays.stream(columns)
        .mapToObj(column -> table.getValueAt(row, column).toString())
        .toList();
  }

  private static JTable table(AgentInspector inspector, int tab) {
    JComponent scroll = (JComponent) inspector.tabs().getComponentAt(tab);
    return (JTable) ((JScrollPane) scroll).getViewport().getView();
  }
}
