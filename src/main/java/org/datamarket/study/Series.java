package org.datamarket.study;

/**
 * A number that a study keeps of each round.
 *
 * @param name its column in {@code rounds.csv}
 * @param unit its unit; "1" for a pure number, empty for a count
 * @param meaning what it is, a sentence without a full stop
 * @param perRound whether it counts what happened in the round, and does not tell how the market
 *     stands at its end
 */
public record Series(String name, String unit, String meaning, boolean perRound) {}
