package org.datamarket.strategy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Linear;
import org.datamarket.market.Logarithmic;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.naive.NaiveValuation;

/**
 * Random sights of a market from one buyer's place, the same for the same seed: up to eight sellers
 * with up to ten bids each, of which the buyer sees some. The kinds take turns with the seed.
 */
public final class RandomViews {
  private RandomViews() {}

  /** What is special about a sight. */
  public enum Kind {
    /** Quantities and prices without any pattern. */
    PLAIN,
    /** Few different prices and quantities, all exact in binary: ties everywhere. */
    GRID,
    /** Rivals bid what the buyer itself would bid for some total. */
    OWN_PRICES,
    /** Rivals bid almost what the buyer's reply does, within and just beyond 1e-9. */
    NEAR_THE_REPLY,
    /** All sellers offer the same at the same reserve. */
    EQUAL_SELLERS,
    /** A reserve equals the buyer's marginal value at its demand. */
    RESERVE_AT_MARGINAL,
    /** Less on offer than the buyer wants. */
    SCARCE,
    /** Much more on offer than anybody wants. */
    PLENTY,
    /** Some quantities, prices and reserves are 0. */
    ZEROS,
    /** Quantities and prices of any size. */
    EXTREME
  }

  /** The sight of a kind's turn. */
  public static Sight draw(long seed) {
    Kind[] kinds = Kind.values();
    return draw(kinds[(int) (seed % kinds.length)], seed);
  }

  /** A sight of a kind. */
  public static Sight draw(Kind kind, long seed) {
    Sight sight = new Draw(kind, seed).sight();
    return kind == Kind.NEAR_THE_REPLY ? nearTheReply(sight, new SplittableRandom(~seed)) : sight;
  }

  private static Sight nearTheReply(Sight sight, SplittableRandom random) {
    Reply reply = new OptOut().reply(sight.terms(), sight.view());
    double bid = reply.price();
    double crossing = sight.valuation().marginal(reply.desiredTotal());
    if (!(bid > 0 && crossing < Double.POSITIVE_INFINITY)) {
      return sight;
    }
    return sight.withPrices(
        price ->
            switch (random.nextInt(5)) {
              case 0 -> near(bid, random);
              case 1 -> near(crossing, random);
              default -> price;
            });
  }

  /** A price at, within or just beyond 1e-9 of another. */
  static double near(double price, SplittableRandom random) {
    double[] shares = {0, 1e-15, 1e-12, 3e-10, 9.99e-10, 1.001e-9, 3e-9, 1e-7};
    double share = shares[random.nextInt(shares.length)];
    return price * (random.nextBoolean() ? 1 + share : 1 - share);
  }

  /**
   * What one buyer sees, as numbers.
   *
   * @param valuation θ of the production code
   * @param naive θ of the naive code
   * @param offered D by seller
   * @param reserves r by seller
   * @param quantities by seller, then bidder: the last bidder is the buyer itself, whose bids do
   *     not count
   * @param prices as the quantities
   * @param reach the sellers that the buyer sees
   */
  public record Sight(
      Kind kind,
      Valuation valuation,
      NaiveValuation naive,
      double budget,
      double epsilon,
      double[] offered,
      double[] reserves,
      double[][] quantities,
      double[][] prices,
      int[] reach) {

    /** The same with all prices and reserves of rivals mapped. */
    Sight withPrices(DoubleUnaryOperator map) {
      double[][] mapped =
          Arrays.stream(prices)
              .map(row -> Arrays.stream(row).map(map).toArray())
              .toArray(double[][]::new);
      double[] mappedReserves = Arrays.stream(reserves).map(map).toArray();
      return new Sight(
          kind,
          valuation,
          naive,
          budget,
          epsilon,
          offered,
          mappedReserves,
          quantities,
          mapped,
          reach);
    }

    /** The same with all quantities mapped. */
    Sight withQuantities(DoubleUnaryOperator map) {
      double[][] mapped =
          Arrays.stream(quantities)
              .map(row -> Arrays.stream(row).map(map).toArray())
              .toArray(double[][]::new);
      double[] mappedOffers = Arrays.stream(offered).map(map).toArray();
      return new Sight(
          kind, valuation, naive, budget, epsilon, mappedOffers, reserves, mapped, prices, reach);
    }

    /** The same with another budget and another ε. */
    Sight withTerms(double newBudget, double newEpsilon) {
      return new Sight(
          kind,
          valuation,
          naive,
          newBudget,
          newEpsilon,
          offered,
          reserves,
          quantities,
          prices,
          reach);
    }

    /** The same without a budget. */
    public Sight withoutBudget() {
      return withTerms(Double.POSITIVE_INFINITY, epsilon);
    }

    /** The same, but the buyer sees one seller only. */
    public Sight ofOneSeller() {
      int[] one = {reach[0]};
      return new Sight(
          kind, valuation, naive, budget, epsilon, offered, reserves, quantities, prices, one);
    }

    /** What the buyer wants and can pay. */
    public BuyerTerms terms() {
      return new BuyerTerms(valuation, budget, epsilon);
    }

    /** The number of the buyer itself. */
    public int buyer() {
      return quantities[0].length - 1;
    }

    /** What the buyer sees, its own bids included. */
    public BuyerView view() {
      return Sights.view(this);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(kind + " " + valuation);
      text.append(" budget ").append(budget).append(" epsilon ").append(epsilon);
      text.append(" sees ").append(Arrays.toString(reach));
      for (int j = 0; j < offered.length; j++) {
        text.append("\n  ")
            .append(j)
            .append(": ")
            .append(offered[j])
            .append(" from ")
            .append(reserves[j]);
        for (int k = 0; k < buyer(); k++) {
          if (quantities[j][k] > 0) {
            text.append(", ").append(k).append(' ');
            text.append(quantities[j][k]).append('@').append(prices[j][k]);
          }
        }
      }
      return text.toString();
    }
  }

  /** One sight being drawn. */
  private static final class Draw {
    private final Kind kind;
    private final SplittableRandom random;
    private final double gigabytes;
    private final double dollars;
    private Valuation valuation;
    private NaiveValuation naive;

    Draw(Kind kind, long seed) {
      this.kind = kind;
      this.random = new SplittableRandom(seed);
      this.gigabytes = kind == Kind.EXTREME ? StrictMath.pow(10, random.nextDouble(-5, 6)) : 1;
      this.dollars = kind == Kind.EXTREME ? StrictMath.pow(10, random.nextDouble(-4, 5)) : 1;
    }

    Sight sight() {
      int sellers = random.nextInt(1, 9);
      int bidders = random.nextInt(11);
      drawValuation(random.nextInt(2, 13) * gigabytes);
      double[] offered = new double[sellers];
      double[] reserves = new double[sellers];
      double[][] quantities = new double[sellers][bidders + 1];
      double[][] prices = new double[sellers][bidders + 1];
      double density = random.nextDouble(0.3, 1);
      for (int j = 0; j < sellers; j++) {
        offered[j] = kind == Kind.EQUAL_SELLERS && j > 0 ? offered[0] : offer(sellers);
        reserves[j] = kind == Kind.EQUAL_SELLERS && j > 0 ? reserves[0] : reserve();
        for (int k = 0; k <= bidders; k++) {
          boolean bids = random.nextDouble() < density;
          quantities[j][k] = bids ? quantity(offered[j]) : 0;
          prices[j][k] = price();
        }
      }
      double budget = budget();
      double epsilon = pick(0, 0.1, 0.1, 0.3, 0.3, 1) * gigabytes * dollars;
      return new Sight(
          kind,
          valuation,
          naive,
          budget,
          epsilon,
          offered,
          reserves,
          quantities,
          prices,
          reach(sellers));
    }

    private int[] reach(int sellers) {
      int always = random.nextInt(sellers);
      boolean all = random.nextBoolean();
      return IntStream.range(0, sellers)
          .filter(j -> all || j == always || random.nextInt(3) > 0)
          .toArray();
    }

    private void drawValuation(double demand) {
      double scale = kind == Kind.GRID ? random.nextInt(1, 16) : random.nextDouble(5, 15);
      switch (random.nextInt(kind == Kind.GRID ? 6 : 5)) {
        case 0, 1 -> {
          double alpha = random.nextInt(8) == 0 ? 0 : random.nextDouble(0.2, 0.8);
          double base = random.nextBoolean() ? 0 : random.nextDouble(0, 5) * gigabytes;
          double sigma = scale * dollars * StrictMath.pow(gigabytes, alpha);
          valuation = new AlphaFair(demand, sigma, alpha, base);
          naive = NaiveValuation.alphaFair(demand, sigma, alpha, base);
        }
        case 2 -> {
          double base = random.nextDouble(0.5, 5) * gigabytes;
          valuation = new Logarithmic(demand, 3 * scale * dollars * gigabytes, base);
          naive = NaiveValuation.logarithmic(demand, 3 * scale * dollars * gigabytes, base);
        }
        case 3 -> {
          valuation = new Linear(demand, scale / 2 * dollars);
          naive = NaiveValuation.linear(demand, scale / 2 * dollars);
        }
        default -> {
          double slope = kind == Kind.GRID ? pick(0.25, 0.5, 1, 2) : scale * dollars / demand;
          valuation = new Parabolic(demand, slope);
          naive = NaiveValuation.parabolic(demand, slope);
        }
      }
      if (random.nextInt(4) == 0) {
        double share = random.nextDouble(0.1, 0.9);
        double price = valuation.marginal(valuation.demand() * share) * pick(1, 1, 1, 0.5);
        valuation = WithIsp.of(valuation, price);
        naive = naive.withIsp(price);
      }
    }

    private double offer(int sellers) {
      double demand = valuation.demand();
      return switch (kind) {
        case GRID -> random.nextInt(1, 13);
        case SCARCE -> demand * random.nextDouble(0.05, 0.9) / sellers;
        case PLENTY -> demand * random.nextDouble(2, 20);
        case ZEROS -> random.nextInt(4) == 0 ? 0 : demand * random.nextDouble(2);
        case EXTREME -> demand * StrictMath.pow(10, random.nextDouble(-2, 2));
        default ->
            random.nextInt(5) == 0
                ? demand / random.nextInt(1, 4)
                : demand * random.nextDouble(1.5);
      };
    }

    private double quantity(double offered) {
      return switch (kind) {
        case GRID -> random.nextInt(1, 9) / 2.0;
        case ZEROS -> random.nextInt(4) == 0 ? 0 : offered * random.nextDouble(0.6);
        default -> random.nextInt(20) == 0 ? offered : offered * random.nextDouble(0.6);
      };
    }

    private double reserve() {
      return switch (kind) {
        case GRID -> random.nextInt(5) / 2.0;
        case RESERVE_AT_MARGINAL ->
            random.nextBoolean() ? valuation.marginal(valuation.demand()) : ownPrice();
        case ZEROS -> random.nextBoolean() ? 0 : price();
        default -> random.nextDouble() * dollars;
      };
    }

    private double price() {
      return switch (kind) {
        case GRID -> random.nextInt(1, 13) / 2.0;
        case OWN_PRICES -> ownPrice();
        case ZEROS -> random.nextInt(5) == 0 ? 0 : random.nextDouble(6);
        case EXTREME -> StrictMath.pow(10, random.nextDouble(-3, 2)) * dollars;
        default -> random.nextDouble(0.2, 8) * dollars;
      };
    }

    private double ownPrice() {
      double share = random.nextInt(1, 9) / 8.0;
      double price = valuation.marginal(valuation.demand() * share);
      return Math.max(price, 1e-3 * dollars);
    }

    private double budget() {
      if (random.nextInt(3) > 0) {
        return Double.POSITIVE_INFINITY;
      }
      double unit = kind == Kind.GRID ? random.nextInt(1, 8) : random.nextDouble(0.05, 6);
      return valuation.demand() * unit * dollars;
    }

    private double pick(double... of) {
      return of[random.nextInt(of.length)];
    }
  }
}
