package org.datamarket.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.TiedMarket;
import org.datamarket.market.Reach;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.Cumulative;
import org.datamarket.strategy.Few;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.RankingOrder;
import org.datamarket.strategy.Shading;
import org.datamarket.strategy.TruthfulSingle;
import org.datamarket.strategy.Waterfill;

/**
 * Where the rules, followed to the letter, lead to an end that hardly anybody wants: one sentence
 * each, on a model before it is played and on a run at its end (docs/outputs.md, notes).
 */
public final class Notes {
  /**
   * From which share of supply on it is worth a word that it is unsold though tied buyers want it.
   */
  private static final double MUCH = 0.05;

  private Notes() {}

  /** What is worth a word in a model. */
  public static List<String> of(MarketModel model) {
    if (model.isClearedOnce()) {
      return List.of();
    }
    long stalling =
        IntStream.range(0, model.buyers().size()).filter(i -> mayStall(model, i)).count();
    return stalling < 2
        ? List.of()
        : List.of(
            ("%d of %d buyers, whose last unit is worth nothing to them, see a seller with a"
                 + " reserve of 0: they may bid a price of 0 for all they want, tie and rest; give"
                 + " sellers a reserve above 0, however small")
                .formatted(stalling, model.buyers().size()));
  }

  /** Whether a buyer's last unit is worth nothing to it, and some seller starts at 0. */
  private static boolean mayStall(MarketModel model, int number) {
    BuyerSpec buyer = model.buyers().get(number);
    double demand = buyer.valuation().demand();
    Reach reach = model.reach();
    return buyer.valuation().marginal(demand) == 0
        && bidsForAllAtItsLastUnitsWorth(buyer.strategy())
        && IntStream.range(0, reach.degree(number))
            .anyMatch(k -> model.sellers().get(reach.seller(number, k)).initialReserve() == 0);
  }

  private static boolean bidsForAllAtItsLastUnitsWorth(BuyerStrategy strategy) {
    if (strategy instanceof OptOut optOut) {
      return optOut.shading() == Shading.UTILITY && optOut.ranking() != RankingOrder.UNCONTESTED;
    }
    return (strategy instanceof Cumulative cumulative && cumulative.shading() == Shading.UTILITY)
        || (strategy instanceof Few few && few.shading() == Shading.UTILITY)
        || (strategy instanceof Waterfill waterfill && waterfill.shading() == Shading.UTILITY)
        || (strategy instanceof TruthfulSingle single && single.shading() == Shading.UTILITY);
  }

  /** What is worth a word in the end of a run. */
  static List<String> of(RunResult result) {
    List<String> notes = new ArrayList<>();
    if (result.settlement().isPresent()) {
      return notes;
    }
    TiedMarket ties = new TiedMarket(result);
    double share = ties.stranded() / result.measures().supply();
    if (share > MUCH) {
      notes.add(
          ("%s of the supply stays unsold at a price that unserved buyers would pay, since each"
                  + " counts what rivals ask for at its own price as free%s")
              .formatted(Figures.percent(share), hint(result, ties)));
    }
    int atNothing = ties.tiedAtNothing().cardinality();
    if (atNothing > 0) {
      notes.add(
          ("%s at a price of 0, where the last unit is worth nothing to them and the reserve is 0:"
                  + " give sellers a reserve above 0, however small")
              .formatted(atNothing == 1 ? "1 buyer ties" : atNothing + " buyers tie"));
    }
    return notes;
  }

  private static String hint(RunResult result, TiedMarket ties) {
    boolean allReckonWithTies =
        ties.tied().stream()
            .mapToObj(i -> result.model().buyers().get(i).strategy())
            .allMatch(s -> s instanceof OptOut o && o.ranking() == RankingOrder.UNCONTESTED);
    return allReckonWithTies ? "" : ": try opt-out buyers with ranking: uncontested";
  }

  /**
   * The notes on a run in one line, each after a semicolon and a space; empty if there are none.
   */
  static String after(RunResult result) {
    return after(String.join("; ", of(result)));
  }

  /** The same of notes as the summary has them. */
  public static String after(String notes) {
    return notes.isEmpty() ? "" : "; " + notes;
  }
}
