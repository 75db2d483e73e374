package org.datamarket.mechanism.quantized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.datamarket.Cases;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Valuation;
import org.datamarket.mechanism.file.QuantizedMeasures;
import org.datamarket.naive.Bid;
import org.datamarket.naive.NaiveAuction;
import org.datamarket.naive.Ties;
import org.junit.jupiter.api.Test;

/** Play on a grid of prices: against the definition, the theorem on equal demands, examples. */
class QuantizedPlayTest {
  private static final long SEED = 20_261_128;

  /** Random dyadic numbers, which are added and subtracted without rounding. */
  private static double eighths(SplittableRandom random, int most) {
    return random.nextInt(most + 1) / 8.0;
  }

  private static Valuation valuation(SplittableRandom random, PriceGrid grid) {
    double highest = grid.price(grid.top());
    if (random.nextInt(6) == 0) {
      return new Linear(eighths(random, 64), Math.max(0.25, highest - eighths(random, 4)));
    }
    double slope = Math.scalb(1.0, random.nextInt(4) - 2);
    return new Parabolic(random.nextInt(grid.levels()) * grid.step() / slope, slope);
  }

  private static PriceGrid grid(SplittableRandom random, boolean withReserve) {
    double step = Math.scalb(1.0, random.nextInt(4) - 2);
    int levels = 1 + random.nextInt(20);
    double reserve = withReserve ? random.nextInt(2 * levels - 1) * step / 2 : 0;
    return new PriceGrid(step, levels, reserve);
  }

  private static Profile start(SplittableRandom random, QuantizedMarket market, boolean onCurve) {
    List<Integer> levels = new ArrayList<>();
    List<Double> quantities = new ArrayList<>();
    for (Valuation valuation : market.valuations()) {
      int level = random.nextInt(market.grid().levels());
      levels.add(level);
      double demand = valuation.demandAt(market.grid().price(level));
      quantities.add(onCurve ? demand : eighths(random, 64));
    }
    return new Profile(levels, quantities);
  }

  private static double supply(SplittableRandom random, List<Valuation> valuations) {
    double wanted = valuations.stream().mapToDouble(Valuation::demand).sum();
    return eighths(random, (int) Math.ceil(8 * wanted * 1.25) + 1);
  }

  @Test
  void rounds_areThoseOfTheDefinition() {
    SplittableRandom random = new SplittableRandom(SEED);
    int slow = 0;
    for (int k = 0; k < Cases.of(4_000); k++) {
      PriceGrid grid = grid(random, k % 2 == 0);
      List<Valuation> valuations = new ArrayList<>();
      for (int i = random.nextInt(9); i >= 0; i--) {
        boolean steep = random.nextInt(8) == 0;
        valuations.add(steep ? new AlphaFair(4, 2, 0.5, 0) : valuation(random, grid));
      }
      QuantizedMarket market = new QuantizedMarket(grid, supply(random, valuations), valuations);
      Profile start = k % 3 == 0 ? market.start() : start(random, market, k % 3 == 1);
      QuantizedPlay play = QuantizedPlay.of(market, start);
      List<Profile> naive = new NaivePlay(market).from(start);
      boolean rests = naive.get(naive.size() - 2).equals(naive.get(naive.size() - 1));
      assertThat(play.path()).isEqualTo(rests ? naive.subList(0, naive.size() - 1) : naive);
      assertThat(play.isAtRest()).isEqualTo(rests);
      assertThat(play.changingRounds()).isEqualTo(naive.indexOf(naive.get(naive.size() - 1)));
      assertThat(play.period()).isEqualTo(naive.size() - 1 - play.changingRounds());
      slow += play.changingRounds() > 2 ? 1 : 0;
      assertCleared(market, play.end());
    }
    assertThat(slow).isGreaterThan(Cases.of(4_000) / 100);
  }

  private static void assertCleared(QuantizedMarket market, Profile end) {
    Bid[] bids = new Bid[market.valuations().size()];
    for (int i = 0; i < bids.length; i++) {
      double price = market.grid().price(end.levels().get(i));
      bids[i] = new Bid(end.quantities().get(i), price);
    }
    NaiveAuction.Clearing expected =
        NaiveAuction.of(market.supply(), market.grid().reserve(), bids, Ties.PROPORTIONAL).clear();
    assertThat(market.clearing(end).allocation())
        .containsExactly(expected.allocation(), within(1e-9));
    assertThat(market.clearing(end).cost()).containsExactly(expected.cost(), within(1e-7));
  }

  /** Jia, Qu &amp; Caines 2009, with demands that are equal at all prices of the grid. */
  @Test
  void equalDemands_restAtOnePriceByTheFifthRoundOrGoBackAndForthBetweenTwo() {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    int rests = 0;
    int cycles = 0;
    int longest = 0;
    for (int k = 0; k < Cases.of(40_000); k++) {
      PriceGrid grid = grid(random, false);
      Valuation one = valuation(random, grid);
      List<Valuation> valuations = Collections.nCopies(1 + random.nextInt(25), one);
      double most = one.demand() * (random.nextBoolean() ? valuations.size() * 1.25 : 2);
      double supply = eighths(random, (int) (8 * most) + 1);
      QuantizedMarket market = new QuantizedMarket(grid, supply, valuations);
      QuantizedPlay play = QuantizedPlay.of(market, start(random, market, k % 4 > 0));
      assertThat(play.changingRounds()).isLessThanOrEqualTo(4);
      longest = Math.max(longest, play.changingRounds());
      Set<Integer> levels = new HashSet<>();
      int first = play.changingRounds();
      play.path().subList(first, play.path().size()).forEach(p -> levels.addAll(p.levels()));
      assertThat(play.period()).isEqualTo(levels.size()).isLessThanOrEqualTo(2);
      rests += play.isAtRest() ? 1 : 0;
      cycles += play.isAtRest() ? 0 : 1;
    }
    assertThat(rests).isGreaterThan(Cases.of(40_000) / 4);
    assertThat(cycles).isGreaterThan(Cases.of(40_000) / 100);
    assertThat(longest).isGreaterThanOrEqualTo(3);
  }

  /** A demand given at the prices of a grid of whole numbers. */
  private record Row(int... demands) implements Valuation {
    private static final long serialVersionUID = 1;

    @Override
    public double demand() {
      return demands[0];
    }

    @Override
    public double demandAt(double price) {
      return demands[(int) price];
    }

    @Override
    public double value(double z) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double marginal(double z) {
      throw new UnsupportedOperationException();
    }
  }

  /** The bound is one of equal demands. */
  @Test
  void differentDemands_mayTakeEightRounds() {
    List<Valuation> rows =
        List.of(
            new Row(20, 17, 15, 13, 12, 2, 0),
            new Row(23, 20, 16, 11, 8, 1, 0),
            new Row(24, 20, 19, 16, 10, 3, 0),
            new Row(13, 9, 6, 5, 4, 3, 0),
            new Row(23, 21, 19, 14, 5, 1, 0));
    QuantizedMarket market = new QuantizedMarket(new PriceGrid(1, 7, 0), 42, rows);
    List<Integer> levels = List.of(0, 3, 3, 3, 1);
    List<Double> quantities = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      quantities.add(rows.get(i).demandAt(levels.get(i)));
    }
    QuantizedPlay play = QuantizedPlay.of(market, new Profile(levels, quantities));
    assertThat(play.isAtRest()).isTrue();
    assertThat(play.changingRounds()).isEqualTo(8);
    assertThat(play.end().levels()).containsOnly(2);
  }

  /** Two want 8 of 8 GB: at a price of 0 each asks for all, and neither answers the other. */
  @Test
  void rest_mayBeFarFromAnEquilibrium() {
    Valuation one = new Parabolic(8, 1);
    QuantizedMarket market = new QuantizedMarket(new PriceGrid(1, 9, 0), 8, List.of(one, one));
    QuantizedPlay play = QuantizedPlay.of(market, market.start());
    assertThat(play.changingRounds()).isZero();
    QuantizedMeasures measures = QuantizedMeasures.of(market, play.end());
    assertThat(measures.asked()).isEqualTo(16);
    assertThat(measures.sold()).isEqualTo(8);
    assertThat(measures.welfare()).isEqualTo(48);
    assertThat(measures.optimum()).isCloseTo(48, within(1e-9));
    assertThat(measures.efficiency()).isCloseTo(1, within(1e-12));
    assertThat(measures.nashGap()).isEqualTo(8);
  }

  @Test
  void reserve_leavesPricesOut() {
    Valuation one = new Parabolic(8, 1);
    QuantizedMarket market = new QuantizedMarket(new PriceGrid(1, 9, 2.5), 8, List.of(one));
    assertThat(market.start()).isEqualTo(new Profile(List.of(3), List.of(5.0)));
    QuantizedPlay play = QuantizedPlay.of(market, new Profile(List.of(0), List.of(8.0)));
    assertThat(play.end()).isEqualTo(market.start());
    assertThat(market.clearing(play.end()).cost()).containsExactly(12.5);
    assertThat(QuantizedMeasures.of(market, play.end()).welfare()).isEqualTo(15);
  }

  @Test
  void numbersOutOfRange_areRefused() {
    double[][] bad = {{0, 3, 0}, {1, 0, 0}, {1, 3, -1}, {1, 3, 2.5}};
    for (double[] numbers : bad) {
      assertThatThrownBy(() -> new PriceGrid(numbers[0], (int) numbers[1], numbers[2]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Profile(List.of(1), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
