/**
 * Random states of markets, how often claims fail on them, and shrinking a state in which one fails
 * to a small one that reads as a model file. Never: deciding whether a claim holds.
 */
package org.datamarket.claims.search;
