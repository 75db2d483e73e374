/** How evenly what there is goes to buyers: Jain's index, envy. Never: the state of a run. */
package org.datamarket.analysis.fairness;
