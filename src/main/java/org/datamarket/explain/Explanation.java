package org.datamarket.explain;

import org.datamarket.analysis.Status;
import org.datamarket.model.MarketModel;
import org.datamarket.simulation.DataMarket;

/**
 * Why a buyer bids what it bids, at a moment of a run.
 *
 * @param model the model's name
 * @param seed of the run
 * @param round the round that has ended
 * @param status how the run stands then
 * @param insight of the buyer, with the market as it stands
 */
public record Explanation(String model, long seed, int round, Status status, BuyerInsight insight) {

  /**
   * Explains a buyer as the market stands, between two rounds.
   *
   * @param buyer the buyer's number
   */
  public static Explanation of(DataMarket market, int buyer) {
    MarketModel model = market.model();
    return new Explanation(
        model.name(),
        model.seed(),
        market.monitor().round(),
        market.status(),
        BuyerInsight.of(market, market.buyers().get(buyer)));
  }
}
