/**
 * What the papers claim of a market, each claim one class that judges a state as it stands. Never:
 * playing a market.
 */
package org.datamarket.analysis.claims;
