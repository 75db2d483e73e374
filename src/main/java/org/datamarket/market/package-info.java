/** Bids, auctions, the tie rules, valuations, who sees whom. Never: files, randomness, strategy. */
package org.datamarket.market;
