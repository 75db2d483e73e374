package org.datamarket.explain;

/**
 * What one has from, or sells to, one other where a mechanism has cleared the market once.
 *
 * @param other the other's id
 * @param quantity GB
 * @param unitPrice what the buyer pays for a unit; where nobody pays, the price that it faces, $/GB
 * @param cost what the buyer pays for it, $; NaN where nobody pays
 */
public record Delivery(String other, double quantity, double unitPrice, double cost) {}
