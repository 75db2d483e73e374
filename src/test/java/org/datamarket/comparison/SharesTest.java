package org.datamarket.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.analysis.RunResult;
import org.datamarket.document.UserMistake;
import org.datamarket.mechanism.NoMarket;
import org.datamarket.mechanism.UniformPrice;
import org.datamarket.mechanism.Vcg;
import org.datamarket.model.MarketModel;
import org.datamarket.model.PlayedDesign;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Run;
import org.datamarket.study.Cells;
import org.junit.jupiter.api.Test;

/** Who has what of a run, against sums over the people one by one. */
class SharesTest {
  private static final double NONE = Double.NaN;

  private static List<Double> values(RunResult result) {
    return Shares.cells(result).stream().map(Cells::number).toList();
  }

  private static MarketModel model(String name, String... overrides) throws UserMistake {
    return ModelFile.read(Path.of("models", name + ".yaml"), List.of(overrides)).draw();
  }

  @Test
  void groups_areOrderedAndAsEqualAsCanBe() {
    double[] ranks = {7, 1, 5, 3, 9, 8, 2};
    assertThat(Shares.means(ranks, i -> ranks[i])).containsExactly(1.5, 3.0, 6.0, 8.0, 9.0);
    assertThat(Shares.means(new double[] {4, 2}, i -> i))
        .containsExactly(1.0, 0.0, NONE, NONE, NONE);
    assertThat(Shares.means(new double[0], i -> i)).containsOnly(NONE);
    assertThat(Shares.means(new double[] {1, 1, 1, 1, 1}, i -> i))
        .as("who is equal stays in order")
        .containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
  }

  @Test
  void names_areAsManyAsCells() throws UserMistake {
    RunResult result = Run.toEnd(model("two-sellers"));
    assertThat(Shares.measures()).hasSameSizeAs(Shares.cells(result)).hasSize(16);
  }

  /** All groups together have what the summary says that buyers and sellers have. */
  @Test
  void groups_addUpToTheSurplus() throws UserMistake {
    MarketModel model = model("hong-kong", "users.count=70");
    int n = model.buyers().size();
    int m = model.sellers().size();
    for (MarketModel played :
        List.of(
            model.under(PlayedDesign.OPT_OUT),
            model.under(new UniformPrice(0.5)),
            model.under(new NoMarket()))) {
      RunResult result = Run.toEnd(played);
      List<Double> values = values(result);
      double buyers = 0;
      double sellers = 0;
      for (int g = 0; g < 5; g++) {
        buyers += values.get(g) * members(n, g);
        sellers += values.get(5 + g) * members(m, g);
      }
      double size = 1e-9 * (1 + result.measures().surplus().buyers());
      assertThat(buyers).isCloseTo(result.measures().surplus().buyers(), within(size));
      assertThat(sellers).isCloseTo(result.measures().surplus().sellers(), within(size));
      assertThat(values.get(10)).isEqualTo(result.measures().surplus().ispProfit());
    }
  }

  private static long members(int people, int group) {
    return IntStream.range(0, people).filter(k -> k * 5 / people == group).count();
  }

  /** Unit by unit from the cheapest up: a hundred pieces of each buyer's allocation. */
  @Test
  void prices_areQuantilesByQuantity() throws UserMistake {
    RunResult result =
        Run.toEnd(model("quickstart", "buyers.count=30").under(PlayedDesign.OPT_OUT));
    List<double[]> pieces = new ArrayList<>();
    double total = 0;
    for (var buyer : result.buyers()) {
      if (buyer.allocation() > 0) {
        total += buyer.allocation();
        for (int k = 0; k < 100; k++) {
          pieces.add(new double[] {buyer.cost() / buyer.allocation(), buyer.allocation() / 100});
        }
      }
    }
    pieces.sort(Comparator.comparingDouble(piece -> piece[0]));
    List<Double> values = values(result);
    double[] shares = {0.05, 0.25, 0.5, 0.75, 0.95};
    for (int k = 0; k < shares.length; k++) {
      double below = 0;
      int piece = 0;
      while (below + pieces.get(piece)[1] < shares[k] * total * (1 - 1e-12)) {
        below += pieces.get(piece++)[1];
      }
      assertThat(values.get(11 + k)).isCloseTo(pieces.get(piece)[0], within(1e-9));
    }
  }

  @Test
  void whatAMechanismDoesNotSettle_isNotThere() throws UserMistake {
    List<Double> vcg = values(Run.toEnd(model("two-sellers").under(new Vcg())));
    assertThat(vcg.get(0)).isFinite();
    assertThat(vcg.get(5)).as("who has what from whom is not unique").isNaN();
    List<Double> none = values(Run.toEnd(model("two-sellers").under(new NoMarket())));
    assertThat(none.subList(11, 16)).as("nobody pays anything").containsOnly(NONE);
  }
}
