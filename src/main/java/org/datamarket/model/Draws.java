package org.datamarket.model;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.model.distribution.Constant;
import org.datamarket.model.source.Magnitude;
import org.datamarket.model.source.Mistake;
import org.datamarket.model.source.Words;
import org.datamarket.random.RandomStreams;

/**
 * The draws of one group: each of its quantities has a random stream of its own, named by the group
 * and the quantity, so that what other groups and other quantities draw never changes them.
 */
final class Draws {
  private final RandomStreams streams;
  private final Members members;
  private final String prefix;
  private final Map<String, RandomGenerator> generators = new HashMap<>();

  /**
   * @param role {@code buyers}, {@code sellers} or {@code users}
   */
  Draws(RandomStreams streams, String role, Members members) {
    this.streams = streams;
    this.members = members;
    this.prefix = RandomStreams.POPULATION + "/" + role + "/" + members.stem() + "/";
  }

  /**
   * The next draw of a quantity.
   *
   * @throws Mistake if it lies outside the {@linkplain Magnitude range} of numbers
   */
  double next(String quantity, Distribution distribution) {
    return distribution instanceof Constant constant
        ? constant.value()
        : inRange(
            quantity,
            distribution.sample(
                generators.computeIfAbsent(quantity, name -> streams.stream(prefix + name))));
  }

  /**
   * A number that comes of draws.
   *
   * @throws Mistake if it lies outside the {@linkplain Magnitude range} of numbers
   */
  double inRange(String quantity, double drawn) {
    if (!Magnitude.contains(drawn)) {
      throw new Mistake(
          members.position(),
          "a draw of %s for %s is %s (a number is %s); expected narrower distributions"
              .formatted(quantity, Words.quoted(members.stem()), drawn, Magnitude.IN_WORDS));
    }
    return drawn;
  }
}
