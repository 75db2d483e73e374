/**
 * The planner's optimum and its certificate; the plan with all ties settled, and its competitive
 * prices. Never: the state of a run.
 */
package org.datamarket.analysis.optimum;
