/**
 * What claims compare a market with: coordinated suprema, influence sets, what is unsold, the
 * optimum of a part. Never: judging a claim.
 */
package org.datamarket.analysis.supremum;
