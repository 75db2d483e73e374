package org.datamarket.mechanism;

/**
 * What is measured of a mechanism that clears once (docs/mechanisms.md §1). A number that does not
 * exist is NaN; those of payments are where nobody pays.
 *
 * @param welfare Σ θ_i(a_i + x_i) − p_κ x_i − Σ r_j sold_j, $
 * @param optimum the most that it can be, $
 * @param efficiency welfare / optimum; NaN when the optimum is 0
 * @param supply Σ D_j, GB
 * @param sold Σ sold_j, GB
 * @param overage Σ x_i, what buyers buy from the ISP, GB
 * @param overageRevenue Σ p_κ x_i, $
 * @param jain Jain's index of a_i / d_i; NaN when nothing is sold
 * @param unserved Σ [d_i − a_i − x_i]⁺, GB
 * @param unmetDemand what buyers would still take at the prices they face, GB
 * @param revenue what sellers receive, $
 * @param paid Σ c_i, $
 * @param buyersSurplus Σ θ_κ,i(0) + V_i(a_i) − c_i, $
 * @param sellersSurplus revenue − Σ r_j sold_j, $
 * @param ispMargin paid − revenue, $
 * @param ispProfit Σ p_κ x_i + the margin, $
 * @param ispGain the profit less what the ISP would earn without a market, Σ p_κ x_i⁰, $
 * @param ispGainBound the most that the gain could be with this allocation under any rule by which
 *     nobody loses: the worth of additional use less the reserves of all that is sold, $
 * @param priceMean paid / sold, $/GB; NaN when nothing is sold
 * @param priceDispersion coefficient of variation of buyers' unit prices c_i / a_i, by quantity;
 *     NaN when nothing is sold
 * @param clearing sellers' prices, weighted by quantity sold, $/GB; NaN when there are none
 * @param envy the largest envy over pairs of buyers, $
 * @param overBudget how many buyers pay more than their budgets
 * @param messages offers sent
 * @param surplus who has what of it
 */
public record MechanismMeasures(
    double welfare,
    double optimum,
    double efficiency,
    double supply,
    double sold,
    double overage,
    double overageRevenue,
    double jain,
    double unserved,
    double unmetDemand,
    double revenue,
    double paid,
    double buyersSurplus,
    double sellersSurplus,
    double ispMargin,
    double ispProfit,
    double ispGain,
    double ispGainBound,
    double priceMean,
    double priceDispersion,
    double clearing,
    double envy,
    int overBudget,
    int messages,
    Surplus surplus) {

  /** The measures of an outcome. */
  public static MechanismMeasures of(Setting setting, Outcome outcome) {
    return new Measuring(setting, outcome).measure();
  }
}
