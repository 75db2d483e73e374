package org.datamarket.model.distribution;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.document.Magnitude;
import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.document.Words;
import org.datamarket.random.RandomStreams;

/**
 * The draws of one group: each of its quantities has a random stream of its own, named by the group
 * and the quantity, so that what other groups and other quantities draw never changes them.
 */
public final class Draws {
  private final RandomStreams streams;
  private final String group;
  private final Position position;
  private final String prefix;
  private final Map<String, RandomGenerator> generators = new HashMap<>();

  /**
   * @param streams the run's random streams
   * @param role {@code buyers}, {@code sellers} or {@code users}
   * @param group what names the group among them
   * @param position where it stands
   */
  public Draws(RandomStreams streams, String role, String group, Position position) {
    this.streams = streams;
    this.group = group;
    this.position = position;
    this.prefix = RandomStreams.POPULATION + "/" + role + "/" + group + "/";
  }

  /**
   * The next draw of a quantity.
   *
   * @throws Mistake if it lies outside the {@linkplain Magnitude range} of numbers
   */
  public double next(String quantity, Distribution distribution) {
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
  public double inRange(String quantity, double drawn) {
    if (!Magnitude.contains(drawn)) {
      throw new Mistake(
          position,
          "a draw of %s for %s is %s (a number is %s); expected narrower distributions"
              .formatted(quantity, Words.quoted(group), drawn, Magnitude.IN_WORDS));
    }
    return drawn;
  }
}
