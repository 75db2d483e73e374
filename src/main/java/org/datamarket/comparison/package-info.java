/**
 * Mechanisms compared on the same people, networks and draws: which ones, every run of them, paired
 * differences and their tables. Never: carrying out a mechanism, drawing.
 */
package org.datamarket.comparison;
