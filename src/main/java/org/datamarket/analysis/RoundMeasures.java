package org.datamarket.analysis;

import java.io.Serializable;

/**
 * The market at the end of a round (docs/outputs.md, rounds.csv). A number that does not exist is
 * NaN.
 *
 * @param round 1 for the first
 * @param messages bids accepted in this round
 * @param replies replies computed in this round
 * @param staleReplies those of them that were computed from news that was out of date
 * @param reservesMoved sellers whose reserve moved in this round
 * @param welfare $
 * @param revenue $
 * @param sold GB
 * @param priceMean revenue / sold, $/GB
 * @param priceDispersion coefficient of variation of the unit prices paid, weighted by quantity
 * @param utilityMin the least utility of a buyer, $
 * @param utilityLowerQuartile $
 * @param utilityMedian $
 * @param utilityUpperQuartile $
 * @param utilityMax $
 * @param utilityMean $
 * @param nashGap the most that any one buyer within its budget could gain by any bids, $
 * @param reserveMean the mean reserve, weighted by quantity on offer, $/GB
 * @param liveBids bids that stand
 * @param overBudget buyers that pay more than their budgets
 */
public record RoundMeasures(
    int round,
    int messages,
    int replies,
    int staleReplies,
    int reservesMoved,
    double welfare,
    double revenue,
    double sold,
    double priceMean,
    double priceDispersion,
    double utilityMin,
    double utilityLowerQuartile,
    double utilityMedian,
    double utilityUpperQuartile,
    double utilityMax,
    double utilityMean,
    double nashGap,
    double reserveMean,
    int liveBids,
    int overBudget)
    implements Serializable {}
