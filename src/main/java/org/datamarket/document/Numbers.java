package org.datamarket.document;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Numbers as a model file writes them: decimal, with a point and an exponent if need be. What
 * different YAML readers take differently ({@code 010}, {@code 1_000}, {@code 0x10}, {@code 1:30})
 * is refused with a reason, and so is what lies outside the {@linkplain Magnitude range}.
 */
public final class Numbers {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][-+]?\\d++)?+");
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d++");
  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0\\d.*");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.?(inf|infinity|nan)", Pattern.CASE_INSENSITIVE);

  /** No double needs more digits than 767; a text with more is something else. */
  private static final int LONGEST = 1000;

  private Numbers() {}

  /**
   * Whether a text is written as a decimal number. Takes time in proportion to its length, whatever
   * it is: no part of the pattern is tried twice.
   */
  public static boolean isDecimal(String text) {
    return DECIMAL.matcher(text).matches();
  }

  /**
   * A number of the {@linkplain Magnitude range} that all numbers lie in.
   *
   * @param what how messages call it
   * @param expected what messages say was expected
   * @throws Mistake if the node is none
   */
  public static double number(String what, Node node, String expected) {
    Node.Scalar scalar = decimal(what, node, expected);
    double value = Magnitude.read(scalar.text());
    if (Double.isNaN(value)) {
      throw wrong(what, scalar, " (a number is " + Magnitude.IN_WORDS + ")", expected);
    }
    return value;
  }

  /**
   * A whole number, of any size.
   *
   * @param what how messages call it
   * @param expected what messages say was expected
   * @throws Mistake if the node is none
   */
  public static BigInteger whole(String what, Node node, String expected) {
    Node.Scalar scalar = decimal(what, node, expected);
    if (!WHOLE.matcher(scalar.text()).matches()) {
      throw wrong(what, scalar, " (not written as a whole number)", expected);
    }
    return new BigInteger(scalar.text());
  }

  private static Node.Scalar decimal(String what, Node node, String expected) {
    if (!(node instanceof Node.Scalar scalar) || scalar.isNothing()) {
      throw wrong(what, node, "", expected);
    }
    if (scalar.quoted()) {
      throw wrong(what, node, " (text, for it stands in quotes)", expected);
    }
    if (scalar.text().length() > LONGEST) {
      throw wrong(
          what,
          node,
          " (%d characters; a number has at most %d)".formatted(scalar.text().length(), LONGEST),
          expected);
    }
    if (NOT_FINITE.matcher(scalar.text()).matches()) {
      throw wrong(what, node, " (not finite)", expected);
    }
    if (LEADING_ZERO.matcher(scalar.text()).matches()) {
      throw wrong(
          what, node, " (a leading zero: readers differ on whether that is octal)", expected);
    }
    if (!isDecimal(scalar.text())) {
      throw wrong(what, node, "", expected);
    }
    return scalar;
  }

  /** The mistake of a value that is not what was expected. */
  public static Mistake wrong(String what, Node node, String why, String expected) {
    return new Mistake(
        node.position(), what + " is " + node.inWords() + why + "; expected " + expected);
  }
}
