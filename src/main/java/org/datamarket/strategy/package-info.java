/**
 * Strategies of buyers and sellers, the rebid rule. Never: the state of a run; chance, clocks,
 * files.
 */
package org.datamarket.strategy;
