/**
 * Accounts, measures, the Nash gap, what is said of the end of a run. Never: the state of a run.
 */
package org.datamarket.analysis;
