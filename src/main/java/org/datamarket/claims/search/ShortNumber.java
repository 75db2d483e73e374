package org.datamarket.claims.search;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** Numbers by how much there is to read of them. */
final class ShortNumber {
  private static final List<Double> SIMPLE = List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 10.0, 0.5, 0.1);
  private static final int MOST_DECIMALS = 2;

  private static final Comparator<Double> BY_SIZE =
      Comparator.<Double>comparingInt(ShortNumber::digits).thenComparingDouble(x -> x);

  private ShortNumber() {}

  /** The shortest decimal number that reads back as this one. */
  static String text(double number) {
    String plain = decimal(number).toPlainString();
    String shortest = NumberOutput.toString(number + 0.0, true);
    return plain.length() <= shortest.length() ? plain : shortest;
  }

  /** How many digits there are to read. */
  static int digits(double number) {
    return (int) decimal(number).toPlainString().chars().filter(Character::isDigit).count();
  }

  /**
   * Simple numbers in whose favour one may be given up: of fewer digits, or of as many and less; in
   * the order in which they are to be tried.
   */
  static DoubleStream simplerThan(double number) {
    DoubleStream.Builder rounded = DoubleStream.builder();
    for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
      rounded.add(decimal(number).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue());
    }
    return DoubleStream.concat(SIMPLE.stream().mapToDouble(x -> x), rounded.build())
        .filter(other -> BY_SIZE.compare(other, number) < 0);
  }

  private static BigDecimal decimal(double number) {
    BigDecimal decimal = new BigDecimal(NumberOutput.toString(number + 0.0, true));
    return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
  }
}
