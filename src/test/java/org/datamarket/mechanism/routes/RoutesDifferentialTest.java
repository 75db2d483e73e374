package org.datamarket.mechanism.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.datamarket.Cases;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;
import org.datamarket.market.Valuation;
import org.datamarket.naive.Bid;
import org.datamarket.naive.Ties;
import org.junit.jupiter.api.Test;

/** Replies, measures and plays, against the definition. */
class RoutesDifferentialTest {
  private static final long SEED = 20_261_129;
  private static final int MARKETS = 4_000;
  private static final int PLAYS = 600;

  private static void assertNear(double actual, double expected, double scale, String what) {
    assertThat(actual).as(what).isCloseTo(expected, within(1e-9 * scale + Double.MIN_VALUE));
  }

  @Test
  void replies_areThoseOfTheDefinition() {
    SplittableRandom random = new SplittableRandom(SEED);
    int bidding = 0;
    int shaded = 0;
    int tied = 0;
    for (int k = 0; k < Cases.of(MARKETS); k++) {
      NaiveRoutes naive = RandomRoutes.withBids(random, 4, 5);
      RoutesMarket market = RandomRoutes.market(naive);
      Market state = RandomRoutes.state(naive);
      for (int i = 0; i < state.buyers(); i++) {
        BuyerView view = state.view(i);
        RouteReply reply = market.reply(i, view);
        assertReply(naive, i, market, view, reply, "market %s, buyer %s".formatted(k, i));
        bidding += reply.bids().isEmpty() ? 0 : 1;
        shaded += !reply.bids().isEmpty() && reply.total() < reply.desired() ? 1 : 0;
        tied += isTied(view, reply.bids()) ? 1 : 0;
      }
    }
    assertThat(bidding).isGreaterThan(Cases.of(MARKETS));
    assertThat(shaded).isGreaterThan(Cases.of(MARKETS) / 2);
    assertThat(tied).isGreaterThan(Cases.of(MARKETS) / 50);
  }

  private static void assertReply(
      NaiveRoutes naive,
      int i,
      RoutesMarket market,
      BuyerView view,
      RouteReply reply,
      String what) {
    NaiveRoutes.Answer answer = naive.answer(i);
    Valuation valuation = market.valuations().get(i);
    double demand = valuation.demand();
    double dollars = valuation.value(demand) + naive.epsilon;
    assertNear(reply.desired(), answer.desired(), demand, what);
    assertNear(reply.total(), answer.total(), demand, what);
    assertNear(reply.supremum(), answer.supremum(), dollars, what);
    for (int l = 0; l < answer.bids().length; l++) {
      Bid expected = answer.bids()[l];
      assertThat(!reply.bids().at(l).isNone()).as(what).isEqualTo(Bid.isLive(expected));
      if (Bid.isLive(expected)) {
        double most = Math.max(expected.price(), valuation.marginal(reply.total()));
        assertNear(reply.bids().at(l).price(), expected.price(), most, what);
      }
    }
    double utility = RouteReply.utility(valuation, view, reply.bids());
    assertNear(utility, naive.utility(i, answer.bids()), dollars, what);
  }

  private static boolean isTied(BuyerView view, Bids bids) {
    for (int k = 0; k < view.size() && !bids.isEmpty(); k++) {
      double price = bids.at(view.seller(k)).price();
      if (view.rivals(k).size() > 0 && view.rivals(k).nearestPrice(price) == price) {
        return true;
      }
    }
    return false;
  }

  @Test
  void measures_areThoseOfTheDefinition() {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    int wasting = 0;
    for (int k = 0; k < Cases.of(MARKETS); k++) {
      NaiveRoutes naive = RandomRoutes.withBids(random, 4, 5);
      RoutesState state = RoutesState.of(RandomRoutes.market(naive), RandomRoutes.state(naive));
      assertState(naive, state, "market %s".formatted(k));
      wasting += state.waste() > 0 ? 1 : 0;
    }
    assertThat(wasting).isGreaterThan(Cases.of(MARKETS) / 4);
  }

  private static void assertState(NaiveRoutes naive, RoutesState state, String what) {
    double supply = Arrays.stream(naive.quantities).sum();
    double welfare = 0;
    double gap = 0;
    double waste = 0;
    double revenue = 0;
    double dollars = naive.epsilon;
    for (int i = 0; i < state.utility().length; i++) {
      double delivered = naive.delivered(i, naive.bids[i]);
      double utility = naive.utility(i, naive.bids[i]);
      double worth = naive.valuations.get(i).value(delivered);
      double desired = naive.desired(i);
      double best = naive.valuations.get(i).value(desired) - naive.totalCost(i, desired);
      gap = Math.max(gap, best - utility);
      welfare += worth;
      revenue += worth - utility;
      dollars += worth + Math.abs(best) + Math.abs(utility);
      for (int l : naive.routes[i]) {
        double got = naive.auction(l).allocation(i);
        waste += got - delivered;
        welfare -= naive.reserves[l] * got;
        dollars += naive.reserves[l] * got;
        assertNear(state.allocation()[i][l], got, naive.quantities[l], what);
      }
      assertNear(state.delivered()[i], delivered, supply, what);
      assertNear(state.utility()[i], utility, dollars, what);
    }
    assertNear(state.welfare(), welfare, dollars, what);
    assertNear(state.revenue(), revenue, dollars, what);
    assertNear(state.waste(), waste, supply, what);
    boolean strict = naive.ties == Ties.STRICT;
    boolean anyRoute = Arrays.stream(naive.routes).anyMatch(route -> route.length > 0);
    if (strict && anyRoute) {
      assertThat(state.nashGap()).as(what).isNaN();
    } else {
      assertNear(state.nashGap(), gap, dollars, what);
    }
  }

  @Test
  void plays_areThoseOfTheDefinition() {
    SplittableRandom random = new SplittableRandom(SEED + 2);
    int several = 0;
    for (int k = 0; k < Cases.of(PLAYS); k++) {
      NaiveRoutes naive = RandomRoutes.empty(random, 3, 7);
      RoutesPlay play = RoutesPlay.of(RandomRoutes.market(naive), 200);
      NaiveRoutes.End end = naive.play(200);
      String what = "market %s".formatted(k);
      assertThat(play.status()).as(what).isEqualTo(end.status());
      assertThat(play.rounds()).as(what).isEqualTo(end.rounds());
      assertThat(play.messages()).as(what).isEqualTo(end.messages());
      for (int i = 0; i < naive.bids.length; i++) {
        for (int l : naive.routes[i]) {
          Bid expected = naive.bids[i][l];
          double quantity = Bid.isLive(expected) ? expected.quantity() : 0;
          assertNear(play.end().bids(i).at(l).quantity(), quantity, 100 * quantity, what);
        }
      }
      several += play.rounds() > 4 ? 1 : 0;
    }
    assertThat(several).isGreaterThan(Cases.of(PLAYS) / 20);
  }
}
