package org.datamarket.study.sensitivity;

/**
 * What a factor's elementary effects come to, in units of the output for the factor's whole range
 * (Morris 1991; μ* from Campolongo, Cariboni &amp; Saltelli 2007).
 *
 * @param factor its name
 * @param mu the mean effect: direction and size, but effects of opposite signs cancel
 * @param muStar the mean of the effects' absolute values: how much the factor matters
 * @param muStarLow the lower end of muStar's bootstrap interval; NaN if there is only one effect
 * @param muStarHigh the upper end
 * @param sigma the effects' standard deviation: how much the effect depends on the other factors or
 *     is not linear; NaN if there is only one effect
 */
public record ElementaryEffects(
    String factor, double mu, double muStar, double muStarLow, double muStarHigh, double sigma) {}
