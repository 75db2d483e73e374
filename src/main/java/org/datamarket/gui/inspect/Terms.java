package org.datamarket.gui.inspect;

import org.datamarket.kind.Kinds;
import org.datamarket.market.Bids;
import org.datamarket.output.Figures;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.RebidRule.Decision;
import org.datamarket.strategy.Reply;
import org.datamarket.strategy.Reply.Outcome;

/** Reasons in words. */
final class Terms {
  private Terms() {}

  /**
   * Why a buyer did what it did, to follow its name.
   *
   * @param live its bids now; a decision against a reply has left them as they were
   */
  static String why(
      Decision decision, BuyerStrategy strategy, Bids live, double epsilon, String currency) {
    Reply reply = decision.reply();
    String name = Kinds.nameOf(strategy);
    String fee = "ε = " + Figures.of(epsilon) + " " + currency;
    if (decision.isOverBudget()) {
      return reply.outcome() == Outcome.BID
          ? "bid anew: its bids had come to cost more than its budget"
          : "withdrew its bids, which had come to cost more than its budget: "
              + reply.outcome().words();
    }
    if (decision.accepted()) {
      String gained = Figures.of(decision.gain()) + " " + currency + " > " + fee;
      return reply.outcome() == Outcome.BID
          ? "bid anew: the best " + name + " reply gained " + gained
          : "withdrew its bids: " + reply.outcome().words() + ", and to bid nothing gained " + gained;
    }
    String stayed = live.isEmpty() ? "stayed out: " : "kept its bids: ";
    if (reply.outcome() != Outcome.BID) {
      return stayed
          + reply.outcome().words()
          + (live.isEmpty()
              ? ""
              : ", and to bid nothing would " + effect(decision.gain(), fee, currency));
    }
    if (!decision.isReplyPayable()) {
      return stayed + "the best " + name + " reply would cost more than its budget";
    }
    return reply.bids().equals(live)
        ? stayed + "they still are the best " + name + " reply, which would gain nothing"
        : stayed + "the best " + name + " reply would " + effect(decision.gain(), fee, currency);
  }

  private static String effect(double gain, String fee, String currency) {
    return gain < 0
        ? "lose " + Figures.of(-gain) + " " + currency
        : "gain " + Figures.of(gain) + " " + currency + " ≤ " + fee;
  }
}
