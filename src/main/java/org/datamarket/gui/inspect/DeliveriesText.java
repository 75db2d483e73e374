package org.datamarket.gui.inspect;

import static org.datamarket.io.Html.escape;

import org.datamarket.analysis.SellerAccount;
import org.datamarket.explain.BuyerDeliveries;
import org.datamarket.explain.SellerDeliveries;
import org.datamarket.output.Figures;

/** How a buyer and a seller fare where a mechanism clears the market once, as HTML. */
final class DeliveriesText {
  private DeliveriesText() {}

  /** A buyer. */
  static String of(String name, BuyerDeliveries buyer) {
    String money = " " + escape(buyer.currency());
    String budget =
        Double.isInfinite(buyer.budget())
            ? ""
            : ", has %s%s to pay".formatted(Figures.of(buyer.budget()), money);
    return "<b>%s</b> wants %s GB%s.<br>%s<br>%s"
        .formatted(
            escape(name),
            Figures.of(buyer.demand()),
            budget,
            buyer.cleared() ? has(buyer, money) : "The market has not been cleared yet.",
            once(buyer.mechanism(), "no ranking, no pool and no reply of its own"));
  }

  private static String once(String mechanism, String none) {
    return "The market is cleared once, by %s: there are no auctions, so there is %s."
        .formatted(escape(mechanism), none);
  }

  private static String has(BuyerDeliveries buyer, String money) {
    String price =
        buyer.pays()
            ? " for %s%s".formatted(Figures.of(buyer.account().cost()), money)
            : " and pays nothing, as nobody does";
    String over = buyer.account().overBudget() ? ", <b>more than its budget</b>" : "";
    String isp =
        buyer.ispPurchase() > 0
            ? " It buys %s GB from the ISP besides.".formatted(Figures.of(buyer.ispPurchase()))
            : "";
    return "It has %s GB%s%s.%s All it has is worth %s%s to it%s. Its marginal value there is %s%s/GB."
        .formatted(
            Figures.of(buyer.account().allocation()),
            price,
            over,
            isp,
            Figures.of(buyer.value()),
            money,
            surplus(buyer, money),
            Figures.of(buyer.marginal()),
            money);
  }

  private static String surplus(BuyerDeliveries buyer, String money) {
    String without =
        buyer.valueWithout() == 0
            ? ""
            : " (without a market %s%s)".formatted(Figures.of(buyer.valueWithout()), money);
    return buyer.pays()
        ? ": its surplus is <b>%s%s</b>%s"
            .formatted(Figures.of(buyer.account().utility()), money, without)
        : without;
  }

  /** A seller. */
  static String of(String name, SellerDeliveries seller) {
    String money = " " + escape(seller.currency());
    return "<b>%s</b> offers %s GB; to itself a GB is worth %s%s.<br>%s<br>%s"
        .formatted(
            escape(name),
            Figures.of(seller.quantity()),
            Figures.of(seller.reserve()),
            money,
            seller
                .account()
                .map(account -> sells(seller, account, money))
                .orElse("The market has not been cleared yet."),
            once(seller.mechanism(), "no book of bids"));
  }

  private static String sells(SellerDeliveries seller, SellerAccount account, String money) {
    String price =
        Double.isNaN(account.clearing())
            ? ""
            : " The price of its data is %s%s/GB.".formatted(Figures.of(account.clearing()), money);
    return "It sells %s GB %s.%s"
        .formatted(Figures.of(account.sold()), receives(seller, account, money), price);
  }

  private static String receives(SellerDeliveries seller, SellerAccount account, String money) {
    if (!seller.paid()) {
      return "and receives nothing, as nobody pays";
    }
    if (Double.isNaN(account.revenue())) {
      return "for its share of what buyers pay: the mechanism does not say how large that is";
    }
    return "for %s%s: its surplus is <b>%s%s</b>"
        .formatted(
            Figures.of(account.revenue()),
            money,
            Figures.of(account.revenue() - seller.reserve() * account.sold()),
            money);
  }
}
