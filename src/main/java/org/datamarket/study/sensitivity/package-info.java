/**
 * Which factors matter, as pure mathematics: designs of points in the unit hypercube, and the
 * indices that follow from a model's outputs there. How the outputs come about is not known here.
 */
package org.datamarket.study.sensitivity;
