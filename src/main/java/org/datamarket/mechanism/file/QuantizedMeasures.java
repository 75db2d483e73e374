package org.datamarket.mechanism.file;

import org.datamarket.analysis.NashGap;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Clearing;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.mechanism.Population;
import org.datamarket.mechanism.Setting;
import org.datamarket.mechanism.quantized.Profile;
import org.datamarket.mechanism.quantized.QuantizedMarket;
import org.datamarket.strategy.BuyerTerms;

/**
 * What a profile is worth, for a rest on a grid need be neither efficient nor near a Nash
 * equilibrium (docs/mechanisms.md §7).
 *
 * @param asked Σ q_i, GB; it may be many times what there is
 * @param sold Σ a_i, GB
 * @param welfare Σ θ_i(a_i) − r · sold, $
 * @param optimum the most that welfare can be, $
 * @param efficiency welfare / optimum; NaN when the optimum is 0
 * @param nashGap the most that a buyer could gain by any bid at any price, $
 */
public record QuantizedMeasures(
    double asked, double sold, double welfare, double optimum, double efficiency, double nashGap) {

  /** Measures a profile. */
  public static QuantizedMeasures of(QuantizedMarket market, Profile profile) {
    Clearing clearing = market.clearing(profile);
    Auction all = market.auction(profile);
    double welfare = -market.grid().reserve() * clearing.sold();
    double gap = 0;
    for (int i = 0; i < market.valuations().size(); i++) {
      Valuation valuation = market.valuations().get(i);
      double worth = valuation.value(clearing.allocation()[i]);
      welfare += worth;
      Auction rivals = all.without(i, market.bid(profile, i));
      BuyerView view = new BuyerView(new int[] {0}, new Auction[] {rivals}, Bids.NONE);
      BuyerTerms terms = new BuyerTerms(valuation, Double.POSITIVE_INFINITY, 0);
      gap = Math.max(gap, NashGap.of(terms, view, worth - clearing.cost()[i]));
    }
    double optimum = optimum(market);
    return new QuantizedMeasures(
        profile.quantities().stream().mapToDouble(Double::doubleValue).sum(),
        clearing.sold(),
        welfare,
        optimum,
        optimum == 0 ? Double.NaN : welfare / optimum,
        gap);
  }

  private static double optimum(QuantizedMarket market) {
    int buyers = market.valuations().size();
    double[] budgets = new double[buyers];
    double[] quantities = {market.supply()};
    double[] reserves = {market.grid().reserve()};
    return Setting.of(
            new Population(
                market.valuations(), budgets, quantities, reserves, Reach.full(buyers, 1)))
        .optimum();
  }
}
