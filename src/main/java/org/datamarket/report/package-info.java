/**
 * The HTML pages on runs, studies, sensitivity analyses and comparisons. Never: reading what the
 * program itself has just made.
 */
package org.datamarket.report;
