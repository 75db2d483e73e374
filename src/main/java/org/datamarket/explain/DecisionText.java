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
  private final Verbs verbs;
  private final Decision decision;
  private final Reply reply;
  private final Bids live;
  private final String best;
  private final double epsilon;
  private final String currency;

  private DecisionText(
      Verbs verbs,
      Decision decision,
      BuyerStrategy strategy,
      Bids live,
      double epsilon,
      String currency) {
    this.verbs = verbs;
    this.decision = decision;
    this.reply = decision.reply();
    this.live = live;
    this.best = "the best %s reply".formatted(Kinds.nameOf(strategy));
    this.epsilon = epsilon;
    this.currency = currency;
  }

  /** What is told: something that was done, or that would be. */
  private record Verbs(
      String bid, String withdraw, String stayOut, String keep, String gain, String have) {
    static final Verbs DONE =
        new Verbs("bid anew", "withdrew its bids", "stayed out", "kept its bids", "gained", "had");
    static final Verbs WOULD_DO =
        new Verbs(
            "would bid anew",
            "would withdraw its bids",
            "would stay out",
            "would keep its bids",
            "would gain",
            "have");
  }

  /**
   * Why a buyer did what it did, to follow its name.
   *
   * @param live its bids now; a decision against a reply has left them as they were
   */
  static String why(
      Decision decision, BuyerStrategy strategy, Bids live, double epsilon, String currency) {
    return new DecisionText(Verbs.DONE, decision, strategy, live, epsilon, currency).why();
  }

  /**
   * What a buyer would do and why, to follow its name.
   *
   * @param live its bids now
   */
  static String whyItWould(
      Decision decision, BuyerStrategy strategy, Bids live, double epsilon, String currency) {
    return new DecisionText(Verbs.WOULD_DO, decision, strategy, live, epsilon, currency).why();
  }

  private String why() {
    boolean bids = reply.outcome() == Outcome.BID;
    if (decision.isOverBudget()) {
      return bids
          ? "%s: its bids %s come to cost more than its budget".formatted(verbs.bid, verbs.have)
          : "%s, which %s come to cost more than its budget: %s"
              .formatted(verbs.withdraw, verbs.have, reply.outcome().words());
    }
    if (decision.accepted()) {
      String gained =
          "%s %s %s > %s".formatted(verbs.gain, Figures.of(decision.gain()), currency, fee());
      return bids
          ? "%s: %s %s".formatted(verbs.bid, best, gained)
          : "%s: %s, and to bid nothing %s"
              .formatted(verbs.withdraw, reply.outcome().words(), gained);
    }
    return "%s: %s".formatted(live.isEmpty() ? verbs.stayOut : verbs.keep, refusal());
  }

  private String fee() {
    return "ε = %s %s".formatted(Figures.of(epsilon), currency);
  }

  /** Why the bids stay as they are. */
  private String refusal() {
    if (reply.outcome() != Outcome.BID) {
      return live.isEmpty()
          ? reply.outcome().words()
          : "%s, and to bid nothing would %s".formatted(reply.outcome().words(), effect());
    }
    if (!decision.isReplyPayable()) {
      return "%s would cost more than its budget".formatted(best);
    }
    return reply.bids().equals(live)
        ? "they still are %s, which would gain nothing".formatted(best)
        : "%s would %s".formatted(best, effect());
  }

  private String effect() {
    double gain = decision.gain();
    return gain < 0
        ? "lose %s %s".formatted(Figures.of(-gain), currency)
        : "gain %s %s ≤ %s".formatted(Figures.of(gain), currency, fee());
  }
}
