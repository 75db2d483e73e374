/**
 * Sensitivity analyses of studies: which factors a measure depends on, and the table that says so.
 */
package org.datamarket.study.effects;
