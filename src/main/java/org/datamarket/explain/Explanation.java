package org.datamarket.explain;

import org.datamarket.analysis.Status;
import org.datamarket.model.MarketModel;
import org.datamarket.simulation.DataMarket;

/**
 * Why a buyer bids what it bids, at a moment of a run.
 *
 * @param model the model's name
 * @param seed of the run
 * @param round the round that has ended, or the one under way
 * @param beforeTurn whether that round is under way, and the buyer's turn in it about to come
 * @param status how the run stands then
 * @param insight of the buyer, with the market as it stands
 */
public record Explanation(
    String model, long seed, int round, boolean beforeTurn, Status status, BuyerInsight insight) {

  /**
   * Explains a buyer as the market stands, between two rounds.
   *
   * @param buyer the buyer's number
   */
  public static Explanation of(DataMarket market, int buyer) {
    return of(market, buyer, market.monitor().round(), false);
  }

  /**
   * Explains a buyer whose turn it is, before it bids.
   *
   * @param buyer the buyer's number
   */
  public static Explanation beforeTurn(DataMarket market, int buyer) {
    return of(market, buyer, market.monitor().round() + 1, true);
  }

  private static Explanation of(DataMarket market, int buyer, int round, boolean beforeTurn) {
    MarketModel model = market.model();
    return new Explanation(
        model.name(),
        model.seed(),
        round,
        beforeTurn,
        market.status(),
        BuyerInsight.of(market, market.buyers().get(buyer)));
  }

  /** When that is, in words. */
  String moment() {
    return beforeTurn
        ? "before its turn in round %s".formatted(round)
        : "at the end of round %s".formatted(round);
  }
}
