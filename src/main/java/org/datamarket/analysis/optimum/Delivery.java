package org.datamarket.analysis.optimum;

import java.io.Serializable;

/**
 * What one buyer has from one seller.
 *
 * @param buyer its number
 * @param seller its number, one that the buyer sees
 * @param quantity GB, above 0
 */
public record Delivery(int buyer, int seller, double quantity) implements Serializable {}
