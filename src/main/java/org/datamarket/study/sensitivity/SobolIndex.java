package org.datamarket.study.sensitivity;

/**
 * A factor's shares of an output's variance (Sobol' 1993; Homma &amp; Saltelli 1996). Estimates may
 * lie a little below 0 or above 1. All are NaN if the output does not vary.
 *
 * @param factor its name
 * @param first the first-order index: the share that the factor explains by itself
 * @param firstLow the lower end of its bootstrap interval
 * @param firstHigh the upper end
 * @param total the total index: the share that the factor takes part in, alone or with others
 * @param totalLow the lower end of its bootstrap interval
 * @param totalHigh the upper end
 */
public record SobolIndex(
    String factor,
    double first,
    double firstLow,
    double firstHigh,
    double total,
    double totalLow,
    double totalHigh) {}
