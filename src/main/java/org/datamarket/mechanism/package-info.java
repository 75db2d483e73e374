/**
 * Other mechanisms on the same population, each cleared once; what is measured of them. Never:
 * playing a market.
 */
package org.datamarket.mechanism;
