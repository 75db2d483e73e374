/**
 * Many runs of one model: what a study is, its points and factors, its run keys and seeds, what is
 * kept of a run, and what came of one.
 */
package org.datamarket.study;
