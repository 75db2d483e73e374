package org.datamarket.gui.display;

import org.datamarket.analysis.RoundMeasures;
import org.datamarket.analysis.Status;
import org.datamarket.output.Figures;

/** How a run stands, in a line. */
public final class StatusText {
  private StatusText() {}

  /** While the run goes on, and until its verdict is known. */
  public static String of(Snapshot market) {
    if (market.round() == 0) {
      return market.isClearedOnce()
          ? "Before the market is cleared, once, by %s".formatted(market.model().design().key())
          : "Before the first round";
    }
    String money = market.model().currency();
    RoundMeasures last = market.measures();
    String gap =
        Double.isNaN(last.nashGap())
            ? ""
            : "; any one buyer could gain up to %s %s, ε = %s %s"
                .formatted(
                    Figures.of(last.nashGap()), money, Figures.of(market.model().epsilon()), money);
    String over =
        last.overBudget() == 0
            ? ""
            : "; %s over budget".formatted(Counts.of(last.overBudget(), "buyer"));
    if (market.status() == Status.CLEARED) {
      return "%s, without rounds%s. %s".formatted(end(market), over, deliveries(market));
    }
    return "%s: %s bid again%s%s"
        .formatted(end(market), Counts.of(last.messages(), "buyer"), over, gap);
  }

  /** What the lines are where a mechanism has cleared the market once, a sentence. */
  public static String deliveries(Snapshot market) {
    if (market.liveBids() == 0) {
      return "Nothing is delivered";
    }
    return market.isPaid()
        ? "Lines are deliveries, their colour is what is paid for a unit"
        : "Lines are deliveries; nobody pays, their colour is the price faced";
  }

  /** How it ended, or the round it is in. */
  public static String end(Snapshot market) {
    return switch (market.status()) {
      case RUNNING -> "Round " + Counts.of(market.round());
      case CONVERGED -> "Converged after " + Counts.of(market.round(), "round");
      case CLEARED -> "Cleared once by " + market.model().design().key();
      case CYCLE -> "In a cycle of " + Counts.of(market.period(), "round");
      case ROUND_LIMIT -> "At the limit of " + Counts.of(market.round(), "round");
    };
  }
}
