/**
 * The HTML pages on runs, studies and sensitivity analyses. Never: reading what the program itself
 * has just made.
 */
package org.datamarket.report;
