package org.datamarket.analysis.claims;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * A claim under a further hypothesis: one with which it has never been refuted, so that where it
 * fails otherwise says what it takes; or one without which it rarely fails.
 *
 * @param claim the claim as it was made
 * @param condition what is taken for granted besides
 */
public record Within(BuyerClaim claim, Condition condition) implements BuyerClaim {

  /** What may be taken for granted. */
  public enum Condition {
    /** No rival bids the price of the reply. */
    REPLY_UNTIED("untied", "no rival within reach bids the reply's price", Within::isReplyUntied),
    /** No rival bids the price of the live bids. */
    BIDS_UNTIED("untied", "no rival within reach bids its price", Within::areBidsUntied),
    /** The same, and the buyer sees one seller. */
    ONE_SELLER_UNTIED(
        "single",
        "it sees one seller, where no rival bids its price",
        buyer -> buyer.view().size() == 1 && areBidsUntied(buyer)),
    /** The reply asks for less than is there, to bid a higher price. */
    SHADED("shaded", "the reply is shaded", Within::isShaded),
    /** The same, and the buyer sees one seller. */
    ONE_SELLER_SHADED(
        "shaded-single",
        "the reply is shaded, and the buyer sees one seller",
        buyer -> buyer.view().size() == 1 && isShaded(buyer)),
    /** The buyer sees several sellers. */
    SEVERAL_SELLERS("several", "it sees several sellers", buyer -> buyer.view().size() > 1),
    /** Some rival bids the price of the reply. */
    REPLY_TIED("tied", "a rival within reach bids the reply's price", Within::isReplyTied),
    /** Some rival bids the price of the live bids. */
    BIDS_TIED("tied", "a rival within reach bids its price", Within::areBidsTied);

    private final String suffix;
    private final String words;
    private final Predicate<Situation> holds;

    Condition(String suffix, String words, Predicate<Situation> holds) {
      this.suffix = suffix;
      this.words = words;
      this.holds = holds;
    }

    /** What is taken for granted, in words. */
    public String words() {
      return words;
    }
  }

  private static boolean isReplyUntied(Situation buyer) {
    return !isReplyTied(buyer);
  }

  private static boolean areBidsUntied(Situation buyer) {
    return !Double.isNaN(buyer.price()) && !buyer.hasRivalAt(buyer.price());
  }

  private static boolean isReplyTied(Situation buyer) {
    return !buyer.reply().bids().isEmpty() && buyer.hasRivalAt(buyer.reply().price());
  }

  private static boolean areBidsTied(Situation buyer) {
    return !Double.isNaN(buyer.price()) && buyer.hasRivalAt(buyer.price());
  }

  private static boolean isShaded(Situation buyer) {
    return buyer.reply().bidTotal() < buyer.reply().desiredTotal()
        && buyer.reply().price() > buyer.valuation().marginal(buyer.reply().desiredTotal());
  }

  @Override
  public String id() {
    return "%s-%s".formatted(claim.id(), condition.suffix);
  }

  @Override
  public String statement() {
    return claim.statement();
  }

  @Override
  public About about() {
    About about = claim.about();
    String hypothesis =
        Optional.of(about.hypothesis())
            .filter(words -> !words.isEmpty())
            .map(words -> "%s, %s".formatted(words, condition.words))
            .orElse(condition.words);
    return new About(about.source(), hypothesis, about.decision(), about.unit(), about.cheap());
  }

  @Override
  public double violation(Situation buyer) {
    return condition.holds.test(buyer) ? claim.violation(buyer) : Double.NaN;
  }

  @Override
  public String evidence(Situation buyer) {
    return claim.evidence(buyer);
  }
}
