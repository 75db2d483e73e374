/** Distributions and the draws of a group. */
package org.datamarket.model.distribution;
