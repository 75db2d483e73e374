/**
 * How often claims hold: cases judged, counted, and the worst of them. Never: what a claim says.
 */
package org.datamarket.analysis.score;
