package org.datamarket.output;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.analysis.Measures;
import org.datamarket.analysis.RunResult;
import org.datamarket.mechanism.Surplus;
import org.datamarket.model.MarketModel;
import org.datamarket.model.PlayedDesign;

/** The end of a run for a person at a terminal: a short table, and a verdict in one line. */
public final class SummaryText {
  private final RunResult result;
  private final Measures measures;
  private final String money;
  private final List<String[]> lines = new ArrayList<>();

  private SummaryText(RunResult result) {
    this.result = result;
    this.measures = result.measures();
    this.money = result.model().currency();
  }

  /** The table and, after an empty line, the verdict; every line ends in a line feed. */
  public static String of(RunResult result) {
    return table(result) + "\n" + verdict(result) + "\n";
  }

  /** The table alone; every line ends in a line feed. */
  public static String table(RunResult result) {
    return new SummaryText(result).table();
  }

  /** One line: how the run ended, whether that is an equilibrium, how good it is, and the notes. */
  public static String verdict(RunResult result) {
    return Verdict.of(result).text() + Notes.after(result);
  }

  private String table() {
    String unitPrice = money + "/GB";
    boolean auctions = result.settlement().isEmpty();
    line("welfare", measures.welfare(), money, "of at most " + Figures.of(measures.optimum()));
    line("sold", measures.sold(), "GB", "of " + Figures.of(measures.supply()) + " on offer");
    line(
        "unmet demand",
        measures.unmetDemand(),
        "GB",
        auctions ? "at the prices bid" : "at the prices faced");
    line("revenue", measures.revenue(), money, "");
    line("price paid", measures.priceMean(), unitPrice, dispersion());
    line("clearing price", measures.clearing(), unitPrice, "mean of the sellers");
    if (auctions) {
      gaps();
    }
    line("fairness (Jain)", measures.jain(), "", "1 is equal shares of demand");
    line("envy", measures.envy(), money, "");
    surplus();
    if (measures.overBudget() > 0) {
      line("over budget", measures.overBudget(), "", "buyers that pay more than their budgets");
    }
    if (measures.ispPurchases() > 0) {
      line("bought from ISP", measures.ispPurchases(), "GB", "");
    }
    line("rounds", result.rounds().size(), "", auctions ? bids() : offers());
    return heading() + aligned();
  }

  private void gaps() {
    line("Nash gap", measures.nashGap(), money, "ε = " + Figures.of(result.model().epsilon()));
    line("restricted gap", measures.restrictedGap(), money, "by the buyer's own strategy");
    line("pool size", measures.poolSizeMean(), "", "live bids of a buyer that bids, mean");
  }

  private void surplus() {
    Surplus surplus = measures.surplus();
    line("buyers' surplus", surplus.buyers(), money, "");
    line("sellers' surplus", surplus.sellers(), money, "");
    if (surplus.overageBefore() > 0 || surplus.ispMargin() != 0) {
      line(
          "ISP's profit",
          surplus.ispProfit(),
          money,
          "without a market " + Figures.of(surplus.overageBefore()));
    }
  }

  private String offers() {
    return Verdict.counted(result.messages(), "offer");
  }

  private String heading() {
    MarketModel model = result.model();
    return model.name()
        + " · seed "
        + model.seed()
        + mechanism(model)
        + " · "
        + Verdict.counted(model.buyers().size(), "buyer")
        + ", "
        + Verdict.counted(model.sellers().size(), "seller")
        + "\n";
  }

  /** What is not the usual way to trade. */
  private static String mechanism(MarketModel model) {
    return model.design() == PlayedDesign.AUCTIONS ? "" : " · " + model.design().key();
  }

  private String dispersion() {
    return Double.isNaN(measures.priceDispersion())
        ? "nothing is sold"
        : "coefficient of variation " + Figures.ofRounded(measures.priceDispersion());
  }

  private String bids() {
    return Verdict.counted(result.messages(), "bid")
        + " in "
        + (result.replies() == 1 ? "1 reply" : result.replies() + " replies");
  }

  private void line(String name, double value, String unit, String remark) {
    lines.add(
        new String[] {name, Figures.ofRounded(value), Double.isNaN(value) ? "" : unit, remark});
  }

  private String aligned() {
    int[] widths = new int[4];
    for (String[] line : lines) {
      for (int k = 0; k < line.length; k++) {
        widths[k] = Math.max(widths[k], line[k].codePointCount(0, line[k].length()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] line : lines) {
      String row =
          "  "
              + padded(line[0], widths[0], false)
              + "  "
              + padded(line[1], widths[1], true)
              + " "
              + padded(line[2], widths[2], false)
              + "  "
              + line[3];
      text.append(row.stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String padded(String text, int width, boolean right) {
    String space = " ".repeat(width - text.codePointCount(0, text.length()));
    return right ? space + text : text + space;
  }
}
