package org.datamarket.naive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Plays a whole market: rounds of buyers, then sellers, until nobody moves any more, a profile of
 * bids and reserves comes back, or the rounds run out. Everything is computed anew at every step.
 *
 * <p>Readings taken where the rules leave room:
 *
 * <ul>
 *   <li>A profile can come back only to the end of an earlier round, not to the start of play; two
 *       numbers are the same when they differ by at most 1e-9 of the larger, and a bid of quantity
 *       0 is no bid.
 *   <li>A round without change is {@code CONVERGED}, never {@code CYCLE}.
 *   <li>A reply counts when it would be computed by somebody who skips buyers whose visible rivals
 *       and reserves are exactly as at their last reply; all are computed here.
 *   <li>A reserve counts as moved when it changed at all.
 *   <li>A reply that costs more than the budget, as it may under strict ties, is worth minus
 *       infinity like any other bids; a buyer that can pay neither for its bids nor for the reply
 *       bids nothing.
 * </ul>
 */
public final class NaiveMarket {

  /** How a seller sets its reserve. */
  public record Seller(double quantity, double reserve, boolean progressive, double delta) {

    public static Seller fixed(double quantity, double reserve) {
      return new Seller(quantity, reserve, false, 0);
    }

    public static Seller progressive(double quantity, double reserve, double delta) {
      return new Seller(quantity, reserve, true, delta);
    }
  }

  /** Reach: the indices of the sellers it sees; null for all. */
  public record Buyer(
      NaiveValuation valuation, double budget, int[] reach, NaiveStrategies.Rule rule) {}

  /** Who sees what when: the newest bids, or those of the round's start. */
  public enum Activation {
    SEQUENTIAL,
    SIMULTANEOUS
  }

  /** How a run ended. */
  public enum Status {
    CONVERGED,
    CYCLE,
    ROUND_LIMIT
  }

  /** A market and how it is played; initial bids [buyer][seller], null for none at all. */
  public record Setup(
      List<Seller> sellers,
      List<Buyer> buyers,
      Ties ties,
      double epsilon,
      int roundLimit,
      Activation activation,
      Bid[][] initialBids) {

    public static Setup of(
        List<Seller> sellers, List<Buyer> buyers, double epsilon, int roundLimit) {
      return new Setup(
          sellers, buyers, Ties.PROPORTIONAL, epsilon, roundLimit, Activation.SEQUENTIAL, null);
    }

    public int[] reachOf(int i) {
      int[] reach = buyers.get(i).reach();
      return reach == null ? IntStream.range(0, sellers.size()).toArray() : reach;
    }
  }

  /** The end of a run; everything [buyer][seller]; period is 0 unless the run ended in a cycle. */
  public record Outcome(
      Status status,
      int period,
      int rounds,
      int messages,
      int replies,
      Bid[][] bids,
      double[] reserves,
      double[][] allocation,
      double[][] cost,
      double[] utility) {}

  private record Profile(Bid[][] bids, double[] reserves) {}

  private static final double SAME = 1e-9;
  private static final double NOTHING = 1e-9;
  private static final double UNPAYABLE = Double.NEGATIVE_INFINITY;

  private final Setup setup;
  private final Bid[][] bids;
  private final double[] reserves;
  private final String[] lastView;
  private int messages;
  private int replies;

  private NaiveMarket(Setup setup) {
    this.setup = setup;
    this.bids = new Bid[setup.buyers().size()][setup.sellers().size()];
    if (setup.initialBids() != null) {
      for (int i = 0; i < bids.length; i++) {
        bids[i] = setup.initialBids()[i].clone();
      }
    }
    this.reserves = setup.sellers().stream().mapToDouble(Seller::reserve).toArray();
    this.lastView = new String[bids.length];
  }

  /** Plays with the buyers in the order 0, 1, 2, … in every round. */
  public static Outcome play(Setup setup) {
    int[] order = IntStream.range(0, setup.buyers().size()).toArray();
    return new NaiveMarket(setup).run(round -> order, true);
  }

  /**
   * Plays with the order of the buyers given for each round (1, 2, …); cycles are not looked for.
   */
  public static Outcome play(Setup setup, IntFunction<int[]> orders) {
    return new NaiveMarket(setup).run(orders, false);
  }

  // ---------------------------------------------------------------- rounds

  private Outcome run(IntFunction<int[]> orders, boolean lookForCycles) {
    List<Profile> seen = new ArrayList<>();
    for (int round = 1; round <= setup.roundLimit(); round++) {
      boolean bidAgain = buyersAct(orders.apply(round));
      boolean reserveMoved = sellersAct();
      if (!bidAgain && !reserveMoved) {
        return outcome(Status.CONVERGED, 0, round);
      }
      int last = lookForCycles ? lastSeen(seen) : -1;
      if (last >= 0) {
        return outcome(Status.CYCLE, seen.size() - last, round);
      }
      seen.add(profile());
    }
    return outcome(Status.ROUND_LIMIT, 0, setup.roundLimit());
  }

  private boolean buyersAct(int[] order) {
    NaiveAuction[] atStart = auctions(bids, reserves, setup.ties());
    boolean any = false;
    for (int i : order) {
      NaiveAuction[] view =
          setup.activation() == Activation.SEQUENTIAL
              ? auctions(bids, reserves, setup.ties())
              : atStart;
      any |= buyerActs(i, view);
    }
    return any;
  }

  private boolean buyerActs(int i, NaiveAuction[] view) {
    countReply(i, view);
    Bid[] reply = reply(setup, i, view).bids();
    double now = worth(setup, i, view);
    double then = worth(setup, i, withBids(view, i, reply));
    if (now == UNPAYABLE && then == UNPAYABLE) {
      reply = new Bid[reply.length];
      then = worth(setup, i, withBids(view, i, reply));
    }
    if (!(then > now + setup.epsilon())) {
      return false;
    }
    bids[i] = reply;
    messages++;
    return true;
  }

  private void countReply(int i, NaiveAuction[] view) {
    StringBuilder seen = new StringBuilder();
    for (int j : setup.reachOf(i)) {
      seen.append(view[j].reserve());
      for (int k = 0; k < view[j].bidders(); k++) {
        if (k != i && view[j].bidQuantity(k) > 0) {
          seen.append(' ')
              .append(k)
              .append(':')
              .append(view[j].bidQuantity(k))
              .append('@')
              .append(view[j].bidPrice(k));
        }
      }
      seen.append(';');
    }
    if (!seen.toString().equals(lastView[i])) {
      replies++;
      lastView[i] = seen.toString();
    }
  }

  private boolean sellersAct() {
    NaiveAuction[] auctions = auctions(bids, reserves, setup.ties());
    boolean moved = false;
    for (int j = 0; j < reserves.length; j++) {
      Seller seller = setup.sellers().get(j);
      double highest = highestLosingPrice(auctions[j]);
      if (seller.progressive() && highest + seller.delta() > reserves[j]) {
        reserves[j] = highest + seller.delta();
        moved = true;
      }
    }
    return moved;
  }

  /**
   * The highest price of an eligible bid that was allocated nothing; minus infinity if there is
   * none.
   */
  private static double highestLosingPrice(NaiveAuction auction) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < auction.bidders(); k++) {
      if (auction.eligible(k) && auction.allocation(k) <= NOTHING * auction.quantity()) {
        highest = Math.max(highest, auction.bidPrice(k));
      }
    }
    return highest;
  }

  // ---------------------------------------------------------------- cycles

  private Profile profile() {
    Bid[][] copy = new Bid[bids.length][];
    for (int i = 0; i < bids.length; i++) {
      copy[i] = bids[i].clone();
    }
    return new Profile(copy, reserves.clone());
  }

  private int lastSeen(List<Profile> seen) {
    for (int t = seen.size() - 1; t >= 0; t--) {
      if (same(seen.get(t))) {
        return t;
      }
    }
    return -1;
  }

  private boolean same(Profile earlier) {
    for (int j = 0; j < reserves.length; j++) {
      if (!same(earlier.reserves[j], reserves[j])) {
        return false;
      }
      for (int i = 0; i < bids.length; i++) {
        if (!same(earlier.bids[i][j], bids[i][j])) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean same(Bid a, Bid b) {
    if (!Bid.isLive(a) || !Bid.isLive(b)) {
      return Bid.isLive(a) == Bid.isLive(b);
    }
    return same(a.quantity(), b.quantity()) && same(a.price(), b.price());
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
  }

  // ---------------------------------------------------------------- the state of the market

  static NaiveAuction[] auctions(Bid[][] bids, double[] reserves, List<Seller> sellers, Ties ties) {
    NaiveAuction[] auctions = new NaiveAuction[reserves.length];
    for (int j = 0; j < reserves.length; j++) {
      int seller = j;
      Bid[] column = Arrays.stream(bids).map(row -> row[seller]).toArray(Bid[]::new);
      auctions[j] = NaiveAuction.of(sellers.get(j).quantity(), reserves[j], column, ties);
    }
    return auctions;
  }

  private NaiveAuction[] auctions(Bid[][] bids, double[] reserves, Ties ties) {
    return auctions(bids, reserves, setup.sellers(), ties);
  }

  static NaiveAuction[] withBids(NaiveAuction[] auctions, int i, Bid[] row) {
    NaiveAuction[] changed = new NaiveAuction[auctions.length];
    for (int j = 0; j < auctions.length; j++) {
      changed[j] = auctions[j].with(i, row[j]);
    }
    return changed;
  }

  /** What buyer i would bid in these auctions. */
  public static NaiveStrategies.Reply reply(Setup setup, int i, NaiveAuction[] auctions) {
    Buyer buyer = setup.buyers().get(i);
    return NaiveStrategies.reply(
        buyer.rule(),
        buyer.valuation(),
        buyer.budget(),
        setup.epsilon(),
        auctions,
        setup.reachOf(i),
        i);
  }

  /** u_i of the bids in these auctions. */
  public static double utility(Setup setup, int i, NaiveAuction[] auctions) {
    double got = 0;
    for (NaiveAuction auction : auctions) {
      if (auction.eligible(i)) {
        got += auction.allocation(i);
      }
    }
    return setup.buyers().get(i).valuation().value(got) - paid(auctions, i);
  }

  /**
   * The same, and minus infinity for bids that cost more than the budget: they are no choice of the
   * buyer's.
   */
  public static double worth(Setup setup, int i, NaiveAuction[] auctions) {
    return paid(auctions, i) > setup.buyers().get(i).budget() * (1 + 1e-12)
        ? UNPAYABLE
        : utility(setup, i, auctions);
  }

  private static double paid(NaiveAuction[] auctions, int i) {
    double paid = 0;
    for (NaiveAuction auction : auctions) {
      if (auction.eligible(i)) {
        paid += auction.costByExclusion(i);
      }
    }
    return paid;
  }

  private Outcome outcome(Status status, int period, int rounds) {
    NaiveAuction[] auctions = auctions(bids, reserves, setup.ties());
    double[][] allocation = new double[bids.length][reserves.length];
    double[][] cost = new double[bids.length][reserves.length];
    double[] utility = new double[bids.length];
    for (int i = 0; i < bids.length; i++) {
      for (int j = 0; j < reserves.length; j++) {
        allocation[i][j] = auctions[j].allocation(i);
        cost[i][j] = auctions[j].eligible(i) ? auctions[j].costByExclusion(i) : 0;
      }
      utility[i] = utility(setup, i, auctions);
    }
    Profile end = profile();
    return new Outcome(
        status,
        period,
        rounds,
        messages,
        replies,
        end.bids,
        end.reserves,
        allocation,
        cost,
        utility);
  }
}
