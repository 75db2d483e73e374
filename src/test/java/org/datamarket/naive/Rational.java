package org.datamarket.naive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** An exact fraction in lowest terms, the denominator positive. */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {

  public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

  /** Enough digits that rounding once more, to double, decides no case but a contrived one. */
  private static final MathContext DIGITS = new MathContext(80, RoundingMode.HALF_EVEN);

  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  /** The decimal as written. */
  public static Rational of(BigDecimal decimal) {
    if (decimal.scale() <= 0) {
      return new Rational(decimal.toBigIntegerExact(), BigInteger.ONE);
    }
    return new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  /** Exactly the binary value of the double. */
  public static Rational of(double value) {
    return of(new BigDecimal(value));
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(new Rational(other.numerator.negate(), other.denominator));
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Rational dividedBy(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public Rational min(Rational other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public int signum() {
    return numerator.signum();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** The nearest double. */
  public double doubleValue() {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), DIGITS).doubleValue();
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
