package org.datamarket.strategy;

/**
 * Where a buyer's demand meets what supply can give it (docs/model.md §4, step 3).
 *
 * @param total the largest total that supply meets, GB
 * @param price the price there, $/GB: exactly that of the step of supply when it lies on one
 * @param onStep whether any larger total would lose the supply that is freed at this very price
 */
record Crossing(double total, double price, boolean onStep) {}
