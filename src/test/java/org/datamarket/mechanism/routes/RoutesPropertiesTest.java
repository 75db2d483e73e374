package org.datamarket.mechanism.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.datamarket.Cases;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.naive.Ties;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.Reply;
import org.datamarket.strategy.TruthfulSingle;
import org.junit.jupiter.api.Test;

/** What is known of routes: where they are single auctions, Semret's lemma, bounds on prices. */
class RoutesPropertiesTest {
  private static final long SEED = 20_261_130;

  private static BuyerView view(Auction... rivals) {
    int[] resources = new int[rivals.length];
    for (int k = 0; k < resources.length; k++) {
      resources[k] = k;
    }
    return new BuyerView(resources, rivals, Bids.NONE);
  }

  @Test
  void routeOfOneResource_isRepliedToAsOneSellerIs() {
    SplittableRandom random = new SplittableRandom(SEED);
    int bidding = 0;
    for (int k = 0; k < Cases.of(3_000); k++) {
      NaiveRoutes naive = RandomRoutes.withBids(random, 1, 6);
      RoutesMarket market = RandomRoutes.market(naive);
      Market state = RandomRoutes.state(naive);
      for (int i = 0; i < state.buyers(); i++) {
        BuyerView view = state.view(i);
        Valuation valuation = market.valuations().get(i);
        Reply single =
            new TruthfulSingle()
                .reply(new BuyerTerms(valuation, Double.POSITIVE_INFINITY, naive.epsilon), view);
        RouteReply reply = market.reply(i, view);
        double rounding = 1e-12 * valuation.demand();
        assertThat(reply.desired()).isCloseTo(single.desiredTotal(), within(rounding));
        assertThat(reply.total()).isCloseTo(single.bidTotal(), within(rounding));
        assertThat(reply.bids().isEmpty()).isEqualTo(single.bids().isEmpty());
        if (!single.bids().isEmpty()) {
          double price = single.price();
          assertThat(reply.bids().bid(0).price()).isCloseTo(price, within(1e-9 * price));
          bidding++;
        }
      }
    }
    assertThat(bidding).isGreaterThan(Cases.of(3_000));
  }

  /** A seller and an ISP that has more than all ask for: one seller with the ISP's price on top. */
  @Test
  void ispThatNeverBinds_isAHigherReserve() {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    int bidding = 0;
    for (int k = 0; k < Cases.of(3_000); k++) {
      double quantity = (1 + random.nextInt(80)) / 8.0;
      double reserve = random.nextInt(16) / 8.0;
      double ispReserve = random.nextInt(16) / 8.0;
      Auction seller = Auction.of(quantity, reserve, TieRule.PROPORTIONAL);
      Auction isp = Auction.of(1_000, ispReserve, TieRule.PROPORTIONAL);
      Auction raised = Auction.of(quantity, reserve + ispReserve, TieRule.PROPORTIONAL);
      for (int i = random.nextInt(6); i > 0; i--) {
        Bid bid = new Bid((1 + random.nextInt(40)) / 8.0, random.nextInt(64) / 8.0);
        seller = seller.with(i, bid);
        isp = isp.with(i, new Bid(bid.quantity(), random.nextInt(64) / 8.0));
        raised = raised.with(i, new Bid(bid.quantity(), bid.price() + ispReserve));
      }
      Valuation valuation =
          new Parabolic((1 + random.nextInt(80)) / 8.0, Math.scalb(1.0, random.nextInt(4) - 2));
      double epsilon = (1 + random.nextInt(8)) / 16.0;
      RouteReply pair = RouteReply.of(valuation, epsilon, view(seller, isp), RoutePrice.RESIDUAL);
      RouteReply one = RouteReply.of(valuation, epsilon, view(raised), RoutePrice.MARGINAL);
      assertThat(pair.desired()).isCloseTo(one.desired(), within(1e-12));
      assertThat(pair.total()).isCloseTo(one.total(), within(1e-12));
      assertThat(pair.supremum()).isCloseTo(one.supremum(), within(1e-9));
      if (!one.bids().isEmpty()) {
        double price = one.bids().bid(0).price() - ispReserve;
        assertThat(pair.bids().bid(0).price()).isCloseTo(price, within(1e-9));
        bidding++;
      }
    }
    assertThat(bidding).isGreaterThan(Cases.of(1_000));
  }

  /** Asking at every resource for what one gets everywhere gets that, and costs no more. */
  @Test
  void semretsLemma_holdsUnderStrictTies() {
    SplittableRandom random = new SplittableRandom(SEED + 2);
    int wasted = 0;
    for (int k = 0; k < Cases.of(4_000); k++) {
      NaiveRoutes naive = RandomRoutes.withBids(random, 4, 5).withStrictTies();
      RoutesMarket market = RandomRoutes.market(naive);
      Market state = RandomRoutes.state(naive);
      for (int i = 0; i < state.buyers(); i++) {
        BuyerView view = state.view(i);
        Valuation valuation = market.valuations().get(i);
        double got = RouteReply.delivered(view, view.own());
        Bids consistent = RouteReply.consistent(view.own(), got);
        double dollars = valuation.value(valuation.demand()) + view.cost(view.own());
        assertThat(RouteReply.delivered(view, consistent)).isEqualTo(got);
        assertThat(RouteReply.utility(valuation, view, consistent))
            .isGreaterThanOrEqualTo(
                RouteReply.utility(valuation, view, view.own()) - 1e-12 * dollars);
        wasted += got > 0 && view.allocation(view.own()) > got * view.own().size() ? 1 : 0;
      }
    }
    assertThat(wasted).isGreaterThan(Cases.of(100));
  }

  /** A bid of the least total that wins everywhere wins it: each price is above the market's. */
  @Test
  void replies_winWhatTheyAskForEverywhere() {
    SplittableRandom random = new SplittableRandom(SEED + 3);
    int shaded = 0;
    for (int k = 0; k < Cases.of(3_000); k++) {
      NaiveRoutes naive = RandomRoutes.withBids(random, 4, 5);
      RoutesMarket market = RandomRoutes.market(naive);
      Market state = RandomRoutes.state(naive);
      for (int i = 0; i < state.buyers(); i++) {
        BuyerView view = state.view(i);
        RouteReply reply = market.reply(i, view);
        Valuation valuation = market.valuations().get(i);
        boolean isAbove =
            naive.ties == Ties.PROPORTIONAL
                && reply.total() > 0
                && naive.totalPrice(i, reply.total())
                    < valuation.marginal(reply.total()) * (1 - 1e-9);
        if (isAbove) {
          double got = RouteReply.delivered(view, reply.bids());
          assertThat(got).isCloseTo(reply.total(), within(1e-9 * reply.total()));
          double utility = RouteReply.utility(valuation, view, reply.bids());
          double dollars = valuation.value(valuation.demand());
          assertThat(utility)
              .isGreaterThanOrEqualTo(reply.supremum() - naive.epsilon - 1e-9 * dollars);
          shaded++;
        }
      }
    }
    assertThat(shaded).isGreaterThan(Cases.of(1_000));
  }

  @Test
  void buyersWithoutARoute_getNothing() {
    RoutesMarket market =
        new RoutesMarket(
            List.of(Auction.of(1, 0, TieRule.PROPORTIONAL)),
            List.of(new Parabolic(1, 1)),
            Reach.of(new int[][] {{}}, 1),
            0.1,
            RoutePrice.MARGINAL);
    RoutesPlay play = RoutesPlay.of(market, 5);
    assertThat(play.status()).isEqualTo("converged");
    assertThat(play.rounds()).isEqualTo(1);
    assertThat(RoutesState.of(market, play.end()).welfare()).isZero();
    assertThat(market.optimum().welfare()).isZero();
  }

  @Test
  void sizesThatDoNotMatch_areRefused() {
    Reach routes = Reach.of(new int[][] {{0}}, 1);
    List<Auction> resources = List.of(Auction.of(1, 0, TieRule.PROPORTIONAL));
    List<Valuation> buyers = List.of(new Parabolic(1, 1));
    assertThatThrownBy(() -> new RoutesMarket(resources, List.of(), routes, 1, RoutePrice.MARGINAL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RoutesMarket(List.of(), buyers, routes, 1, RoutePrice.MARGINAL))
        .isInstanceOf(IllegalArgumentException.class);
    for (double epsilon : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(
              () -> new RoutesMarket(resources, buyers, routes, epsilon, RoutePrice.MARGINAL))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
