package org.datamarket.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.datamarket.Cases;
import org.datamarket.naive.RandomMarkets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Published clearings, and what holds for every auction. */
class AuctionTest {
  private static final double CLOSE = 1e-12;

  /** Sums of eight bids are right to less than this share of D. */
  private static final double ROUNDING = 1e-13;

  private static Auction auction(double quantity, double reserve, TieRule ties, double... bids) {
    Auction auction = Auction.of(quantity, reserve, ties);
    for (int k = 0; k < bids.length; k += 2) {
      auction = auction.with(k / 2, new Bid(bids[k], bids[k + 1]));
    }
    return auction;
  }

  private static List<Bid> bids(RandomMarkets.Auction drawn) {
    List<Bid> bids = new ArrayList<>();
    for (int k = 0; k < drawn.quantities().length; k++) {
      bids.add(new Bid(drawn.quantities()[k], drawn.prices()[k]));
    }
    return bids;
  }

  // ---------------------------------------------------------------- published

  @ParameterizedTest
  @CsvSource({"50, 10, 50, 120", "80, 10, 70, 260", "30, 5, 30, 40"})
  void cost_lazarAndSemretsBids_isTheirs(
      double quantity, double price, double allocation, double cost) {
    for (TieRule ties : TieRule.values()) {
      Auction rivals = auction(100, 0, ties, 100, 1, 10, 2, 20, 4, 20, 7, 30, 12);
      assertThat(rivals.allocation(new Bid(quantity, price))).isEqualTo(allocation);
      assertThat(rivals.cost(new Bid(quantity, price))).isEqualTo(cost);
    }
  }

  private static final List<Bid> TUFFIN =
      List.of(new Bid(60, 4), new Bid(70, 4), new Bid(40, 2), new Bid(10, 1));

  @Test
  void clear_tuffinsTiesProportional_sharesThem() {
    Clearing clearing = Clearing.of(Auction.of(100, 0, TieRule.PROPORTIONAL), TUFFIN);
    assertThat(clearing.allocation())
        .containsExactly(new double[] {600 / 13.0, 700 / 13.0, 0, 0}, within(CLOSE));
    assertThat(clearing.cost())
        .containsExactly(new double[] {1620 / 13.0, 1760 / 13.0, 0, 0}, within(CLOSE * 100));
    assertThat(clearing.sold()).isCloseTo(100, within(CLOSE));
  }

  /** The older rule strands supply, and charges more than price × allocation. */
  @Test
  void clear_tuffinsTiesStrict_chargesMoreThanIsBid() {
    Clearing clearing = Clearing.of(Auction.of(100, 0, TieRule.STRICT), TUFFIN);
    assertThat(clearing.allocation()).containsExactly(30, 40, 0, 0);
    assertThat(clearing.cost()).containsExactly(180, 200, 0, 0);
    assertThat(clearing.cost()[0]).isGreaterThan(4 * clearing.allocation()[0]);
    assertThat(clearing.sold()).isEqualTo(70);
    assertThat(clearing.revenue()).isEqualTo(380);
  }

  // ---------------------------------------------------------------- special auctions

  @Test
  void clear_zeroSupply_givesNothing() {
    for (TieRule ties : TieRule.values()) {
      Clearing clearing = Clearing.of(Auction.of(0, 0, ties), TUFFIN);
      assertThat(clearing.allocation()).containsOnly(0);
      assertThat(clearing.cost()).containsOnly(0);
    }
  }

  @Test
  void clear_bidAtTheReserve_isAsGoodAsAnyAbove() {
    for (TieRule ties : TieRule.values()) {
      Clearing clearing = Clearing.of(Auction.of(10, 3, ties), List.of(new Bid(4, 3)));
      assertThat(clearing.allocation()).containsExactly(4);
      assertThat(clearing.cost()).containsExactly(12);
    }
  }

  @Test
  void clear_bidBelowTheReserve_getsNothingAndTakesNothing() {
    for (TieRule ties : TieRule.values()) {
      List<Bid> bids = List.of(new Bid(8, Math.nextDown(3)), new Bid(8, 3));
      Clearing clearing = Clearing.of(Auction.of(10, 3, ties), bids);
      assertThat(clearing.allocation()).containsExactly(0, 8);
      assertThat(clearing.cost()).containsExactly(0, 24);
    }
  }

  @Test
  void with_noBid_changesNothing() {
    Auction auction = auction(10, 1, TieRule.PROPORTIONAL, 4, 2);
    assertThat(auction.with(7, Bid.NONE)).isSameAs(auction);
    assertThat(auction.without(7, new Bid(0, 5))).isSameAs(auction);
  }

  @Test
  void without_bidThatIsNotThere_throws() {
    Auction auction = auction(10, 1, TieRule.PROPORTIONAL, 4, 2);
    assertThatThrownBy(() -> auction.without(1, new Bid(4, 2)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> auction.without(0, new Bid(4, 3)))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "NaN, 0", "Infinity, 0", "1, -1", "1, NaN", "1, Infinity"})
  void of_numberOutsideItsRange_throws(double first, double second) {
    assertThatThrownBy(() -> Auction.of(first, second, TieRule.PROPORTIONAL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bid(first, second)).isInstanceOf(IllegalArgumentException.class);
  }

  // ---------------------------------------------------------------- every auction

  /** 0 ≤ a ≤ q, nothing below the reserve, c ≥ 0, and Σa ≤ D but for rounding. */
  @ParameterizedTest
  @EnumSource(TieRule.class)
  void clear_anyAuction_isFeasible(TieRule ties) {
    for (long seed = 0; seed < Cases.of(24_000); seed++) {
      RandomMarkets.Auction drawn = RandomMarkets.auction(seed);
      List<Bid> bids = bids(drawn);
      Clearing clearing = Clearing.of(Auction.of(drawn.quantity(), drawn.reserve(), ties), bids);
      for (int k = 0; k < bids.size(); k++) {
        double got = clearing.allocation()[k];
        boolean eligible = bids.get(k).price() >= drawn.reserve();
        assertThat(got).as("%s", drawn).isBetween(0.0, eligible ? bids.get(k).quantity() : 0);
        assertThat(clearing.cost()[k]).as("%s", drawn).isGreaterThanOrEqualTo(0);
      }
      assertThat(clearing.sold())
          .as("%s", drawn)
          .isLessThanOrEqualTo(drawn.quantity() * (1 + CLOSE));
    }
  }

  /**
   * With proportional ties r·a ≤ c ≤ p·a: nobody pays more than it bid, or less than the reserve.
   */
  @Test
  void clear_proportionalTies_chargesBetweenReserveAndBid() {
    for (long seed = 0; seed < Cases.of(24_000); seed++) {
      RandomMarkets.Auction drawn = RandomMarkets.auction(seed);
      List<Bid> bids = bids(drawn);
      Clearing clearing =
          Clearing.of(Auction.of(drawn.quantity(), drawn.reserve(), TieRule.PROPORTIONAL), bids);
      for (int k = 0; k < bids.size(); k++) {
        double got = clearing.allocation()[k];
        double slack = ROUNDING * drawn.quantity();
        double least = drawn.reserve() * (got - slack);
        double most = bids.get(k).price() * (got + slack);
        assertThat(clearing.cost()[k]).as("bid %d of %s", k, drawn).isBetween(least, most);
      }
    }
  }

  /** With proportional ties nothing stays unsold that an eligible bid asks for. */
  @Test
  void clear_proportionalTies_leavesNothingThatIsWanted() {
    for (long seed = 0; seed < Cases.of(24_000); seed++) {
      RandomMarkets.Auction drawn = RandomMarkets.auction(seed);
      double wanted = 0;
      for (Bid bid : bids(drawn)) {
        wanted += bid.price() >= drawn.reserve() ? bid.quantity() : 0;
      }
      Auction empty = Auction.of(drawn.quantity(), drawn.reserve(), TieRule.PROPORTIONAL);
      assertThat(Clearing.of(empty, bids(drawn)).sold())
          .as("%s", drawn)
          .isCloseTo(Math.min(drawn.quantity(), wanted), within(CLOSE * drawn.quantity()));
    }
  }

  /**
   * More for a higher price, never less: what a bid gets does not fall with its price or its
   * quantity.
   */
  @ParameterizedTest
  @EnumSource(TieRule.class)
  void allocation_higherPriceOrQuantity_neverFalls(TieRule ties) {
    for (long seed = 0; seed < Cases.of(6_000); seed++) {
      RandomMarkets.Auction drawn = RandomMarkets.auction(seed);
      SplittableRandom random = new SplittableRandom(seed);
      Auction rivals = Auction.of(drawn.quantity(), drawn.reserve(), ties);
      for (int k = 0; k < drawn.prices().length; k++) {
        rivals = rivals.with(k, bids(drawn).get(k));
      }
      double asked = drawn.quantity() * random.nextDouble();
      double low = drawn.prices()[0];
      double high = low + random.nextInt(3) * random.nextDouble();
      double slack = CLOSE * drawn.quantity();
      double before = rivals.allocation(new Bid(asked, low));
      assertThat(rivals.allocation(new Bid(asked, high))).isGreaterThanOrEqualTo(before - slack);
      assertThat(rivals.allocation(new Bid(asked * 1.5, low)))
          .isGreaterThanOrEqualTo(before - slack);
    }
  }

  // ---------------------------------------------------------------- the book

  /**
   * After any sequence of bids and withdrawals an auction answers, to the last bit, as if its bids
   * had come in another order.
   */
  @ParameterizedTest
  @EnumSource(TieRule.class)
  void answers_anyHistory_dependOnTheBidsAlone(TieRule ties) {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TreeMap<Integer, Bid> live = new TreeMap<>();
      Auction auction = Auction.of(random.nextDouble(0, 200), random.nextDouble(2), ties);
      for (int step = 0; step < 120; step++) {
        int buyer = random.nextInt(40);
        Bid before = live.getOrDefault(buyer, Bid.NONE);
        Bid after = random.nextInt(3) == 0 ? Bid.NONE : anyBid(random);
        auction = auction.without(buyer, before).with(buyer, after);
        live.put(buyer, after);
      }
      Auction ascending = Auction.of(auction.quantity(), auction.reserve(), ties);
      Auction descending = ascending;
      for (int buyer : live.keySet()) {
        ascending = ascending.with(buyer, live.get(buyer));
      }
      for (int buyer : live.descendingKeySet()) {
        descending = descending.with(buyer, live.get(buyer));
      }
      assertSameAnswers(auction, ascending, random.split());
      assertSameAnswers(auction, descending, random.split());
    }
  }

  /** Prices in a grid, so that many tie; quantities that do not add up exactly. */
  private static Bid anyBid(SplittableRandom random) {
    double scale = random.nextInt(10) == 0 ? 1e9 : 1;
    return new Bid(random.nextDouble(20) * scale, random.nextInt(9) / 3.0);
  }

  private static void assertSameAnswers(Auction one, Auction other, SplittableRandom random) {
    assertThat(one.size()).isEqualTo(other.size());
    assertThat(one.awards()).isEqualTo(other.awards());
    assertThat(one.sold()).isEqualTo(other.sold());
    for (int k = 0; k < 20; k++) {
      Bid bid = anyBid(random);
      double part = one.quantity() * random.nextDouble();
      assertThat(one.residual(bid.price())).isEqualTo(other.residual(bid.price()));
      assertThat(one.residualBelow(bid.price())).isEqualTo(other.residualBelow(bid.price()));
      assertThat(one.allocation(bid)).isEqualTo(other.allocation(bid));
      assertThat(one.cost(bid)).isEqualTo(other.cost(bid));
      assertThat(one.costOf(part)).isEqualTo(other.costOf(part));
      assertThat(one.marketPrice(part)).isEqualTo(other.marketPrice(part));
      assertThat(one.firstStep((price, residual) -> residual >= part))
          .isEqualTo(other.firstStep((price, residual) -> residual >= part));
    }
    UnitCursor theirs = other.units();
    for (UnitCursor units = one.units(); units.isValid(); units.next(), theirs.next()) {
      assertThat(units.price()).isEqualTo(theirs.price());
      assertThat(units.quantity()).isEqualTo(theirs.quantity());
    }
    assertThat(theirs.isValid()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(TieRule.class)
  void readBack_anyAuction_answersTheSame(TieRule ties) throws Exception {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Auction auction = Auction.of(random.nextDouble(0, 200), random.nextDouble(2), ties);
      for (int buyer = random.nextInt(60); buyer > 0; buyer--) {
        auction = auction.with(buyer, anyBid(random));
      }
      byte[] written = write(auction);
      Auction read =
          (Auction) new ObjectInputStream(new ByteArrayInputStream(written)).readObject();
      assertThat(read.quantity()).isEqualTo(auction.quantity());
      assertThat(read.reserve()).isEqualTo(auction.reserve());
      assertThat(read.ties()).isEqualTo(auction.ties());
      assertSameAnswers(auction, read, random);
      assertThat(write(read)).isEqualTo(written);
    }
  }

  private static byte[] write(Auction auction) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(auction);
    }
    return bytes.toByteArray();
  }

  /** An old auction stays as it was when a new one is made of it. */
  @Test
  void with_anotherBid_leavesTheOldAuctionAlone() {
    Auction before = auction(50, 1, TieRule.PROPORTIONAL, 20, 3, 20, 2);
    Auction copy = auction(50, 1, TieRule.PROPORTIONAL, 20, 3, 20, 2);
    before.with(5, new Bid(30, 4)).without(0, new Bid(20, 3)).withReserve(2.5);
    assertSameAnswers(before, copy, new SplittableRandom(1));
  }

  /** A huge bid and its withdrawal cost the small ones no digits. */
  @Test
  void without_hugeBid_leavesNoTrace() {
    Auction small = auction(1, 0, TieRule.PROPORTIONAL, 0.1, 3, 0.2, 2, 0.3, 1);
    Auction after = small.with(9, new Bid(1e18, 2.5)).without(9, new Bid(1e18, 2.5));
    assertSameAnswers(small, after, new SplittableRandom(1));
    assertThat(small.with(9, new Bid(1e18, 0.5)).residual(0.5)).isEqualTo(small.residual(0.5));
  }
}
