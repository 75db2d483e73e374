package org.datamarket.naive;

import java.util.function.DoublePredicate;

/**
 * What data is worth to a buyer: value, marginal value, and inverses found by bisection only. With
 * an ISP's price the valuation is that of data from the market when more can be bought from the
 * ISP.
 */
public final class NaiveValuation {

  /** The families of valuations. */
  public enum Kind {
    ALPHA_FAIR,
    LOGARITHMIC,
    PARABOLIC,
    LINEAR
  }

  private final Kind kind;
  private final double demand;
  private final double scale;
  private final double alpha;
  private final double base;
  private final double ispPrice;
  private final double ispTotal;

  private NaiveValuation(
      Kind kind, double demand, double scale, double alpha, double base, double ispPrice) {
    this.kind = kind;
    this.demand = demand;
    this.scale = scale;
    this.alpha = alpha;
    this.base = base;
    this.ispPrice = ispPrice;
    this.ispTotal =
        ispPrice == Double.POSITIVE_INFINITY ? 0 : largestTotal(z -> ownMarginal(z) >= ispPrice);
  }

  public static NaiveValuation alphaFair(double demand, double sigma, double alpha, double base) {
    return new NaiveValuation(
        Kind.ALPHA_FAIR, demand, sigma, alpha, base, Double.POSITIVE_INFINITY);
  }

  public static NaiveValuation logarithmic(double demand, double sigma, double base) {
    return new NaiveValuation(Kind.LOGARITHMIC, demand, sigma, 0, base, Double.POSITIVE_INFINITY);
  }

  public static NaiveValuation parabolic(double demand, double slope) {
    return new NaiveValuation(Kind.PARABOLIC, demand, slope, 0, 0, Double.POSITIVE_INFINITY);
  }

  public static NaiveValuation linear(double demand, double unitValue) {
    return new NaiveValuation(Kind.LINEAR, demand, unitValue, 0, 0, Double.POSITIVE_INFINITY);
  }

  /** The same buyer when everybody may buy more from the ISP at that price. */
  public NaiveValuation withIsp(double price) {
    return new NaiveValuation(kind, demand, scale, alpha, base, price);
  }

  public Kind kind() {
    return kind;
  }

  public double demand() {
    return demand;
  }

  public double scale() {
    return scale;
  }

  public double alpha() {
    return alpha;
  }

  public double base() {
    return base;
  }

  /** The ISP's price; infinite without one. */
  public double ispPrice() {
    return ispPrice;
  }

  /** θ(x) of the data itself, wherever it comes from. */
  public double ownValue(double x) {
    double z = Math.min(x, demand);
    return switch (kind) {
      case ALPHA_FAIR ->
          scale * (Math.pow(base + z, 1 - alpha) - Math.pow(base, 1 - alpha)) / (1 - alpha);
      case LOGARITHMIC -> scale * Math.log1p(z / base);
      case PARABOLIC -> scale * (demand * z - z * z / 2);
      case LINEAR -> scale * z;
    };
  }

  /** θ′(z⁻) of the data itself for z ≤ d (the right limit at 0), 0 beyond d. */
  public double ownMarginal(double z) {
    if (z > demand) {
      return 0;
    }
    return switch (kind) {
      case ALPHA_FAIR -> scale * Math.pow(base + z, -alpha);
      case LOGARITHMIC -> scale / (base + z);
      case PARABOLIC -> scale * (demand - z);
      case LINEAR -> scale;
    };
  }

  /** x: what is bought from the ISP by somebody who has z from the market. */
  public double ispPurchase(double z) {
    return Math.max(0, ispTotal - z);
  }

  /** The total up to which the ISP's price is worth paying: θ′⁻¹(p_κ); 0 without an ISP. */
  public double ispTotal() {
    return ispTotal;
  }

  /** θ_κ(z): the value of z from the market, the ISP being there for more. */
  public double value(double z) {
    double bought = ispPurchase(z);
    return bought > 0 ? ownValue(z + bought) - ispPrice * bought : ownValue(z);
  }

  /** θ_κ′(z⁻) = min(θ′(z⁻), p_κ); 0 beyond d. */
  public double marginal(double z) {
    return Math.min(ownMarginal(z), ispPrice);
  }

  /** θ_κ′(z⁺): what a little more is worth; 0 from d on. */
  public double marginalOfMore(double z) {
    return z >= demand ? 0 : marginal(z);
  }

  /** The largest total in [0, d] whose last bit is worth at least y; 0 if there is none. */
  public double inverse(double y) {
    return largestTotal(z -> marginal(z) >= y);
  }

  /** The largest total in [0, d] whose last bit is worth more than y; 0 if there is none. */
  public double inverseAbove(double y) {
    return largestTotal(z -> marginal(z) > y);
  }

  /**
   * The end of the stretch from 0 on which θ′ is constant: d for a linear valuation, 0 for one that
   * falls from the start.
   */
  public double constantUpTo() {
    double first = marginal(0);
    return first == Double.POSITIVE_INFINITY ? 0 : inverse(first);
  }

  /** The smallest v with θ(z) − θ(v) ≤ loss. */
  public double smallestWithin(double z, double loss) {
    double whole = value(z);
    return Bisection.smallest(0, z, v -> whole - value(v) <= loss);
  }

  private double largestTotal(DoublePredicate holds) {
    double largest = Bisection.largest(0, demand, z -> z == 0 || holds.test(z));
    return Double.isNaN(largest) ? 0 : largest;
  }
}
