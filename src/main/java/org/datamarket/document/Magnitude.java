package org.datamarket.document;

/**
 * How large and how small a number may be that anybody gives or draws: a model file, its tables,
 * {@code --set}, the levels of a study, bids to be cleared (docs/model.md §10, <i>magnitudes</i>).
 *
 * <p>A number is 0 or has a size from {@value #LEAST} to {@value #LARGEST}. The worst that is made
 * of such numbers is a slope, 10⁶⁰, by a square of a quantity, or a cost squared, 10¹²⁰, summed
 * over 10⁷ of them; and as little, divided by the most: all of it keeps far from the ends of a
 * double, 2·10⁻³⁰⁸ and 2·10³⁰⁸, so that no sum or product is infinite, and none loses its digits or
 * becomes 0.
 */
public final class Magnitude {
  /** The least size of a number that is not 0. */
  public static final double LEAST = 1e-30;

  /** The largest size of a number. */
  public static final double LARGEST = 1e30;

  /** The range of what is not negative, in words. */
  public static final String NOT_NEGATIVE = "0, or from 1e-30 to 1e30";

  /** The range in words. */
  public static final String IN_WORDS = NOT_NEGATIVE + " in size";

  private Magnitude() {}

  /** Whether a number lies in the range; not if it is no number. */
  public static boolean contains(double value) {
    double size = Math.abs(value);
    return size == 0 || (size >= LEAST && size <= LARGEST);
  }

  private static boolean isWrittenAsZero(String text) {
    for (int k = 0; k < text.length(); k++) {
      char digit = text.charAt(k);
      if (digit == 'e' || digit == 'E') {
        return true;
      }
      if (digit >= '1' && digit <= '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * What a decimal number reads as.
   *
   * @param text as it is written
   * @return NaN if it is outside the range; so is what is not written as 0 but reads as 0
   */
  public static double read(String text) {
    double value = Double.parseDouble(text);
    return contains(value) && (value != 0 || isWrittenAsZero(text)) ? value : Double.NaN;
  }
}
