package org.datamarket.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Market;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.model.distribution.Distribution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sim.engine.SimState;

/** Messages that take exactly as long as each test says: two buyers at one seller. */
class DelayedExchangeTest {
  private static final Bid LOW = new Bid(1, 1);
  private static final Bid MIDDLE = new Bid(2, 2);
  private static final Bid HIGH = new Bid(3, 3);

  private final SimState state = new SimState(1);
  private final Script delays = new Script();
  private final Market market =
      new Market(new Auction[] {Auction.of(10, 0.5, TieRule.PROPORTIONAL)}, Reach.full(2, 1));
  private final DelayedExchange exchange =
      new DelayedExchange(market, state.schedule, delays, 2, new MersenneTwister(1));

  /** The next delays, in the unit of the model file, which here is half a round. */
  private static final class Script implements Distribution {
    private static final long serialVersionUID = 1;
    private final Deque<Double> next = new ArrayDeque<>();

    void then(double... delays) {
      Arrays.stream(delays).forEach(next::add);
    }

    @Override
    public double sample(RandomGenerator random) {
      return next.remove();
    }

    @Override
    public double mean() {
      return 1;
    }
  }

  @BeforeEach
  void everyoneHasRepliedAtTimeZero() {
    at(0, () -> {});
    exchange.replied(0);
    exchange.replied(1);
  }

  /** Lets time go on to a moment, and does something then. */
  private void at(double time, Runnable action) {
    state.schedule.scheduleOnce(time, Phase.BUYERS, moment -> action.run());
    while (state.schedule.getTime() < time && state.schedule.step(state)) {
      // what is due before
    }
    assertThat(state.schedule.getTime()).isEqualTo(time);
  }

  private static Bids bids(Bid bid) {
    return Bids.of(new int[] {0}, new Bid[] {bid});
  }

  private double seenAsked(int buyer) {
    return exchange.look(buyer).rivals(0).quantity()
        - exchange.look(buyer).rivals(0).residual(0.75);
  }

  @Test
  void atFirst_everyoneHasNewsAndKnowsAll() {
    DelayedExchange fresh =
        new DelayedExchange(market, state.schedule, delays, 2, new MersenneTwister(1));
    assertThat(fresh.hasNews(0)).isTrue();
    assertThat(fresh.isStale(0)).isFalse();
    assertThat(fresh.isSettled()).isFalse();
    assertThat(exchange.isSettled()).isTrue();
  }

  @Test
  void bidAndNews_eachTakeTheirTime() {
    delays.then(2, 4);
    at(1, () -> exchange.send(0, bids(LOW)));
    assertThat(exchange.look(0).own()).as("the sender knows its own bid").isEqualTo(bids(LOW));
    assertThat(exchange.isSettled()).isFalse();

    at(1.9, () -> assertThat(market.bids(0).isEmpty()).isTrue());
    at(2.5, () -> assertThat(market.bids(0)).isEqualTo(bids(LOW)));
    assertThat(exchange.isStale(1)).as("news is under way to the other buyer").isTrue();
    assertThat(exchange.isStale(0)).as("and none to the bidder itself").isFalse();
    at(3.9, () -> assertThat(exchange.hasNews(1)).isFalse());
    assertThat(seenAsked(1)).isZero();
    assertThat(exchange.isSettled()).isFalse();

    at(4.1, () -> assertThat(exchange.hasNews(1)).isTrue());
    assertThat(exchange.hasNewsOf(1, 0)).isTrue();
    assertThat(exchange.hasNews(0)).isFalse();
    assertThat(exchange.isStale(1)).isFalse();
    assertThat(seenAsked(1)).isEqualTo(1);
    assertThat(exchange.isSettled()).as("the other buyer has not replied").isFalse();
    exchange.replied(1);
    assertThat(exchange.hasNewsOf(1, 0)).isFalse();
    assertThat(exchange.isSettled()).isTrue();
  }

  @Test
  void preview_isWhatTheNextLookShows_andOpensNothing() {
    delays.then(2, 4);
    at(1, () -> exchange.send(0, bids(LOW)));
    at(3.9, () -> assertThat(previewedAsked(1)).isZero());
    at(4.1, () -> assertThat(previewedAsked(1)).isEqualTo(1));
    assertThat(exchange.preview(0).own()).isEqualTo(bids(LOW));
    assertThat(exchange.isStale(1)).as("the news lies unopened").isTrue();
    assertThat(seenAsked(1)).isZero();
    assertThat(exchange.hasNews(1)).isTrue();
    assertThat(seenAsked(1)).isEqualTo(1);
  }

  private double previewedAsked(int buyer) {
    Auction rivals = exchange.preview(buyer).rivals(0);
    return rivals.quantity() - rivals.residual(0.75);
  }

  @Test
  void noDelay_everythingIsKnownAtOnce() {
    delays.then(0, 0);
    at(1, () -> exchange.send(0, bids(LOW)));
    assertThat(market.bids(0)).isEqualTo(bids(LOW));
    assertThat(exchange.hasNews(1)).isTrue();
    assertThat(exchange.isStale(1)).isFalse();
    assertThat(seenAsked(1)).isEqualTo(1);
  }

  @Test
  void overtakenBid_isDropped() {
    delays.then(6, 2, 2);
    at(1, () -> exchange.send(0, bids(LOW)));
    at(1.5, () -> exchange.send(0, bids(HIGH)));
    at(3, () -> assertThat(market.bids(0)).isEqualTo(bids(HIGH)));
    at(5, () -> assertThat(market.bids(0)).as("the older bid came later").isEqualTo(bids(HIGH)));
    assertThat(exchange.hasNews(1)).isTrue();
    assertThat(seenAsked(1)).isEqualTo(3);
    assertThat(delays.next).as("no news of what was dropped").isEmpty();
    exchange.replied(1);
    assertThat(exchange.isSettled()).isTrue();
  }

  @Test
  void overtakenNews_isDropped() {
    delays.then(0, 8, 0, 2);
    at(1, () -> exchange.send(0, bids(LOW)));
    at(1.5, () -> exchange.send(0, bids(MIDDLE)));
    at(3, () -> assertThat(exchange.hasNews(1)).isTrue());
    assertThat(seenAsked(1)).isEqualTo(2);
    assertThat(exchange.isStale(1)).isTrue();
    exchange.replied(1);

    at(6, () -> assertThat(exchange.hasNews(1)).as("older news tells nothing").isFalse());
    assertThat(seenAsked(1)).isEqualTo(2);
    assertThat(exchange.isStale(1)).isFalse();
    assertThat(exchange.isSettled()).isTrue();
  }

  @Test
  void opposingBidsUnderWayTogether_bothArrive() {
    delays.then(2, 2, 1, 1);
    at(1, () -> exchange.send(0, bids(LOW)));
    at(1.2, () -> exchange.send(1, bids(HIGH)));
    at(4, () -> assertThat(exchange.hasNews(0)).isTrue());
    assertThat(market.bids(0)).isEqualTo(bids(LOW));
    assertThat(market.bids(1)).isEqualTo(bids(HIGH));
    assertThat(exchange.hasNews(1)).isTrue();
    assertThat(seenAsked(0)).as("without its own bid").isEqualTo(3);
    assertThat(seenAsked(1)).as("without its own bid").isEqualTo(1);
  }

  @Test
  void unchangedBid_isNotSent() {
    delays.then(0, 0);
    at(1, () -> exchange.send(0, bids(LOW)));
    exchange.hasNews(1);
    exchange.replied(1);
    at(2, () -> exchange.send(0, bids(LOW)));
    assertThat(exchange.isSettled()).isTrue();
  }

  @Test
  void optingOut_isAMessageToo() {
    delays.then(0, 0, 2, 2);
    at(1, () -> exchange.send(0, bids(LOW)));
    at(2, () -> exchange.send(0, Bids.NONE));
    assertThat(market.bids(0)).isEqualTo(bids(LOW));
    at(4.5, () -> assertThat(market.bids(0).isEmpty()).isTrue());
    assertThat(exchange.hasNews(1)).isTrue();
    assertThat(seenAsked(1)).isZero();
  }

  @Test
  void reserve_movesAtOnceAndNewsOfItTravelsToAll() {
    delays.then(2, 6);
    at(1, () -> assertThat(exchange.setReserve(0, 0.7)).isTrue());
    assertThat(exchange.setReserve(0, 0.7)).as("it is there already").isFalse();
    assertThat(market.auction(0).reserve()).isEqualTo(0.7);
    assertThat(exchange.look(0).rivals(0).reserve()).isEqualTo(0.5);
    at(2.5, () -> assertThat(exchange.hasNews(0)).isTrue());
    assertThat(exchange.look(0).rivals(0).reserve()).isEqualTo(0.7);
    assertThat(exchange.hasNews(1)).isFalse();
    at(4.5, () -> assertThat(exchange.hasNews(1)).isTrue());
  }
}
