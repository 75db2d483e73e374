/**
 * A study before and around its runs: the mistakes in its points, what it will take in time and room, and the folder
 * that it is made in.
 */
package org.datamarket.study.plan;

