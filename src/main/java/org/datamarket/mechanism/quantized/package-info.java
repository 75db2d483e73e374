/**
 * Progressive second price on a grid of prices, all buyers answering at once; what is measured of
 * it. Never: reading, chance.
 */
package org.datamarket.mechanism.quantized;
