package org.datamarket.market;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One auction: a query, an allocation with its cost, and a changed bid, in the treap and in sorted arrays. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class BookBenchmark {
  /** So many different questions are asked in turn, that no branch is always the same. */
  private static final int QUESTIONS = 1 << 12;

  @Param({"10", "100", "1000", "10000", "100000"})
  public int bids;

  private Bid[] standing;
  private Bid[] asked;
  private int[] bidders;
  private Auction auction;
  private SortedBids sorted;
  private int next;

  @Setup
  public void draw() {
    standing = SampleAuctions.bids(bids, 1);
    auction = SampleAuctions.of(standing);
    asked = SampleAuctions.bids(QUESTIONS, 2);
    sorted = SortedBids.empty();
    SplittableRandom random = new SplittableRandom(3);
    bidders = random.ints(QUESTIONS, 0, bids).toArray();
    for (int i = 0; i < bids; i++) {
      sorted = sorted.with(i, standing[i]);
    }
    for (Bid bid : asked) {
      check(auction.residual(bid.price()), sortedResidual(bid.price()));
      check(auction.allocation(bid), sortedAllocation(bid));
      check(auction.cost(bid), sortedCostOf(sortedAllocation(bid)));
    }
  }

  private static void check(double answer, double other) {
    if (Math.abs(answer - other) > 1e-6 * Math.max(1, answer)) {
      throw new IllegalStateException(answer + " is not " + other);
    }
  }

  private int question() {
    return next++ & QUESTIONS - 1;
  }

  @Benchmark
  public double residual() {
    return auction.residual(asked[question()].price());
  }

  @Benchmark
  public double residualSorted() {
    return sortedResidual(asked[question()].price());
  }

  @Benchmark
  public double allocationAndCost() {
    Bid bid = asked[question()];
    return auction.allocation(bid) + auction.cost(bid);
  }

  @Benchmark
  public double allocationAndCostSorted() {
    Bid bid = asked[question()];
    double allocation = sortedAllocation(bid);
    return allocation + sortedCostOf(allocation);
  }

  @Benchmark
  public Auction change() {
    int question = question();
    int buyer = bidders[question];
    return auction.without(buyer, standing[buyer]).with(buyer, asked[question]);
  }

  @Benchmark
  public SortedBids changeSorted() {
    int question = question();
    int buyer = bidders[question];
    return sorted.without(buyer, standing[buyer]).with(buyer, asked[question]);
  }

  private double sortedResidual(double price) {
    return price < auction.reserve()
        ? 0
        : Math.max(0, auction.quantity() - sorted.quantityAbove(price));
  }

  private double sortedAllocation(Bid bid) {
    double tied = sorted.quantityAt(bid.price());
    double residual = sortedResidual(bid.price());
    return tied == 0
        ? Math.min(bid.quantity(), residual)
        : Math.min(bid.quantity(), bid.quantity() / (bid.quantity() + tied) * residual);
  }

  private double sortedCostOf(double allocation) {
    double above = sorted.quantityAbove(auction.reserve());
    double free = Math.max(0, auction.quantity() - above);
    return allocation <= free
        ? auction.reserve() * allocation
        : auction.reserve() * free
            + sorted.moneyBetween(
                auction.quantity() - allocation, Math.min(auction.quantity(), above));
  }
}
