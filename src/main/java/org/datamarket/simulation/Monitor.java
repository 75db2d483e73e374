package org.datamarket.simulation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.datamarket.analysis.Ledger;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.analysis.Status;
import org.datamarket.analysis.TraceEntry;
import org.datamarket.io.Quantiles;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.Market;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Counts and measures a run, round by round, and says when it is over (docs/model.md §6, §7). */
public final class Monitor implements Steppable {
  private static final long serialVersionUID = 1;

  private final boolean traces;
  private final List<RoundMeasures> rounds = new ArrayList<>();
  private final List<TraceEntry> trace = new ArrayList<>();
  private final Totals totals = new Totals();
  private Status status = Status.RUNNING;
  private int period;
  private CycleDetector cycles;

  /** Counts of the run, and of the round under way. */
  private static final class Totals implements Serializable {
    private static final long serialVersionUID = 1;
    long messages;
    long replies;
    long staleReplies;
    long turns;
    int messagesNow;
    int repliesNow;
    int staleRepliesNow;
    int reservesMovedNow;
  }

  Monitor(boolean traces, boolean deterministic) {
    this.traces = traces;
    this.cycles = deterministic ? new CycleDetector() : null;
  }

  void countTurn() {
    totals.turns++;
  }

  void countReply(boolean stale) {
    totals.repliesNow++;
    totals.staleRepliesNow += stale ? 1 : 0;
  }

  void countMessage(Buyer buyer, Bids bids, double time) {
    totals.messagesNow++;
    if (traces) {
      trace.add(new TraceEntry(rounds.size() + 1, time, buyer.number(), bids));
    }
  }

  /** A mechanism has cleared the market once. */
  void countOffers(int offers) {
    totals.messagesNow += offers;
  }

  void countReserveMove() {
    totals.reservesMovedNow++;
  }

  /** Ends a round: measures it, and stops the schedule when the run is over. */
  @Override
  public void step(SimState state) {
    DataMarket simulation = (DataMarket) state;
    boolean quiet = totals.messagesNow == 0 && totals.reservesMovedNow == 0;
    rounds.add(measure(simulation));
    startRound();
    status = judge(simulation, quiet);
    if (status != Status.RUNNING) {
      state.schedule.clear();
    }
  }

  private Status judge(DataMarket simulation, boolean quiet) {
    if (simulation.ledger().settlement().isPresent()) {
      return Status.CLEARED;
    }
    if (quiet && simulation.exchange().isSettled()) {
      return Status.CONVERGED;
    }
    if (cycles != null) {
      period = cycles.periodAt(rounds.size(), simulation.market());
      if (period > 0) {
        return Status.CYCLE;
      }
    }
    return rounds.size() >= simulation.model().roundLimit() ? Status.ROUND_LIMIT : Status.RUNNING;
  }

  private void startRound() {
    totals.messages += totals.messagesNow;
    totals.replies += totals.repliesNow;
    totals.staleReplies += totals.staleRepliesNow;
    totals.messagesNow = 0;
    totals.repliesNow = 0;
    totals.staleRepliesNow = 0;
    totals.reservesMovedNow = 0;
  }

  private RoundMeasures measure(DataMarket simulation) {
    Ledger ledger = simulation.ledger();
    ledger.update();
    double[] utilities = ledger.sortedUtilities();
    double sum = 0;
    for (double utility : utilities) {
      sum += utility;
    }
    double sold = ledger.sold();
    double revenue = ledger.revenue();
    return new RoundMeasures(
        rounds.size() + 1,
        totals.messagesNow,
        totals.repliesNow,
        totals.staleRepliesNow,
        totals.reservesMovedNow,
        ledger.welfare(),
        revenue,
        sold,
        sold > 0 ? revenue / sold : Double.NaN,
        ledger.priceDispersion(),
        Quantiles.of(utilities, 0),
        Quantiles.of(utilities, 0.25),
        Quantiles.of(utilities, 0.5),
        Quantiles.of(utilities, 0.75),
        Quantiles.of(utilities, 1),
        sum / utilities.length,
        ledger.nashGap(),
        reserveMean(simulation.market()),
        ledger.liveBids(),
        ledger.overBudget());
  }

  private static double reserveMean(Market market) {
    double weighted = 0;
    double quantity = 0;
    for (int j = 0; j < market.sellers(); j++) {
      Auction auction = market.auction(j);
      weighted += auction.quantity() * auction.reserve();
      quantity += auction.quantity();
    }
    return quantity == 0 ? Double.NaN : weighted / quantity;
  }

  /** How the run stands. */
  public Status status() {
    return status;
  }

  /** The period of the cycle in rounds; 0 unless the run ended in one. */
  public int period() {
    return period;
  }

  /** How many rounds are over. */
  public int round() {
    return rounds.size();
  }

  /** The measures of the rounds that are over. */
  public List<RoundMeasures> rounds() {
    return Collections.unmodifiableList(rounds);
  }

  /** Every accepted bid so far, in order; empty unless the run traces them. */
  public List<TraceEntry> trace() {
    return Collections.unmodifiableList(trace);
  }

  /** Accepted rebids in the rounds that are over. */
  public long messages() {
    return totals.messages;
  }

  /** Replies computed in the rounds that are over: turns that came after some news. */
  public long replies() {
    return totals.replies;
  }

  /** Replies computed from news that was out of date, in the rounds that are over. */
  public long staleReplies() {
    return totals.staleReplies;
  }

  /** Turns so far: a buyer's turn without news needs no reply. */
  public long turns() {
    return totals.turns;
  }
}
