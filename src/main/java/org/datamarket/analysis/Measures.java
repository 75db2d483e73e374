package org.datamarket.analysis;

import java.io.Serializable;
import org.datamarket.mechanism.Surplus;

/**
 * What is measured of a market at the end of a run (docs/model.md §7). A number that does not exist
 * is NaN.
 *
 * @param welfare Σ θ_i(a_i + x_i) − p_κ x_i − Σ r₀ · sold, $
 * @param optimum the same, maximised by a planner who knows everything, $
 * @param efficiency welfare / optimum; NaN when the optimum is 0
 * @param nashGap the largest gain any one buyer within its budget could have by any bids, $; NaN
 *     under strict ties
 * @param restrictedGap the largest gain any one buyer within its budget could have by its own
 *     strategy's reply, $
 * @param revenue Σ costs, $
 * @param supply Σ D, GB
 * @param sold Σ a, GB
 * @param unmetDemand what buyers with bids would still take at the price they bid, GB
 * @param priceMean revenue / sold, $/GB; NaN when nothing is sold
 * @param priceDispersion coefficient of variation of unit prices, by quantity; NaN when nothing is
 *     sold
 * @param clearing the sellers' clearing prices, weighted by quantity sold, $/GB; NaN when nothing
 *     is sold
 * @param jain Jain's fairness index of a_i / d_i; NaN when nothing is sold
 * @param envy the largest envy over pairs of buyers, $
 * @param poolSizeMean live bids a buyer that has any; NaN when nobody bids
 * @param ispPurchases Σ x_i, what buyers fill up at the ISP, GB; 0 without one
 * @param overBudget how many buyers pay more than their budgets
 * @param surplus who has what of what trade is worth
 */
public record Measures(
    double welfare,
    double optimum,
    double efficiency,
    double nashGap,
    double restrictedGap,
    double revenue,
    double supply,
    double sold,
    double unmetDemand,
    double priceMean,
    double priceDispersion,
    double clearing,
    double jain,
    double envy,
    double poolSizeMean,
    double ispPurchases,
    int overBudget,
    Surplus surplus)
    implements Serializable {}
