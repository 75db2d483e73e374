package org.datamarket.analysis.supremum;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.analysis.optimum.PlannersOptimum;
import org.datamarket.analysis.supremum.InfluenceSets.Influence;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.Market;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.model.MarketModel;

/**
 * What a planner could make of a part of a market by giving out anew all that the part's sellers
 * have among the part's buyers, who keep what they have from elsewhere; and what the part makes of
 * it now. At the sellers' own reserves and without budgets, as docs/model.md §7 has it for the
 * whole.
 *
 * @param optimum Σ θ_i − Σ r₀ y at best, $
 * @param welfare the same as it stands, $
 */
public record RegionOptimum(double optimum, double welfare) {

  /** The optimum on an influence set. */
  public static RegionOptimum of(MarketModel model, Market market, Influence part) {
    List<Valuation> valuations = new ArrayList<>();
    int[][] sees = new int[part.buyers().size()][];
    double welfare = 0;
    for (int k = 0; k < sees.length; k++) {
      int buyer = part.buyers().get(k);
      double here = 0;
      double elsewhere = 0;
      Bids bids = market.bids(buyer);
      for (int b = 0; b < bids.size(); b++) {
        Auction rivals = market.auction(bids.seller(b)).without(buyer, bids.bid(b));
        double allocation = rivals.allocation(bids.bid(b));
        boolean inside = part.sellers().contains(bids.seller(b));
        here += inside ? allocation : 0;
        elsewhere += inside ? 0 : allocation;
      }
      valuations.add(new Beyond(model.buyers().get(buyer).valuation(), elsewhere));
      welfare += valuations.get(k).value(here);
      sees[k] = places(market.reach(), buyer, part.sellers());
    }
    double[] quantities = new double[part.sellers().size()];
    double[] reserves = new double[quantities.length];
    for (int place = 0; place < quantities.length; place++) {
      int seller = part.sellers().get(place);
      quantities[place] = model.sellers().get(seller).quantity();
      reserves[place] = model.sellers().get(seller).reserve();
      welfare -= reserves[place] * market.auction(seller).sold();
    }
    Reach reach = Reach.of(sees, quantities.length);
    double optimum = PlannersOptimum.of(valuations, quantities, reserves, reach).welfare();
    return new RegionOptimum(optimum, welfare);
  }

  /** The places of the sellers that a buyer sees in a list of sellers. */
  private static int[] places(Reach reach, int buyer, List<Integer> sellers) {
    List<Integer> places = new ArrayList<>();
    for (int k = 0; k < reach.degree(buyer); k++) {
      int place = sellers.indexOf(reach.seller(buyer, k));
      if (place >= 0) {
        places.add(place);
      }
    }
    return places.stream().mapToInt(place -> place).toArray();
  }
}
