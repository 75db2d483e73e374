package org.datamarket.analysis;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.datamarket.market.Auction;
import org.datamarket.market.Market;
import org.datamarket.market.TieRule;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.strategy.BuyerTerms;

/**
 * Every buyer's account, kept up to date: only the accounts of buyers who see an auction that has
 * changed are made anew, and sums are always taken in the order of the numbers, so that the figures
 * are the same however often they were asked for.
 */
public final class Ledger implements Serializable {
  private static final long serialVersionUID = 1;

  private final MarketModel model;
  private final List<BuyerTerms> terms;
  private final Market market;
  private final BuyerAccount[] accounts;
  private final long[] madeAt;
  private final Auction[] soldOf;
  private final double[] sold;
  private Settlement settlement;

  /**
   * A ledger of a market.
   *
   * @param terms one a buyer, in the order of the model
   */
  public Ledger(MarketModel model, List<BuyerTerms> terms, Market market) {
    this.model = model;
    this.terms = List.copyOf(terms);
    this.market = market;
    this.accounts = new BuyerAccount[market.buyers()];
    this.madeAt = new long[market.buyers()];
    Arrays.fill(madeAt, -1);
    this.soldOf = new Auction[market.sellers()];
    this.sold = new double[market.sellers()];
  }

  /** Books what a mechanism that clears once leaves everybody with; nothing changes after. */
  public void settle(Settlement of) {
    settlement = of;
    of.buyers().toArray(accounts);
    Arrays.setAll(sold, j -> of.sellers().get(j).sold());
  }

  /** What a mechanism that clears once has left everybody with, if one has cleared the market. */
  public Optional<Settlement> settlement() {
    return Optional.ofNullable(settlement);
  }

  /** Brings all accounts up to date with the market. */
  public void update() {
    if (settlement != null) {
      return;
    }
    for (int i = 0; i < accounts.length; i++) {
      if (accounts[i] == null || market.changedSince(madeAt[i], i)) {
        accounts[i] = BuyerAccount.of(terms.get(i), market.view(i), model.ties());
      }
      madeAt[i] = market.changes();
    }
    for (int j = 0; j < sold.length; j++) {
      if (soldOf[j] != market.auction(j)) {
        soldOf[j] = market.auction(j);
        sold[j] = soldOf[j].sold();
      }
    }
  }

  /** A buyer's account at the last update. */
  public BuyerAccount account(int buyer) {
    return accounts[buyer];
  }

  /** What a seller had sold at the last update, GB. */
  public double sold(int seller) {
    return sold[seller];
  }

  /** How many buyers there are. */
  public int buyers() {
    return accounts.length;
  }

  /** Σ θ_i(a_i) − Σ r₀ · sold, the welfare at the last update, $. */
  public double welfare() {
    double welfare = 0;
    for (int i = 0; i < accounts.length; i++) {
      welfare += terms.get(i).valuation().value(accounts[i].allocation());
    }
    for (int j = 0; j < sold.length; j++) {
      SellerSpec seller = model.sellers().get(j);
      welfare -= seller.reserve() * sold[j];
    }
    return welfare;
  }

  /** What sellers receive, $: in auctions Σ costs. */
  public double revenue() {
    if (settlement != null) {
      return settlement.measures().revenue();
    }
    double revenue = 0;
    for (BuyerAccount account : accounts) {
      revenue += account.cost();
    }
    return revenue;
  }

  /** Σ sold, GB. */
  public double sold() {
    double sum = 0;
    for (double quantity : sold) {
      sum += quantity;
    }
    return sum;
  }

  /**
   * The most that any one buyer within its budget could gain by any bids, $; NaN under strict ties,
   * and where there are no bids.
   */
  public double nashGap() {
    double gap = model.ties() == TieRule.STRICT || settlement != null ? Double.NaN : 0;
    for (BuyerAccount account : accounts) {
      gap = account.overBudget() ? gap : Math.max(gap, account.nashGap());
    }
    return gap;
  }

  /** How many buyers pay more than their budgets. */
  public int overBudget() {
    int over = 0;
    for (BuyerAccount account : accounts) {
      over += account.overBudget() ? 1 : 0;
    }
    return over;
  }

  /** Live bids in all. */
  public int liveBids() {
    int live = 0;
    for (BuyerAccount account : accounts) {
      live += account.bids().size();
    }
    return live;
  }

  /** The utilities of all buyers, ascending, $. */
  public double[] sortedUtilities() {
    return Arrays.stream(accounts).mapToDouble(BuyerAccount::utility).sorted().toArray();
  }

  /**
   * The coefficient of variation of the unit prices paid, over the positive allocations, weighted
   * by quantity; NaN when nothing is sold.
   */
  public double priceDispersion() {
    double quantity = 0;
    double money = 0;
    for (BuyerAccount account : accounts) {
      quantity += account.allocation();
      money += account.cost();
    }
    if (quantity == 0) {
      return Double.NaN;
    }
    double mean = money / quantity;
    double squares = 0;
    for (BuyerAccount account : accounts) {
      for (int k = 0; k < account.allocations().length; k++) {
        double allocation = account.allocations()[k];
        if (allocation > 0) {
          double deviation = account.costs()[k] / allocation - mean;
          squares += allocation * deviation * deviation;
        }
      }
    }
    return mean == 0 ? 0 : Math.sqrt(squares / quantity) / mean;
  }
}
