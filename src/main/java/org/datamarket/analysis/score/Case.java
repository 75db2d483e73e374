package org.datamarket.analysis.score;

/**
 * Where a claim was judged.
 *
 * @param seed of the run
 * @param round from 1: the round under way, or, at the end, the last
 * @param atEnd whether the run was over
 * @param buyer the buyer's id; empty where a whole market was judged
 */
public record Case(long seed, int round, boolean atEnd, String buyer) {}
