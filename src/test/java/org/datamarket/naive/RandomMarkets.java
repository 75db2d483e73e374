package org.datamarket.naive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Random auctions and small random markets, the same for the same seed; the kinds take turns with
 * the seed.
 */
public final class RandomMarkets {

  /** What is special about an auction. */
  public enum AuctionKind {
    PLAIN,
    DECIMALS,
    TIES,
    ALL_EQUAL,
    ZEROS,
    RESERVE_TIE,
    RESERVE_ABOVE,
    EXACT_FILL,
    NO_RESERVE,
    HUGE_BID,
    EXTREME_SCALES,
    NO_SUPPLY
  }

  /** What is special about a market. */
  public enum MarketKind {
    PLAIN,
    MIXED_VALUATIONS,
    LINEAR_TIES,
    EQUAL_SELLERS,
    EQUAL_BUYERS,
    PARTIAL_REACH,
    BUDGETS,
    ISP,
    ISP_AND_BUDGETS,
    RESERVE_AT_MARGINAL,
    RESERVE_TIES,
    EXACT_FILL,
    EXCESS_SUPPLY,
    ZEROS,
    ONE_SELLER,
    MIXED_STRATEGIES,
    RANKING_BY_OFFER,
    ABSTAIN,
    DELTA,
    SIMULTANEOUS,
    EXTREME_SCALES
  }

  /** One auction; a quantity of 0 is no bid. */
  public record Auction(
      AuctionKind kind, double quantity, double reserve, double[] quantities, double[] prices) {

    public NaiveAuction naive(Ties ties) {
      return new NaiveAuction(quantity, reserve, quantities, prices, ties);
    }

    public ExactAuction exact(Ties ties) {
      return ExactAuction.of(quantity, reserve, quantities, prices, ties);
    }

    @Override
    public String toString() {
      return kind
          + " D="
          + quantity
          + " r="
          + reserve
          + " q="
          + Arrays.toString(quantities)
          + " p="
          + Arrays.toString(prices);
    }
  }

  private RandomMarkets() {}

  // ---------------------------------------------------------------- auctions

  public static Auction auction(long seed) {
    AuctionKind[] kinds = AuctionKind.values();
    return auction(kinds[(int) Math.floorMod(seed, (long) kinds.length)], seed);
  }

  public static Auction auction(AuctionKind kind, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int bidders = random.nextInt(1, 9);
    double[] quantities = random.doubles(bidders, 1, 60).map(q -> quarter(q)).toArray();
    double[] prices = random.doubles(bidders, 0.25, 6).map(p -> quarter(p)).toArray();
    double quantity = quarter(random.nextDouble(10, 150));
    double reserve = random.nextBoolean() ? 0 : quarter(random.nextDouble(0, 3));
    switch (kind) {
      case DECIMALS -> {
        quantities = random.doubles(bidders, 1, 60).map(RandomMarkets::cent).toArray();
        prices = random.doubles(bidders, 0.1, 6).map(RandomMarkets::cent).toArray();
        quantity = cent(random.nextDouble(10, 150));
        reserve = cent(random.nextDouble(0, 2));
      }
      case TIES -> prices = pick(random, bidders, 1, 2, 3.5);
      case ALL_EQUAL -> Arrays.fill(prices, quarter(random.nextDouble(reserve, 6)));
      case ZEROS -> {
        sprinkle(random, quantities);
        sprinkle(random, prices);
      }
      case RESERVE_TIE -> reserve = prices[random.nextInt(bidders)];
      case RESERVE_ABOVE -> reserve = quarter(random.nextDouble(4, 7));
      case EXACT_FILL -> quantity = sumOfBest(random.nextInt(1, bidders + 1), quantities, prices);
      case NO_RESERVE -> reserve = 0;
      case HUGE_BID -> quantities[random.nextInt(bidders)] = quantity * random.nextInt(1, 20);
      case EXTREME_SCALES -> {
        quantities = extremes(random, bidders);
        prices = extremes(random, bidders);
        quantity = extreme(random);
        reserve = extreme(random) * 1e-3;
      }
      case NO_SUPPLY -> quantity = 0;
      default -> {}
    }
    return new Auction(kind, quantity, reserve, quantities, prices);
  }

  private static double sumOfBest(int count, double[] quantities, double[] prices) {
    return IntStream.range(0, prices.length)
        .boxed()
        .sorted((a, b) -> Double.compare(prices[b], prices[a]))
        .limit(count)
        .mapToDouble(k -> quantities[k])
        .sum();
  }

  private static double[] pick(SplittableRandom random, int count, double... of) {
    return IntStream.range(0, count).mapToDouble(k -> of[random.nextInt(of.length)]).toArray();
  }

  private static void sprinkle(SplittableRandom random, double[] values) {
    for (int k = 0; k < values.length; k++) {
      values[k] = random.nextInt(3) == 0 ? 0 : values[k];
    }
  }

  private static double[] extremes(SplittableRandom random, int count) {
    return IntStream.range(0, count).mapToDouble(k -> extreme(random)).toArray();
  }

  /** From 1e-6 to 1e9, evenly in the exponent. */
  static double extreme(SplittableRandom random) {
    return Math.pow(10, random.nextDouble(-6, 9));
  }

  private static double quarter(double x) {
    return Math.rint(x * 4) / 4;
  }

  private static double cent(double x) {
    return Math.rint(x * 100) / 100;
  }

  // ---------------------------------------------------------------- markets

  public static NaiveMarket.Setup market(long seed) {
    MarketKind[] kinds = MarketKind.values();
    return market(kinds[(int) Math.floorMod(seed, (long) kinds.length)], seed);
  }

  /** Up to 7 buyers and 4 sellers, at most 300 rounds. */
  public static NaiveMarket.Setup market(MarketKind kind, long seed) {
    return new Draw(kind, seed).market();
  }

  /**
   * The same market with every quantity, reserve, demand, budget and scale of value changed by up
   * to that share, equal numbers equally. A run that ends otherwise then hangs on rounding, and two
   * implementations may differ on it.
   */
  public static NaiveMarket.Setup nudged(NaiveMarket.Setup setup, double share, long seed) {
    List<NaiveMarket.Seller> sellers =
        setup.sellers().stream()
            .map(
                seller ->
                    new NaiveMarket.Seller(
                        nudged(seller.quantity(), share, seed),
                        nudged(seller.reserve(), share, seed),
                        seller.progressive(),
                        seller.delta()))
            .toList();
    List<NaiveMarket.Buyer> buyers =
        setup.buyers().stream()
            .map(
                buyer ->
                    new NaiveMarket.Buyer(
                        nudged(buyer.valuation(), share, seed),
                        nudged(buyer.budget(), share, seed),
                        buyer.reach(),
                        buyer.rule()))
            .toList();
    return new NaiveMarket.Setup(
        sellers,
        buyers,
        setup.ties(),
        setup.epsilon(),
        setup.roundLimit(),
        setup.activation(),
        setup.initialBids());
  }

  private static NaiveValuation nudged(NaiveValuation valuation, double share, long seed) {
    double demand = nudged(valuation.demand(), share, seed);
    double scale = nudged(valuation.scale(), share, seed);
    return (switch (valuation.kind()) {
          case ALPHA_FAIR ->
              NaiveValuation.alphaFair(demand, scale, valuation.alpha(), valuation.base());
          case LOGARITHMIC -> NaiveValuation.logarithmic(demand, scale, valuation.base());
          case PARABOLIC -> NaiveValuation.parabolic(demand, scale);
          case LINEAR -> NaiveValuation.linear(demand, scale);
        })
        .withIsp(nudged(valuation.ispPrice(), share, seed));
  }

  private static double nudged(double value, double share, long seed) {
    return value
        * (1
            + share
                * new SplittableRandom(seed ^ Double.doubleToLongBits(value)).nextDouble(-1, 1));
  }

  /** One market being drawn. */
  private static final class Draw {

    private final MarketKind kind;
    private final SplittableRandom random;
    private final double quantityScale;
    private final double priceScale;
    private final double ispPrice;

    Draw(MarketKind kind, long seed) {
      this.kind = kind;
      this.random = new SplittableRandom(seed);
      boolean extreme = kind == MarketKind.EXTREME_SCALES;
      this.quantityScale = extreme ? extreme(random) : 1;
      this.priceScale = extreme ? extreme(random) : 1;
      boolean isp = kind == MarketKind.ISP || kind == MarketKind.ISP_AND_BUDGETS;
      this.ispPrice = isp ? cent(random.nextDouble(1, 8)) : Double.POSITIVE_INFINITY;
    }

    NaiveMarket.Setup market() {
      int sellers = kind == MarketKind.ONE_SELLER ? 1 : random.nextInt(2, 5);
      List<NaiveMarket.Buyer> buyers = buyers(random.nextInt(2, 8), sellers);
      double demand = buyers.stream().mapToDouble(buyer -> buyer.valuation().demand()).sum();
      double supply =
          demand * (kind == MarketKind.EXCESS_SUPPLY ? 1.5 : pick(random, 1, 0.3, 0.5, 0.7)[0]);
      NaiveMarket.Activation activation =
          kind == MarketKind.SIMULTANEOUS
              ? NaiveMarket.Activation.SIMULTANEOUS
              : NaiveMarket.Activation.SEQUENTIAL;
      double epsilon = pick(random, 1, 0.1, 0.3, 1)[0] * quantityScale * priceScale;
      return new NaiveMarket.Setup(
          sellers(sellers, supply, buyers, epsilon),
          buyers,
          Ties.PROPORTIONAL,
          epsilon,
          300,
          activation,
          null);
    }

    // ------------------------------------------------------------ buyers

    private List<NaiveMarket.Buyer> buyers(int count, int sellers) {
      List<NaiveMarket.Buyer> buyers = new ArrayList<>();
      NaiveStrategies.Rule rule = rule();
      for (int i = 0; i < count; i++) {
        NaiveValuation valuation =
            kind == MarketKind.EQUAL_BUYERS && i % 2 == 1
                ? buyers.get(i - 1).valuation()
                : valuation();
        boolean ownRule = kind == MarketKind.MIXED_STRATEGIES;
        buyers.add(
            new NaiveMarket.Buyer(
                valuation, budget(valuation), reach(sellers), ownRule ? rule() : rule));
      }
      return buyers;
    }

    private NaiveValuation valuation() {
      double demand = cent(Math.exp(random.nextDouble(0.7, 2.5))) * quantityScale;
      NaiveValuation valuation =
          switch (family()) {
            case ALPHA_FAIR -> alphaFair(demand);
            case LOGARITHMIC ->
                NaiveValuation.logarithmic(
                    demand,
                    cent(random.nextDouble(5, 40)) * quantityScale * priceScale,
                    cent(random.nextDouble(0.5, 5)) * quantityScale);
            case PARABOLIC ->
                NaiveValuation.parabolic(demand, random.nextDouble(5, 15) * priceScale / demand);
            case LINEAR -> NaiveValuation.linear(demand, linearValue() * priceScale);
          };
      return valuation.withIsp(ispPrice);
    }

    private NaiveValuation.Kind family() {
      NaiveValuation.Kind[] all = NaiveValuation.Kind.values();
      return switch (kind) {
        case LINEAR_TIES -> NaiveValuation.Kind.LINEAR;
        case MIXED_VALUATIONS,
            ISP,
            ISP_AND_BUDGETS,
            EXTREME_SCALES,
            EXACT_FILL,
            RANKING_BY_OFFER,
            ZEROS ->
            all[random.nextInt(all.length)];
        default ->
            random.nextBoolean() ? NaiveValuation.Kind.ALPHA_FAIR : NaiveValuation.Kind.PARABOLIC;
      };
    }

    /**
     * In the scaled units x = X·quantityScale, the marginal value at the demand stays of the order
     * of the price scale.
     */
    private NaiveValuation alphaFair(double demand) {
      double alpha =
          kind == MarketKind.MIXED_VALUATIONS && random.nextInt(5) == 0
              ? 0
              : cent(random.nextDouble(0.2, 0.8));
      double base =
          kind == MarketKind.MIXED_VALUATIONS && random.nextBoolean()
              ? cent(random.nextDouble(0, 4))
              : 0;
      double sigma = cent(random.nextDouble(5, 15)) * priceScale * Math.pow(quantityScale, alpha);
      return NaiveValuation.alphaFair(demand, sigma, alpha, base * quantityScale);
    }

    private double linearValue() {
      return kind == MarketKind.LINEAR_TIES
          ? pick(random, 1, 1, 2, 3, 4)[0]
          : cent(random.nextDouble(1, 8));
    }

    private double budget(NaiveValuation valuation) {
      boolean budgets = kind == MarketKind.BUDGETS || kind == MarketKind.ISP_AND_BUDGETS;
      boolean has =
          budgets
              ? random.nextInt(4) > 0
              : kind == MarketKind.MIXED_STRATEGIES && random.nextInt(4) == 0;
      return has ? cent(valuation.demand() * random.nextDouble(0.1, 4)) : Double.POSITIVE_INFINITY;
    }

    private int[] reach(int sellers) {
      boolean partial = kind == MarketKind.PARTIAL_REACH || kind == MarketKind.MIXED_STRATEGIES;
      if (!partial || random.nextInt(4) == 0) {
        return null;
      }
      int always = random.nextInt(sellers);
      return IntStream.range(0, sellers).filter(j -> j == always || random.nextBoolean()).toArray();
    }

    private NaiveStrategies.Rule rule() {
      NaiveStrategies.Strategy strategy =
          switch (random.nextInt(5)) {
            case 0 -> NaiveStrategies.Strategy.CUMULATIVE;
            case 1 -> NaiveStrategies.Strategy.WATERFILL;
            default -> NaiveStrategies.Strategy.OPT_OUT;
          };
      NaiveStrategies.Ranking ranking =
          kind == MarketKind.RANKING_BY_OFFER
              ? NaiveStrategies.Ranking.OFFER
              : NaiveStrategies.Ranking.RESIDUAL;
      NaiveStrategies.Shading shading =
          random.nextInt(8) == 0
              ? NaiveStrategies.Shading.LAZAR_SEMRET
              : NaiveStrategies.Shading.UTILITY;
      NaiveStrategies.Shortfall shortfall =
          kind == MarketKind.ABSTAIN
              ? NaiveStrategies.Shortfall.ABSTAIN
              : NaiveStrategies.Shortfall.PARTIAL;
      return new NaiveStrategies.Rule(strategy, ranking, shading, shortfall);
    }

    // ------------------------------------------------------------ sellers

    private List<NaiveMarket.Seller> sellers(
        int count, double supply, List<NaiveMarket.Buyer> buyers, double epsilon) {
      double[] shares = random.doubles(count, 0.3, 1.7).toArray();
      double whole = Arrays.stream(shares).sum();
      boolean progressive = random.nextBoolean();
      List<NaiveMarket.Seller> sellers = new ArrayList<>();
      for (int j = 0; j < count; j++) {
        double delta = kind == MarketKind.DELTA ? epsilon / 10 / quantityScale : 0;
        sellers.add(
            new NaiveMarket.Seller(
                quantity(supply, shares[j] / whole, count, buyers),
                reserve(buyers),
                progressive || kind == MarketKind.DELTA,
                delta));
      }
      return sellers;
    }

    private double quantity(
        double supply, double share, int count, List<NaiveMarket.Buyer> buyers) {
      return switch (kind) {
        case EQUAL_SELLERS -> cent(supply / count);
        case EXACT_FILL ->
            buyers.get(random.nextInt(buyers.size())).valuation().demand() * random.nextInt(1, 3);
        case ZEROS -> random.nextInt(4) == 0 ? 0 : cent(supply * share);
        case EXTREME_SCALES -> supply * share;
        default -> Math.max(0.01, cent(supply * share));
      };
    }

    private double reserve(List<NaiveMarket.Buyer> buyers) {
      return switch (kind) {
        case RESERVE_TIES, EQUAL_SELLERS -> pick(random, 1, 0.5, 0.5, 1)[0];
        case RESERVE_AT_MARGINAL ->
            reserveAtMarginal(buyers.get(random.nextInt(buyers.size())).valuation());
        case ZEROS -> random.nextBoolean() ? 0 : cent(random.nextDouble(0, 1));
        case LINEAR_TIES -> pick(random, 1, 0, 1, 2)[0];
        default -> cent(random.nextDouble(0.05, 1)) * priceScale;
      };
    }

    private double reserveAtMarginal(NaiveValuation valuation) {
      double share = random.nextBoolean() ? 1 : random.nextDouble(0.3, 1);
      return valuation.marginal(valuation.demand() * share);
    }
  }
}
