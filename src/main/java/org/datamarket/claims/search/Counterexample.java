package org.datamarket.claims.search;

import java.util.Comparator;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;

/**
 * A small market in which a claim fails.
 *
 * @param question what was asked of it
 * @param model the market, called what its file is called
 */
public record Counterexample(Question question, MarketModel model) {
  static final double USUAL_FEE = 0.1;

  /** What a fee is at most that is not large beside the values of random markets. */
  private static final double SMALL_FEE = 1;

  /**
   * The smaller first: buyers and sellers, then bids; then the usual ε before others, and a small
   * one before a large one; then what there is to read.
   */
  static final Comparator<Counterexample> BY_SIZE =
      Comparator.<Counterexample>comparingInt(Counterexample::traders)
          .thenComparingInt(Counterexample::bids)
          .thenComparing(small -> small.model().epsilon() != USUAL_FEE)
          .thenComparing(small -> small.model().epsilon() > SMALL_FEE)
          .thenComparingInt(small -> ModelText.of(small.model()).length());

  private static final String WITHOUT_TIES = "-no-ties";

  /** What a counterexample to a claim is called, and its file. */
  static String name(Question question) {
    String id = question.claim().id();
    return question.withoutTies() ? id + WITHOUT_TIES : id;
  }

  /** What a counterexample to a claim shows, a line. */
  static String description(Question question) {
    return "Refutes: %s".formatted(question.claim().statement());
  }

  /** How the claim fares there. */
  Finding finding() {
    return question
        .ask(model)
        .orElseThrow(() -> new IllegalStateException("the market does not answer the question"));
  }

  /** By how much the claim fails, in its unit. */
  public double violation() {
    return finding().violation();
  }

  /** How many buyers and sellers there are. */
  public int traders() {
    return model.buyers().size() + model.sellers().size();
  }

  /** How many bids the market begins with. */
  public int bids() {
    return model.buyers().stream().map(BuyerSpec::initialBids).mapToInt(bids -> bids.size()).sum();
  }

  /** The model file, with what there is to know about it. */
  public String text() {
    return CounterexampleText.of(this);
  }
}
