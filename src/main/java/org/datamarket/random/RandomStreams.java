package org.datamarket.random;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * The named random streams of a run, all derived from one 64-bit seed. Streams are independent of
 * each other: how much is drawn from one never changes another, so two strategies can be compared
 * on the same draws.
 *
 * <p>A stream's seed is the SplitMix64 sequence (Steele, Lea &amp; Flood 2014) that starts at the
 * run's seed mixed with a hash (FNV-1a, 64 bits) of the stream's name, cut into 32-bit words; all
 * 64 bits count.
 *
 * @param seed the run's seed, any 64-bit number
 */
public record RandomStreams(long seed) implements Serializable {
  /** Who is who: demands, valuations, quantities, reserves. */
  public static final String POPULATION = "population";

  /** Who sees whom. */
  public static final String NETWORK = "network";

  /** In what order, or when, buyers act. */
  public static final String ACTIVATION = "activation";

  /** How long messages take. */
  public static final String DELAYS = "delays";

  /** At which turns claims are judged. */
  public static final String CLAIMS = "claims";

  /** To which seller a buyer goes where it may go to one only. */
  public static final String CHOICE = "choice";

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final int WORDS = 16;

  /** A new generator at the start of a stream. */
  public RandomGenerator stream(String name) {
    return new MersenneTwister(words(name));
  }

  /**
   * The words that seed a stream: enough to fill a generator's state with 64 bits of difference.
   */
  public int[] words(String name) {
    long state = mix(seed + GOLDEN_GAMMA) ^ hash(name);
    int[] words = new int[WORDS];
    for (int k = 0; k < WORDS; k += 2) {
      state += GOLDEN_GAMMA;
      long word = mix(state);
      words[k] = (int) (word >>> 32);
      words[k + 1] = (int) word;
    }
    return words;
  }

  /** The finaliser of SplitMix64: a bijection in which every input bit flips half the output's. */
  public static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A text as 64 bits: FNV-1a over its UTF-8 bytes, mixed. */
  public static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return mix(hash);
  }
}
