package org.datamarket.gui.turn;

import java.util.Optional;
import org.datamarket.explain.BuyerInsight;
import org.datamarket.market.BuyerView;
import org.datamarket.model.Activation;
import org.datamarket.output.Figures;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;

/**
 * Where playing turn by turn has stopped.
 *
 * @param place the round and the turn in it
 * @param event what has happened that was waited for, in a sentence; empty for a turn as such
 * @param buyer what people call the buyer that moved, or that was waited for
 * @param deed what it did and why, or would do, to follow its name
 * @param insight what it saw at its turn, or sees
 * @param moved whether it is about a turn that the buyer has had
 * @param effect when its bids reach the market; empty if they stand at once or there are none
 */
public record TurnReport(
    String place,
    String event,
    String buyer,
    String deed,
    BuyerInsight insight,
    boolean moved,
    String effect) {

  /**
   * A turn that is being taken.
   *
   * @param seen what the buyer saw
   * @param truth its part of the market as it stood
   * @param decidedBefore its decision at the turn before
   */
  record Taken(Buyer buyer, BuyerView seen, BuyerView truth, Optional<?> decidedBefore) {
    static Taken of(DataMarket market, Buyer buyer) {
      return new Taken(
          buyer,
          market.seenBy(buyer.number()),
          market.market().view(buyer.number()),
          buyer.lastDecision());
    }

    /** Whether the buyer had news, and so weighed a reply. */
    private boolean hasActed() {
      return buyer.lastDecision().isPresent()
          && (decidedBefore.isEmpty() || decidedBefore.get() != buyer.lastDecision().get());
    }
  }

  /** The report on a turn that has been taken; call it inside the schedule's lock. */
  static TurnReport of(DataMarket market, String place, String event, Taken turn) {
    Buyer buyer = turn.buyer();
    BuyerInsight insight = BuyerInsight.of(market, buyer, turn.seen(), turn.truth());
    boolean bids = turn.hasActed() && insight.now().accepted();
    return new TurnReport(
        place,
        event,
        buyer.toString(),
        turn.hasActed() ? insight.lastDecision() : "had no news, and did nothing",
        insight,
        true,
        bids ? effect(market.model().activation()) : "");
  }

  /** The report on a buyer as it stands; call it inside the schedule's lock. */
  static TurnReport of(DataMarket market, String place, String event, Buyer buyer) {
    BuyerInsight insight = BuyerInsight.of(market, buyer);
    return new TurnReport(
        place, event, buyer.toString(), insight.nextDecision(), insight, false, "");
  }

  /** The round and the turn that a market stands at. */
  public static String place(DataMarket market) {
    if (market.turnsTaken() > 0) {
      return "Round %s, turn %s of %s"
          .formatted(market.monitor().round() + 1, market.turnsTaken(), market.buyers().size());
    }
    return market.model().activation() instanceof Activation.Asynchronous
        ? "Round %s, time %s"
            .formatted(market.monitor().round() + 1, Figures.of(Math.max(0, market.now())))
        : "The end of round " + market.monitor().round();
  }

  private static String effect(Activation activation) {
    if (activation instanceof Activation.Simultaneous) {
      return "Its bids enter the market when all buyers have had their turns.";
    }
    return activation.hasDelays() ? "Its bids are on their way to the sellers." : "";
  }

  /** The whole in a line. */
  public String text() {
    return "%s: %s%s %s".formatted(place, event.isEmpty() ? "" : event + " ", buyer, deed);
  }
}
