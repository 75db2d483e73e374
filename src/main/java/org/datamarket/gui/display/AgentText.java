package org.datamarket.gui.display;

import org.datamarket.analysis.BuyerAccount;
import org.datamarket.output.Figures;

/** How an agent fares, in a few lines of HTML: what is read when the pointer rests on it. */
public final class AgentText {
  private AgentText() {}

  /** A buyer. */
  public static String ofBuyer(Snapshot market, int buyer) {
    BuyerAccount account = market.account(buyer);
    String demand = Figures.of(market.model().buyers().get(buyer).valuation().demand());
    if (market.isClearedOnce()) {
      return ofServed(market, account, demand);
    }
    if (account.bids().isEmpty()) {
      return "wants %s GB, has opted out entirely<br>%s".formatted(demand, gain(market, account));
    }
    return "%s<br>%s at %s%s %s/GB<br>%s"
        .formatted(
            has(market, account, demand),
            Counts.of(account.bids().size(), "bid"),
            account.bids().size() == 1 ? "" : "up to ",
            Figures.of(account.bids().highestPrice()),
            market.model().currency(),
            gain(market, account));
  }

  private static String has(Snapshot market, BuyerAccount account, String demand) {
    String money = market.model().currency();
    return "%s of %s GB for %s %s, utility %s %s"
        .formatted(
            Figures.of(account.allocation()),
            demand,
            Figures.of(account.cost()),
            money,
            Figures.of(account.utility()),
            money);
  }

  /** Where a mechanism clears the market once. */
  private static String ofServed(Snapshot market, BuyerAccount account, String demand) {
    if (account.bids().isEmpty()) {
      return market.round() == 0
          ? "wants %s GB".formatted(demand)
          : "wants %s GB, gets nothing".formatted(demand);
    }
    String has =
        market.isPaid()
            ? has(market, account, demand)
            : "%s of %s GB; nobody pays".formatted(Figures.of(account.allocation()), demand);
    return "%s<br>from %s, %s %s %s/GB"
        .formatted(
            has,
            Counts.of(account.bids().size(), "seller"),
            market.isPaid() ? "at" : "facing",
            Figures.of(account.bids().highestPrice()),
            market.model().currency());
  }

  private static String gain(Snapshot market, BuyerAccount account) {
    double gain = account.nashGap();
    double epsilon = market.model().epsilon();
    if (Double.isNaN(gain)) {
      return "what it could gain is not defined";
    }
    String multiple = epsilon > 0 ? " = %s ε".formatted(Figures.of(gain / epsilon)) : "";
    return "could gain %s %s%s by any bids"
        .formatted(Figures.of(gain), market.model().currency(), multiple);
  }

  /** A seller. */
  public static String ofSeller(Snapshot market, int seller) {
    return "%s of %s GB sold, reserve %s %s/GB"
        .formatted(
            Figures.of(market.sold(seller)),
            Figures.of(market.model().sellers().get(seller).quantity()),
            Figures.of(market.reserve(seller)),
            market.model().currency());
  }
}
