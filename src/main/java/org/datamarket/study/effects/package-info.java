/**
 * Sensitivity analyses of studies: their form, methods, tables and results. Never: running
 * anything.
 */
package org.datamarket.study.effects;
