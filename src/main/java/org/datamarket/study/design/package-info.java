/**
 * Designs of experiments, as pure mathematics: points in the unit hypercube for factors that are
 * ranges or distributions, and combinations of levels for factors that are lists.
 */
package org.datamarket.study.design;
