/**
 * What a study is: points, factors, settings, replications, seeds, measures. Never: knowledge of
 * MASON.
 */
package org.datamarket.study;
