package org.datamarket.claims;

import org.datamarket.market.Market;

/**
 * A turn of a run that was chosen to judge claims at.
 *
 * @param number which turn of the run it is, from 1
 * @param round the round under way, from 1
 * @param buyer the number of the buyer whose turn it is
 * @param market as that buyer finds it, before its bid
 */
record Turn(long number, int round, int buyer, Market market) {}
