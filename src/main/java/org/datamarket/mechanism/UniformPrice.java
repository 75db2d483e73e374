package org.datamarket.mechanism;

import java.util.Optional;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * A call market, or k-double auction: all report whole curves, truthfully, as price-takers; the
 * plan P(V, r) is carried out at the competitive price λ_k = (1 − k) λ̲ + k λ̄ (textbook;
 * docs/mechanisms.md §3). c_i = Λ_i a_i, seller j gets λ_j sold_j. k matters only where competitive
 * prices are not unique: exact fill, all satiated, steps.
 *
 * @param k in [0, 1]: 0 is the buyers' price, 1 the sellers'
 */
@Kind(
    name = "uniform-price",
    meaning = "A call market: the efficient plan, everybody trading at a competitive price.")
public record UniformPrice(
    @Meaning(value = UniformPrice.BETWEEN, unit = "1", range = "[0, 1]", otherwise = "0.5")
        double k)
    implements Mechanism {
  /** What k says, of every mechanism at a competitive price. */
  static final String BETWEEN =
      "Where between the lowest and the highest competitive price the price lies: 0 is"
          + " the lowest.";

  /**
   * @throws IllegalArgumentException if k is outside its range
   */
  public UniformPrice {
    Ranges.share("k", k);
  }

  @Override
  public Outcome clear(Setting setting) {
    double[] price = setting.prices().between(k);
    return Clearing.of(
        setting.population(),
        setting.plan(),
        setting.prices(),
        price,
        Optional.of(Clearing.atPrices(setting.population(), setting.plan(), price, 0)),
        setting.population().buyers());
  }
}
