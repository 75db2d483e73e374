/**
 * The units that a buyer sees left in its reach, from the cheapest up; totals and prices that are
 * the same but for rounding. Never: bids, strategy.
 */
package org.datamarket.strategy.supply;
