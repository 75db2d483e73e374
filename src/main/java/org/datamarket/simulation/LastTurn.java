package org.datamarket.simulation;

import org.datamarket.market.BuyerView;

/**
 * The last turn that a buyer had after some news, and what it saw then: of buyers that are {@link
 * DataMarket#watch watched}.
 *
 * @param round the round of it, 1 for the first
 * @param view what the buyer saw when it replied, with the bids that it had before
 */
public record LastTurn(int round, BuyerView view) {}
