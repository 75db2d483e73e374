/**
 * {@code DataMarket}, the agents {@code Buyer} and {@code Seller}, exchanges (direct, in batches,
 * with delays), the monitor, checkpoints. Never: formulas: they are below.
 */
package org.datamarket.simulation;
