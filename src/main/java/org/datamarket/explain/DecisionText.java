package org.datamarket.explain;

import org.datamarket.kind.Kinds;
import org.datamarket.market.Bids;
import org.datamarket.output.Figures;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.RebidRule.Decision;
import org.datamarket.strategy.Reply;
import org.datamarket.strategy.Reply.Outcome;

/** Reasons in words. */
final class DecisionText {
  private DecisionText() {}

  /**
   * Why a buyer did what it did, to follow its name.
   *
   * @param live its bids now; a decision against a reply has left them as they were
   */
  static String why(
      Decision decision, BuyerStrategy strategy, Bids live, double epsilon, String currency) {
    Reply reply = decision.reply();
    boolean bids = reply.outcome() == Outcome.BID;
    String fee = "ε = %s %s".formatted(Figures.of(epsilon), currency);
    if (decision.isOverBudget()) {
      return bids
          ? "bid anew: its bids had come to cost more than its budget"
          : "withdrew its bids, which had come to cost more than its budget: "
              + reply.outcome().words();
    }
    String best = "the best %s reply".formatted(Kinds.nameOf(strategy));
    if (decision.accepted()) {
      String gained = "%s %s > %s".formatted(Figures.of(decision.gain()), currency, fee);
      return bids
          ? "bid anew: %s gained %s".formatted(best, gained)
          : "withdrew its bids: %s, and to bid nothing gained %s"
              .formatted(reply.outcome().words(), gained);
    }
    String effect = effect(decision.gain(), fee, currency);
    return "%s: %s"
        .formatted(
            live.isEmpty() ? "stayed out" : "kept its bids", refusal(decision, best, live, effect));
  }

  /** Why the bids stayed as they were. */
  private static String refusal(Decision decision, String best, Bids live, String effect) {
    Reply reply = decision.reply();
    if (reply.outcome() != Outcome.BID) {
      return live.isEmpty()
          ? reply.outcome().words()
          : "%s, and to bid nothing would %s".formatted(reply.outcome().words(), effect);
    }
    if (!decision.isReplyPayable()) {
      return "%s would cost more than its budget".formatted(best);
    }
    return reply.bids().equals(live)
        ? "they still are %s, which would gain nothing".formatted(best)
        : "%s would %s".formatted(best, effect);
  }

  private static String effect(double gain, String fee, String currency) {
    return gain < 0
        ? "lose %s %s".formatted(Figures.of(-gain), currency)
        : "gain %s %s ≤ %s".formatted(Figures.of(gain), currency, fee);
  }
}
