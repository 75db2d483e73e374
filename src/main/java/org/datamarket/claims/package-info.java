/**
 * The bench on which claims are tried: markets played, their turns sampled, and the scorecard of
 * how often each claim held. Never: deciding whether a claim holds.
 */
package org.datamarket.claims;
