package org.datamarket.analysis;

import java.io.Serializable;
import org.datamarket.market.Bids;

/**
 * One accepted bid.
 *
 * @param round the round it was made in, 1 for the first
 * @param time simulated time, in rounds
 * @param buyer the buyer's number
 * @param bids all the buyer's bids from then on
 */
public record TraceEntry(int round, double time, int buyer, Bids bids) implements Serializable {}
