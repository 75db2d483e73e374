package org.datamarket.figure;

/**
 * So much at one price, or a point of a curve of demand or supply.
 *
 * @param quantity GB
 * @param price money/GB
 */
public record Step(double quantity, double price) {}
