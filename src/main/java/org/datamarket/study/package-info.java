/**
 * Many runs of one model: studies, their designs and run keys, the engines that carry the runs out,
 * the journal that keeps what is done, and the tables that come of it.
 */
package org.datamarket.study;
