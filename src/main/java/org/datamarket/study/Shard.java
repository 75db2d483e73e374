package org.datamarket.study;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a study: of every {@code count} runs one, or, where the number of replications depends
 * on what comes out, of every {@code count} points one.
 *
 * @param index from 1 to {@code count}
 * @param count how many parts there are
 */
public record Shard(int index, int count) {
  /** The whole study. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

  /** The shard that a text such as {@code 2/3} stands for, if it does. */
  public static Optional<Shard> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Shard shard = new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    boolean there = shard.index >= 1 && shard.index <= shard.count;
    return there ? Optional.of(shard) : Optional.empty();
  }

  /** Whether it is all. */
  public boolean isWhole() {
    return count == 1;
  }

  /** Whether something belongs to it, by its place counted from 0. */
  public boolean has(long place) {
    return place % count == index - 1;
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
