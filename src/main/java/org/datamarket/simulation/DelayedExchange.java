package org.datamarket.simulation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;
import org.datamarket.market.Reach;
import org.datamarket.model.distribution.Distribution;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * Messages take their time: a bid reaches its seller, and a seller's news each of its buyers, after
 * a delay of its own, so that every buyer replies to a view that may be stale (docs/model.md §6).
 * News overtaken by newer news, and a bid overtaken by a newer bid of the same buyer, is dropped.
 */
final class DelayedExchange implements Exchange {
  private static final long serialVersionUID = 1;

  private final Market market;
  private final Schedule schedule;
  private final Distribution delay;
  private final double unit;
  private final RandomGenerator random;
  private final int[][] buyersOf;
  private final Mailbox[] mailboxes;
  private long messagesSent;
  private long bidsUnderWay;

  /**
   * An exchange.
   *
   * @param delay the time a message takes
   * @param unit how much of that time a round is
   * @param random the stream of delays
   */
  DelayedExchange(
      Market market, Schedule schedule, Distribution delay, double unit, RandomGenerator random) {
    this.market = market;
    this.schedule = schedule;
    this.delay = delay;
    this.unit = unit;
    this.random = random;
    this.buyersOf = buyersOf(market.reach());
    this.mailboxes = new Mailbox[market.buyers()];
    Arrays.setAll(mailboxes, i -> new Mailbox(market.reach(), i, market.view(i)));
  }

  /** What a buyer knows, and what is on its way to it. */
  private static final class Mailbox implements Serializable {
    private static final long serialVersionUID = 1;

    final int[] sellers;
    final Auction[] known;
    final long[] knownNumber;
    final long[] lastBidNumber;
    final PriorityQueue<News> underWay = new PriorityQueue<>();
    Bids sent;
    final boolean[] newsOf;
    boolean hasNews = true;

    Mailbox(Reach reach, int buyer, BuyerView first) {
      sellers = new int[reach.degree(buyer)];
      known = new Auction[sellers.length];
      for (int k = 0; k < sellers.length; k++) {
        sellers[k] = reach.seller(buyer, k);
        known[k] = first.rivals(k);
      }
      knownNumber = new long[sellers.length];
      lastBidNumber = new long[sellers.length];
      newsOf = new boolean[sellers.length];
      sent = first.own();
    }

    int place(int seller) {
      return Arrays.binarySearch(sellers, seller);
    }

    void openUntil(double now) {
      while (!underWay.isEmpty() && underWay.peek().arrival <= now) {
        News news = underWay.poll();
        if (news.number > knownNumber[news.place]) {
          knownNumber[news.place] = news.number;
          known[news.place] = news.rivals;
          newsOf[news.place] = true;
          hasNews = true;
        }
      }
    }
  }

  /** An auction as it stood when the news was sent, without the receiver's own bid. */
  private record News(double arrival, long number, int place, Auction rivals)
      implements Comparable<News>, Serializable {
    @Override
    public int compareTo(News other) {
      int byArrival = Double.compare(arrival, other.arrival);
      return byArrival != 0 ? byArrival : Long.compare(number, other.number);
    }
  }

  /** A bid on its way to a seller. */
  private final class BidMessage implements Steppable {
    private static final long serialVersionUID = 1;

    private final int buyer;
    private final int seller;
    private final Bid bid;
    private final long number;

    BidMessage(int buyer, int seller, Bid bid, long number) {
      this.buyer = buyer;
      this.seller = seller;
      this.bid = bid;
      this.number = number;
    }

    @Override
    public void step(SimState state) {
      bidsUnderWay--;
      deliver(buyer, seller, bid, number);
    }
  }

  @Override
  public boolean hasNews(int buyer) {
    mailboxes[buyer].openUntil(schedule.getTime());
    return mailboxes[buyer].hasNews;
  }

  @Override
  public boolean hasNewsOf(int buyer, int k) {
    return mailboxes[buyer].newsOf[k];
  }

  @Override
  public BuyerView look(int buyer) {
    Mailbox mailbox = mailboxes[buyer];
    return new BuyerView(mailbox.sellers, mailbox.known.clone(), mailbox.sent);
  }

  @Override
  public BuyerView preview(int buyer) {
    Mailbox mailbox = mailboxes[buyer];
    Auction[] known = mailbox.known.clone();
    long[] numbers = mailbox.knownNumber.clone();
    for (News news : mailbox.underWay) {
      if (news.arrival <= schedule.getTime() && news.number > numbers[news.place]) {
        numbers[news.place] = news.number;
        known[news.place] = news.rivals;
      }
    }
    return new BuyerView(mailbox.sellers, known, mailbox.sent);
  }

  @Override
  public boolean isStale(int buyer) {
    return !mailboxes[buyer].underWay.isEmpty();
  }

  @Override
  public void send(int buyer, Bids bids) {
    Mailbox mailbox = mailboxes[buyer];
    Bids before = mailbox.sent;
    mailbox.sent = bids;
    for (int seller : mailbox.sellers) {
      Bid bid = bids.at(seller);
      if (!bid.equals(before.at(seller))) {
        sendBid(buyer, seller, bid);
      }
    }
  }

  private void sendBid(int buyer, int seller, Bid bid) {
    long number = ++messagesSent;
    double time = delay.sample(random) / unit;
    if (time > 0) {
      bidsUnderWay++;
      schedule.scheduleOnce(
          schedule.getTime() + time, Phase.DELIVERY, new BidMessage(buyer, seller, bid, number));
    } else {
      deliver(buyer, seller, bid, number);
    }
  }

  private void deliver(int buyer, int seller, Bid bid, long number) {
    Mailbox mailbox = mailboxes[buyer];
    int place = mailbox.place(seller);
    if (number > mailbox.lastBidNumber[place]) {
      mailbox.lastBidNumber[place] = number;
      Auction before = market.auction(seller);
      market.submit(buyer, seller, bid);
      if (market.auction(seller) != before) {
        publish(seller, buyer);
      }
    }
  }

  /** Sends a seller's news to all its buyers but the one whose bid it is. */
  private void publish(int seller, int bidder) {
    Auction auction = market.auction(seller);
    for (int buyer : buyersOf[seller]) {
      if (buyer != bidder) {
        Auction rivals = auction.without(buyer, market.bids(buyer).at(seller));
        double arrival = schedule.getTime() + delay.sample(random) / unit;
        mailboxes[buyer].underWay.add(
            new News(arrival, ++messagesSent, mailboxes[buyer].place(seller), rivals));
      }
    }
  }

  @Override
  public void replied(int buyer) {
    mailboxes[buyer].hasNews = false;
    Arrays.fill(mailboxes[buyer].newsOf, false);
  }

  @Override
  public boolean setReserve(int seller, double reserve) {
    boolean moves = reserve != market.auction(seller).reserve();
    if (moves) {
      market.setReserve(seller, reserve);
      publish(seller, -1);
    }
    return moves;
  }

  @Override
  public boolean isSettled() {
    return bidsUnderWay == 0
        && Arrays.stream(mailboxes).allMatch(box -> box.underWay.isEmpty() && !box.hasNews);
  }

  private static int[][] buyersOf(Reach reach) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int j = 0; j < reach.sellers(); j++) {
      lists.add(new ArrayList<>());
    }
    for (int i = 0; i < reach.buyers(); i++) {
      for (int k = 0; k < reach.degree(i); k++) {
        lists.get(reach.seller(i, k)).add(i);
      }
    }
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}
