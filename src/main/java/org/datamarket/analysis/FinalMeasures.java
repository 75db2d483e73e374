package org.datamarket.analysis;

import java.util.Arrays;
import java.util.List;
import org.datamarket.analysis.fairness.Envy;
import org.datamarket.analysis.fairness.Jain;
import org.datamarket.market.Auction;
import org.datamarket.market.Market;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.mechanism.Surplus;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;

/** The measures of a market as it stands (docs/model.md §7). */
public final class FinalMeasures {
  private static final double ROUNDING = 1e-12;

  private final MarketModel model;
  private final Market market;
  private final Ledger ledger;
  private final List<Valuation> valuations;
  private final double[] allocations;

  private FinalMeasures(MarketModel model, Market market, Ledger ledger) {
    this.model = model;
    this.market = market;
    this.ledger = ledger;
    this.valuations = model.buyers().stream().map(BuyerSpec::valuation).toList();
    this.allocations = new double[ledger.buyers()];
    Arrays.setAll(allocations, i -> ledger.account(i).allocation());
  }

  /**
   * The measures.
   *
   * @param ledger up to date
   * @param optimum the planner's optimum, $
   * @param restrictedGap the largest gain by a buyer's own strategy, $
   */
  public static Measures of(
      MarketModel model, Market market, Ledger ledger, double optimum, double restrictedGap) {
    return new FinalMeasures(model, market, ledger).measure(optimum, restrictedGap);
  }

  private Measures measure(double optimum, double restrictedGap) {
    double welfare = ledger.welfare();
    double sold = ledger.sold();
    boolean anySold = sold > 0;
    return new Measures(
        welfare,
        optimum,
        optimum == 0 ? Double.NaN : welfare / optimum,
        ledger.nashGap(),
        restrictedGap,
        ledger.revenue(),
        model.sellers().stream().mapToDouble(SellerSpec::quantity).sum(),
        sold,
        unmetDemand(),
        anySold ? ledger.revenue() / sold : Double.NaN,
        ledger.priceDispersion(),
        anySold ? meanClearing(sold) : Double.NaN,
        Jain.index(valuations, allocations),
        envy(),
        poolSizeMean(),
        ispPurchases(),
        ledger.overBudget(),
        surplus());
  }

  /** Σ min(d_i, θ_i′⁻¹(price bid)) − a_i over the buyers that bid. */
  private double unmetDemand() {
    double unmet = 0;
    for (int i = 0; i < ledger.buyers(); i++) {
      BuyerAccount account = ledger.account(i);
      if (!account.bids().isEmpty()) {
        double wanted = valuations.get(i).demandAt(account.bids().highestPrice());
        unmet += Math.max(0, wanted - account.allocation());
      }
    }
    return unmet;
  }

  private double meanClearing(double sold) {
    double weighted = 0;
    for (int j = 0; j < market.sellers(); j++) {
      if (ledger.sold(j) > 0) {
        weighted += ledger.sold(j) * clearing(market.auction(j));
      }
    }
    return weighted / sold;
  }

  /**
   * A seller's clearing price: the lowest price that still got something, its reserve if unsold
   * supply is left, $/GB; NaN when it sold nothing.
   */
  public static double clearing(Auction auction) {
    double sold = auction.sold();
    if (sold == 0) {
      return Double.NaN;
    }
    if (sold < auction.quantity() * (1 - ROUNDING)) {
      return auction.reserve();
    }
    double lowest = Double.NaN;
    for (Auction.Award award : auction.awards()) {
      if (award.allocation() > ROUNDING * auction.quantity()) {
        lowest = award.bid().price();
      }
    }
    return lowest;
  }

  /** The ISP keeps nothing of what is paid in auctions. */
  private Surplus surplus() {
    double[] sold = new double[market.sellers()];
    Arrays.setAll(sold, ledger::sold);
    return Surplus.of(model.population(), allocations, sold, ledger.revenue(), 0);
  }

  private double envy() {
    double[] costs = new double[ledger.buyers()];
    double[] utilities = new double[ledger.buyers()];
    for (int i = 0; i < ledger.buyers(); i++) {
      BuyerAccount account = ledger.account(i);
      costs[i] = account.cost();
      utilities[i] = account.utility();
    }
    return Envy.largest(valuations, allocations, costs, utilities);
  }

  private double poolSizeMean() {
    int bidders = 0;
    for (int i = 0; i < ledger.buyers(); i++) {
      bidders += ledger.account(i).bids().isEmpty() ? 0 : 1;
    }
    return bidders == 0 ? Double.NaN : (double) ledger.liveBids() / bidders;
  }

  private double ispPurchases() {
    double purchases = 0;
    for (int i = 0; i < ledger.buyers(); i++) {
      if (valuations.get(i) instanceof WithIsp withIsp) {
        purchases += withIsp.purchase(allocations[i]);
      }
    }
    return purchases;
  }
}
