/** The planner's optimum and its certificate. Never: the state of a run. */
package org.datamarket.analysis.optimum;
