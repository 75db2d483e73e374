package org.datamarket.strategy;

import org.datamarket.strategy.supply.CheapestUnits;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.SampleAuctions;
import org.datamarket.market.Valuation;
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

/** One buyer's reply, and what it could gain at most, against its reach and the bids at each seller. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1500m")
@Warmup(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ReplyBenchmark {
  private static final int BUYERS = 256;

  @Param({"1", "4", "16", "64", "256"})
  public int reach;

  @Param({"10", "100", "1000", "10000"})
  public int bids;

  private final OptOut optOut = new OptOut();
  private final Waterfill waterfill = new Waterfill();
  private BuyerTerms[] terms;
  private BuyerView view;
  private int next;

  @Setup
  public void draw() {
    int[] sellers = new int[reach];
    Arrays.setAll(sellers, j -> j);
    Auction[] auctions = new Auction[reach];
    Arrays.setAll(auctions, j -> SampleAuctions.of(bids, 10 + j));
    view = new BuyerView(sellers, auctions, Bids.NONE);
    Valuation[] valuations = SampleAuctions.valuations(BUYERS, 5);
    terms = new BuyerTerms[BUYERS];
    Arrays.setAll(terms, i -> new BuyerTerms(valuations[i], Double.POSITIVE_INFINITY, 0.3));
  }

  private BuyerTerms buyer() {
    return terms[next++ & BUYERS - 1];
  }

  @Benchmark
  public Reply optOut() {
    return optOut.reply(buyer(), view);
  }

  @Benchmark
  public Reply waterfill() {
    return waterfill.reply(buyer(), view);
  }

  /** What the Nash gap of a buyer takes. */
  @Benchmark
  public CheapestUnits bestOfAll() {
    BuyerTerms buyer = buyer();
    return CheapestUnits.worthwhile(buyer.valuation(), buyer.budget(), view);
  }
}
