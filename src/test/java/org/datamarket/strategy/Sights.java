package org.datamarket.strategy;

import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.TieRule;
import org.datamarket.naive.NaiveAuction;
import org.datamarket.naive.NaiveFew;
import org.datamarket.naive.NaiveStrategies;
import org.datamarket.naive.Ties;

/** What a buyer sees, as the production code and as the naive code has it. */
public final class Sights {
  private Sights() {}

  static BuyerView view(RandomViews.Sight sight) {
    int[] reach = sight.reach();
    Auction[] rivals = new Auction[reach.length];
    Bid[] own = new Bid[reach.length];
    for (int place = 0; place < reach.length; place++) {
      int j = reach[place];
      rivals[place] = Auction.of(sight.offered()[j], sight.reserves()[j], TieRule.PROPORTIONAL);
      for (int k = 0; k < sight.buyer(); k++) {
        rivals[place] =
            rivals[place].with(k, new Bid(sight.quantities()[j][k], sight.prices()[j][k]));
      }
      own[place] = new Bid(sight.quantities()[j][sight.buyer()], sight.prices()[j][sight.buyer()]);
    }
    return new BuyerView(reach, rivals, Bids.of(reach, own));
  }

  /** All auctions with all bids, the buyer's own among them. */
  public static NaiveAuction[] auctions(RandomViews.Sight sight) {
    NaiveAuction[] auctions = new NaiveAuction[sight.offered().length];
    for (int j = 0; j < auctions.length; j++) {
      auctions[j] =
          new NaiveAuction(
              sight.offered()[j],
              sight.reserves()[j],
              sight.quantities()[j],
              sight.prices()[j],
              Ties.PROPORTIONAL);
    }
    return auctions;
  }

  static NaiveStrategies.Reply naiveReply(NaiveStrategies.Rule rule, RandomViews.Sight sight) {
    return NaiveStrategies.reply(
        rule,
        sight.naive(),
        sight.budget(),
        sight.epsilon(),
        auctions(sight),
        sight.reach(),
        sight.buyer());
  }

  static NaiveFew.Reply naiveReply(Few few, RandomViews.Sight sight) {
    return NaiveFew.reply(
        few.slack(),
        NaiveStrategies.Shading.valueOf(few.shading().name()),
        sight.naive(),
        sight.budget(),
        sight.epsilon(),
        auctions(sight),
        sight.reach(),
        sight.buyer());
  }
}
